APPENDED = "extra"
