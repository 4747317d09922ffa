APPENDED = "extra"
inherit orchard
