# --- names in literals
print(ascii("\N{EM SPACE}x\N{latin small letter e with acute}"), f"\N{SNAKE}{1}" == "\U0001f40d1", ascii(f"{1}\N{GREEK CAPITAL LETTER DELTA}"))
print(r"\N{SNAKE}", b"\\N{SNAKE}", rf"\N{1}")
# --- aliases and names by rule
import unicodedata as u
print(u.name("\u4e2d"), u.name("\uac00"), u.lookup("HANGUL SYLLABLE GA"), u.lookup("CJK UNIFIED IDEOGRAPH-4E2D"))
print(ascii(u.lookup("NULL")), ascii(u.lookup("LATIN CAPITAL LETTER GHA")), u.name("\u01a2"), u.name("\n", "none"))
for c in "aZ09 \u00e9\u03b1\u0416\u05d0\u20ac\u2192\U0001f600": print(u.name(c))
# --- unknown names
import unicodedata as u
for f in (lambda: u.name("\n"), lambda: u.lookup("zz"), lambda: u.name("ab"), lambda: u.name(1)):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
for s in (r"'\N{NOPE}'", r"'\N{'", r"f'\N{NOPE}'", r"'\N'", r"'\Nx'", r"'ab\N{}'"):
    try: eval(s)
    except SyntaxError as x: print(x)
# --- properties
import unicodedata as u
for c in "\u00e9\u0301\u05d0(\u4e2d\u00bd\u00b2\ufb01\u0660\uff21\u00a1a":
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c), repr(u.decomposition(c)), u.numeric(c, None), u.digit(c, None), u.decimal(c, None))
# --- defaults and errors
import unicodedata as u
for f in (u.numeric, u.digit, u.decimal):
    try: f("a")
    except ValueError as e: print(e)
    print(f("a", "d"))
# --- normal forms
import unicodedata as u
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, [ascii(u.normalize(form, s)) for s in ("\u00e9", "e\u0301", "\ufb01", "\u00bd")], u.is_normalized(form, "\u00e9"))
try: u.normalize("X", "a")
except ValueError as e: print(e)
# --- Unicode 3.2 for IDNA
from unicodedata import ucd_3_2_0 as u
print(u.unidata_version, u.category("a"), u.category("\u0221"), u.name("a"), u.category("\u0242"))
# --- names in regular expressions
import re
print(re.findall("\\N{EM DASH}", "a\u2014b") == ["\u2014"], re.sub(r"[\N{DIGIT ONE}-\N{DIGIT THREE}]", "x", "01234"))
try: re.compile(r"\N{NOPE}")
except re.error as e: print(e)
# --- namereplace and unicode_escape
print("\u00e9\u4e2d\ud800".encode("ascii", "namereplace"), ascii(b"\\N{SNAKE}\\N{DIGIT ONE}".decode("unicode_escape")))
for b in (b"\\N{x", b"\\N{NOPE}", b"\\N"):
    try: b.decode("unicode_escape")
    except UnicodeDecodeError as e: print(e)
# --- single-byte code pages
for name in "cp437 cp037 cp850 cp1251 koi8-r iso8859-15 iso8859-2 mac-roman cp500 tis-620".split():
    text = bytes(range(128, 148)).decode(name, "replace")
    print(name, ascii(text), text.encode(name, "ignore"))
# --- code pages refuse
for f in (lambda: b"\x81".decode("cp1252"), lambda: "\u4e2d".encode("cp437"), lambda: "\u4e2d".encode("cp1251"), lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "abc".encode("rot13"), lambda: b"abc".decode("hex")):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
for e in ("replace", "ignore", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print("a\u4e2d".encode("cp437", e), "a\u4e2d".encode("cp1252", e))
# --- idna and punycode
print("b\u00fccher.example".encode("idna"), ascii(b"xn--bcher-kva.example".decode("idna")), "b\u00fccher".encode("punycode"), ascii(b"bcher-kva".decode("punycode")))
# --- utf-7
print("hi+\u00e9\u2192-a".encode("utf-7"), ascii(b"hi+-+AOkhkg-".decode("utf-7")), "\U0001f600.".encode("utf7"), ascii(b"+2D3eAA-.".decode("utf7")))
for b in (b"+", b"a+A", b"+AO", b"\xe9", b"+!"):
    try: print(ascii(b.decode("utf-7")))
    except UnicodeDecodeError as e: print(e)
    print(ascii(b.decode("utf-7", "replace")))
# --- binary codecs
import codecs
print(codecs.encode("abc", "rot13"), codecs.encode(b"abc", "hex"), codecs.encode(b"abc", "base64"), codecs.decode(b"616263", "hex"), codecs.decode(b"YWJj\n", "base64"))
print(codecs.escape_decode(b"a\\n\\x41\\101"), codecs.escape_encode(b"a'\n\\"), codecs.encode(b"a=b", "quopri"), codecs.lookup("cp437").name)
# --- registered codecs
import codecs
def find(name):
    if name == "shout": return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="shout")
    if name == "odd": return codecs.CodecInfo(lambda s, e="strict": ("x", 1), lambda b, e="strict": (1, 1), name="odd")
codecs.register(find)
print("abc".encode("shout"), b"ABC".decode("shout"), str(b"XY", "shout"), bytes("q", "shout"))
for f in (lambda: "a".encode("odd"), lambda: b"a".decode("odd")):
    try: f()
    except TypeError as e: print(e)
codecs.unregister(find)
# --- registered error handlers
import codecs
codecs.register_error("stars", lambda e: ("*" * (e.end - e.start), e.end))
print("a\u4e2d\u4e2db".encode("ascii", "stars"), "a\u4e2d".encode("cp437", "stars"), b"a\xffb".decode("utf-8", "stars"))
print(codecs.lookup_error("namereplace")(UnicodeEncodeError("ascii", "\u00e9", 0, 1, "x")))
