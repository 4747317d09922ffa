APPENDED = "any"
