a = 'it''s' "x" """triple
line"""
print(a, r"\n", "\t|\x41\u0042c\101|", 'quote\'s', "\
continued", b"by\x00te", rb"\x", "é", len("é"), "😀", len("😀"))
print("%s %d %r %5.2f %% %x %-5s| %05d" % ("s", 3, "r", 2.5, 255, "l", 42), "%(a)s" % {"a": 1}, "%s" % (1,))
print("{} {0!r} {n:>5}".replace("{0!r}", "{!r}").format("a", "b", n=3), "abc" "def", "a" * 3, "x" in "xyz")
print("a,b,c".split(","), " x ".strip(), "abc".replace("b", "B"), "Hello".lower().title(), "abc".find("c"), "a-b".partition("-"))
print(ord("a"), chr(97), repr("a'b"), repr('a"b'), repr("a\nb\\"), ascii("é"), str(b"x", "ascii"), "é".encode())
print("abc" < "abd", "a" + "b" == "ab", "abc"[::-1], "tEST".capitalize(), "a b".split(), "x".center(5, "*"), "1".zfill(3))
print(__name__, __doc__)
