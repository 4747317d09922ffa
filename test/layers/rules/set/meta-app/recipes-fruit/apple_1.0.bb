SUMMARY = "the other apple"
