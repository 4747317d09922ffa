# --- 1: "abc".center(10, "*"), "abc".center(9), "abcd".center(9, "-"
for value in ("abc".center(10, "*"), "abc".center(9), "abcd".center(9, "-"), "abc".center(2),): print(repr(value))
# --- 2: "a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "  a b  ".spli
for value in ("a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "  a b  ".split(), "  a b  ".split(None, 1), "".split(), "".split(","),): print(repr(value))
# --- 3: "abc".split("")
print(repr("abc".split("")))
# --- 4: "line1/nline2/r/nline3/x0bx/x1cy/u2028z".splitlines(), "a/n/
for value in ("line1\nline2\r\nline3\x0bx\x1cy\u2028z".splitlines(), "a\n\nb".splitlines(True), "".splitlines(),): print(repr(value))
# --- 5: "a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rparti
for value in ("a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("-"),): print(repr(value))
# --- 6: "abc".partition("")
print(repr("abc".partition("")))
# --- 7: "Hello World".swapcase(), "hello world".title(), "they're bi
for value in ("Hello World".swapcase(), "hello world".title(), "they're bill's".title(), "x1y2".title(), "ßA".capitalize(), "ǆ".title(),): print(repr(value))
# --- 8: "hello".replace("l", "L"), "hello".replace("l", "L", 1), "ab
for value in ("hello".replace("l", "L"), "hello".replace("l", "L", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "abc".replace("", "-", 2),): print(repr(value))
# --- 9: "xxabcxx".strip("x"), "abc".lstrip("ba"), "abc".rstrip("cb")
for value in ("xxabcxx".strip("x"), "abc".lstrip("ba"), "abc".rstrip("cb"), "\t a\n".strip(), "aXa".strip(""), "\u2003a".strip(),): print(repr(value))
# --- 10: "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2)
for value in ("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "--1".zfill(5), "".zfill(2),): print(repr(value))
# --- 11: "a/tb/tcd".expandtabs(), "a/tb".expandtabs(4), "/t".expandta
for value in ("a\tb\tcd".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0), "ab\tc\n\td".expandtabs(3),): print(repr(value))
# --- 12: "abc".translate({97: "X", 98: None, 99: 100}), "abc".transla
for value in ("abc".translate({97: "X", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}),): print(repr(value))
# --- 13: str.maketrans("ab", "x")
print(repr(str.maketrans("ab", "x")))
# --- 14: "abc".startswith(("x", "a")), "abc".endswith("bc", 1), "abc"
for value in ("abc".startswith(("x", "a")), "abc".endswith("bc", 1), "abc".startswith("b", 1), "abc".endswith("", 5), "abc".startswith("", 3),): print(repr(value))
# --- 15: "ab12".isalnum(), "ab".isalpha(), "12".isdecimal(), "²".isdi
for value in ("ab12".isalnum(), "ab".isalpha(), "12".isdecimal(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "".isalpha(), "a b".isidentifier(), "_a1".isidentifier(), "1a".isidentifier(),): print(repr(value))
# --- 16: "abc".islower(), "Abc".istitle(), "A1B".isupper(), "".isspac
for value in ("abc".islower(), "Abc".istitle(), "A1B".isupper(), "".isspace(), "\x1c ".isspace(), "a\u200b".isprintable(), "é".isascii(), "".isascii(), "ǅ".istitle(),): print(repr(value))
# --- 17: "aXbX".find("X"), "aXbX".rfind("X"), "abc".find("z"), "abc".
for value in ("aXbX".find("X"), "aXbX".rfind("X"), "abc".find("z"), "abc".find("", 3), "abc".find("", 4), "abcabc".find("c", -2), "abc".rfind(""),): print(repr(value))
# --- 18: "abc".index("d")
print(repr("abc".index("d")))
# --- 19: "banana".count("an"), "aaa".count("aa"), "abc".count(""), "a
for value in ("banana".count("an"), "aaa".count("aa"), "abc".count(""), "abc".count("", 1, 2), "abc".count("a", 1),): print(repr(value))
# --- 20: "-".join(["a", "b"]), "".join([]), ",".join("abc"), "x".join
for value in ("-".join(["a", "b"]), "".join([]), ",".join("abc"), "x".join({"k": 1}), "a".join(["z"]),): print(repr(value))
# --- 21: ",".join(["a", 1])
print(repr(",".join(["a", 1])))
# --- 22: ",".join(5)
print(repr(",".join(5)))
# --- 23: "%s|%5s|%-5s|%.2s" % ("a", "b", "c", "def"), "%r %a" % ("é",
for value in ("%s|%5s|%-5s|%.2s" % ("a", "b", "c", "def"), "%r %a" % ("é", "é"), "%c%c" % (65, "B"), "%5.1f|%-8.3e|%g" % (3.14159, 12345.678, 1e-10),): print(repr(value))
# --- 24: "%x %X %#x %o %#o" % (255, 255, 255, 8, 8), "%+d % d %05d %-
for value in ("%x %X %#x %o %#o" % (255, 255, 255, 8, 8), "%+d % d %05d %-5d|" % (5, 5, 5, 5), "%s" % None, "%s" % (("t",),), "%(a)s %(b)d" % {"a": 1, "b": 2},): print(repr(value))
# --- 25: "%d" % "x"
print(repr("%d" % "x"))
# --- 26: "%s %s" % ("a",)
print(repr("%s %s" % ("a",)))
# --- 27: "%s" % ("a", "b")
print(repr("%s" % ("a", "b")))
# --- 28: "%z" % 1
print(repr("%z" % 1))
# --- 29: "%(x)s" % {}
print(repr("%(x)s" % {}))
# --- 30: "%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159), "100%%" % (), 
for value in ("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159), "100%%" % (), "%5%|" % (),): print(repr(value))
# --- 31: "{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{a[0]} {b
for value in ("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{a[0]} {b.real}".format(a=[5], b=7), "{0:>{1}}".format("x", 5), "{{}}".format(), "{!r:>6}".format("a"),): print(repr(value))
# --- 32: "{} {0}".format(1, 2)
print(repr("{} {0}".format(1, 2)))
# --- 33: "{".format()
print(repr("{".format()))
# --- 34: "}".format()
print(repr("}".format()))
# --- 35: "{0.missing}".format(1)
print(repr("{0.missing}".format(1)))
# --- 36: "{x}".format()
print(repr("{x}".format()))
# --- 37: "{2}".format(1)
print(repr("{2}".format(1)))
# --- 38: "{:d}".format("a")
print(repr("{:d}".format("a")))
# --- 39: "{:>10}|{:<10}|{:^10}|{:*^10}|{:=+10}".format("a", "b", "c",
print(repr("{:>10}|{:<10}|{:^10}|{:*^10}|{:=+10}".format("a", "b", "c", "d", 5)))
# --- 40: "{:,} {:_} {:,.2f} {:_x} {:_b}".format(1234567, 1234567, 123
print(repr("{:,} {:_} {:,.2f} {:_x} {:_b}".format(1234567, 1234567, 1234567.891, 0xdeadbeef, 255)))
# --- 41: "{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:c} {:n}".format(10,
print(repr("{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:c} {:n}".format(10, 10, 255, 255, 10, 10, 255, 65, 1000)))
# --- 42: "{:e} {:.3e} {:g} {:.3g} {:G} {:%} {:.1%}".format(12345.678,
print(repr("{:e} {:.3e} {:g} {:.3g} {:G} {:%} {:.1%}".format(12345.678, 12345.678, 0.00001, 1234567.0, 1e-10, 0.25, 0.256)))
# --- 43: "{:s}".format(1)
print(repr("{:s}".format(1)))
# --- 44: "{:.2}".format(1)
print(repr("{:.2}".format(1)))
# --- 45: "{:010.3f} {:+.2f} {: .2f} {:<10.1f}|".format(3.14159, 2.5, 
print(repr("{:010.3f} {:+.2f} {: .2f} {:<10.1f}|".format(3.14159, 2.5, 2.5, 1.25)))
# --- 46: "{!x}".format(1)
print(repr("{!x}".format(1)))
# --- 47: format(True), format(True, "d"), format(None), format([1], "
for value in (format(True), format(True, "d"), format(None), format([1], ""), format(1.0), format(1e20), format(10, "5"), format("a", "5"),): print(repr(value))
# --- 48: format([1], "5")
print(repr(format([1], "5")))
# --- 49: format(1, "z")
print(repr(format(1, "z")))
# --- 50: format(-0.0, "z.1f"), format(-0.01, "z.1f")
for value in (format(-0.0, "z.1f"), format(-0.01, "z.1f"),): print(repr(value))
# --- 51: "abc"[::-1], "abc"[-2:], "abc"[5:], "abcdef"[1:5:2], "abc"[-
for value in ("abc"[::-1], "abc"[-2:], "abc"[5:], "abcdef"[1:5:2], "abc"[-1], "abc"[-10:10], "abcdef"[::-2], ""[::1],): print(repr(value))
# --- 52: "abc"[3]
print(repr("abc"[3]))
# --- 53: "abc"["a"]
print(repr("abc"["a"]))
# --- 54: "a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "/
for value in ("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "\U0001f600" > "\uffff", "a" == "a", "a" != 1,): print(repr(value))
# --- 55: "a" < 1
print(repr("a" < 1))
# --- 56: "a" + 1
print(repr("a" + 1))
# --- 57: 1 + "a"
print(repr(1 + "a"))
# --- 58: "a" * -1, "ab" * 3, 2 * "x", "" * 5
for value in ("a" * -1, "ab" * 3, 2 * "x", "" * 5,): print(repr(value))
# --- 59: "a" * 1.5
print(repr("a" * 1.5))
# --- 60: "a" in "abc", "" in "abc", "ac" in "abc", "abc" in "ab"
for value in ("a" in "abc", "" in "abc", "ac" in "abc", "abc" in "ab",): print(repr(value))
# --- 61: 1 in "abc"
print(repr(1 in "abc"))
# --- 62: repr("a'b"), repr('a"b'), repr("a'b/"c"), repr("/n/t/r//"), 
for value in (repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\r\\"), repr("\x00\x7f\x80\xa0\xad"), repr("é\u200b\ud800\U0001f600\U000e0001"), ascii("é\U0001f600"),): print(repr(value))
# --- 63: "abc".encode(), "é".encode("latin-1"), "é".encode("utf-16-le
for value in ("abc".encode(), "é".encode("latin-1"), "é".encode("utf-16-le"), "aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"), "aé€".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"),): print(repr(value))
# --- 64: "é".encode("ascii")
print(repr("é".encode("ascii")))
# --- 65: "/ud800".encode()
print(repr("\ud800".encode()))
# --- 66: "/ud800".encode("utf-8", "surrogatepass"), "/udcff".encode("
for value in ("\ud800".encode("utf-8", "surrogatepass"), "\udcff".encode("utf-8", "surrogateescape"),): print(repr(value))
# --- 67: str(b"abc", "ascii"), str(b"/xff", "latin-1"), str(b"abc"), 
for value in (str(b"abc", "ascii"), str(b"\xff", "latin-1"), str(b"abc"), str(1.5), str([1, "a"]), str(None), str(),): print(repr(value))
# --- 68: str(b"/xff", "utf-8")
print(repr(str(b"\xff", "utf-8")))
# --- 69: str("a", "utf-8")
print(repr(str("a", "utf-8")))
# --- 70: len("😀a"), "😀a"[0], "😀a"[1], "a😀b"[::-1], list("é😀"), ord("😀
for value in (len("😀a"), "😀a"[0], "😀a"[1], "a😀b"[::-1], list("é😀"), ord("😀"), "😀".isalpha(), "𝐀".isupper(), "😀" * 2,): print(repr(value))
# --- 71: "ﬁ".upper(), "ß".upper(), "İ".lower(), "Σ".lower(), "ΑΣ".low
for value in ("ﬁ".upper(), "ß".upper(), "İ".lower(), "Σ".lower(), "ΑΣ".lower(), "ΑΣΑ".lower(), "ŉ".upper(), "ß".casefold(), "ǰ".upper(),): print(repr(value))
# --- 72: "abc".removeprefix("ab"), "abc".removesuffix("bc"), "abc".re
for value in ("abc".removeprefix("ab"), "abc".removesuffix("bc"), "abc".removeprefix(""), "abc".removesuffix("x"), "abc".removeprefix("abcd"),): print(repr(value))
# --- 73: "a".ljust(3) + "|", "a".rjust(3, "0"), "a".ljust(0)
for value in ("a".ljust(3) + "|", "a".rjust(3, "0"), "a".ljust(0),): print(repr(value))
# --- 74: "a".ljust(3, "ab")
print(repr("a".ljust(3, "ab")))
# --- 75: hash("a") == hash("a"), "a".__hash__() == hash("a"), "abc"._
for value in (hash("a") == hash("a"), "a".__hash__() == hash("a"), "abc".__len__(), "a".__add__("b"), "a".__contains__("a"), "a".__mul__(2), "a".__eq__(1), "abc".__getitem__(1),): print(repr(value))
# --- 76: "abc".__class__, str.__name__, str.__mro__, isinstance("a", 
for value in ("abc".__class__, str.__name__, str.__mro__, isinstance("a", str), issubclass(str, object), type(""),): print(repr(value))
# --- 77: "a" "b" 'c', 'a/
print(repr("a" "b" 'c', 'a\
b', """x
y""", r"\n", "\x41\u0041\U00000041\101", b"a" b"b", "\N{BULLET}"))
# --- 78: "Straße".casefold() == "STRASSE".casefold(), "a".casefold(),
for value in ("Straße".casefold() == "STRASSE".casefold(), "a".casefold(), "ΐ".casefold() == "ΐ".casefold(),): print(repr(value))
# --- 79: min("abc"), max("abc"), sorted("hello"), list(reversed("abc"
for value in (min("abc"), max("abc"), sorted("hello"), list(reversed("abc")), list(enumerate("ab", 1)), dict(zip("ab", "cd")), set("aa"), "".join(sorted("cab")),): print(repr(value))
# --- 80: "abc".format_map({"a": 1}), "{a}".format_map({"a": 1}), "{a.
for value in ("abc".format_map({"a": 1}), "{a}".format_map({"a": 1}), "{a.b}".format_map({"a": type("T", (), {"b": 3})}),): print(repr(value))
# --- 81: "x".upper("y")
print(repr("x".upper("y")))
# --- 82: "x".nope
print(repr("x".nope))
# --- 83: "a b c".split(maxsplit=1), "a b c".rsplit(maxsplit=1), "a,b"
for value in ("a b c".split(maxsplit=1), "a b c".rsplit(maxsplit=1), "a,b".split(sep=","), "abc".replace("a", "b", -1),): print(repr(value))
# --- 84: int("12"), int(" 12 "), int("-0x1f", 16), int("0b11", 0), in
for value in (int("12"), int(" 12 "), int("-0x1f", 16), int("0b11", 0), int("z", 36), int("1_000"), int("٣"), float(" 1e3 "), float("-inf"), float("nan") != float("nan"), float("1_0.5"),): print(repr(value))
# --- 85: int("12a")
print(repr(int("12a")))
# --- 86: int("")
print(repr(int("")))
# --- 87: int("1__0")
print(repr(int("1__0")))
# --- 88: float("abc")
print(repr(float("abc")))
# --- 89: int("9", 8)
print(repr(int("9", 8)))
# --- 90: int("1", 37)
print(repr(int("1", 37)))
