APPENDED = "app"
