import re, string, textwrap, shlex, fnmatch, difflib, pprint, csv, io, json, configparser, html, base64, binascii, struct, hashlib, hmac, urllib.parse as up, uuid, glob, keyword, unicodedata, quopri, secrets, reprlib, gettext, locale, token, tokenize
# --- 1: re.findall(r"/d+", "a1b22"), re.split(r"[,;]", "a,b;c"), re.
for value in (re.findall(r"\d+", "a1b22"), re.split(r"[,;]", "a,b;c"), re.split(r"(,)", "a,b"), re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.subn("a", "b", "aaa", 2), re.escape("a.b*c"), re.match("a", "ba"), re.fullmatch("a+", "aaa").span()): print(repr(value))
# --- 2: re.search(r"(?P<y>/d{4})-(?P<m>/d/d)", "on 2020-05").groupdi
for value in (re.search(r"(?P<y>\d{4})-(?P<m>\d\d)", "on 2020-05").groupdict(), re.match(r"(a)|(b)", "b").groups(), re.match("(a)(b)?", "a").groups("x"), re.match("a(b)", "ab").expand(r"<\1>"), re.match("(?:a)(b)", "ab").group(0, 1), re.compile("a", re.I | re.M)): print(repr(value))
# --- 3: re.sub(r"/b", "|", "ab cd"), re.split(r"/b", "a b"), re.find
for value in (re.sub(r"\b", "|", "ab cd"), re.split(r"\b", "a b"), re.findall("", "ab"), re.sub("x*", "-", "abxd"), re.findall(r"(?i)A", "aA"), re.findall(r"a(?=b)", "abac"), re.findall(r"(?<!a)b", "ab cb"), re.findall(r"(a|b)(c)?", "ac b")): print(repr(value))
# --- 4: re.findall(r"a++b", "aab"), re.findall(r"(?>a+)b", "aab"), r
for value in (re.findall(r"a++b", "aab"), re.findall(r"(?>a+)b", "aab"), re.match(r"(a+)\1", "aaaa").group(), re.findall(r"(?s).", "a\n"), re.findall(r"(?m)^a$", "a\na"), re.findall(r"(?x) a  # c", "a"), re.findall(r"[^\W\d_]", "a1_é")): print(repr(value))
# --- 5: re.compile("(")
print(repr(re.compile("(")))
# --- 6: re.compile("*a")
print(repr(re.compile("*a")))
# --- 7: re.compile("[a")
print(repr(re.compile("[a")))
# --- 8: re.compile("a{2,1}")
print(repr(re.compile("a{2,1}")))
# --- 9: re.compile(r"/1")
print(repr(re.compile(r"\1")))
# --- 10: re.compile("(?P<n>a)(?P<n>b)")
print(repr(re.compile("(?P<n>a)(?P<n>b)")))
# --- 11: re.compile("(?<=a*)b")
print(repr(re.compile("(?<=a*)b")))
# --- 12: re.compile(b"a").findall("a")
print(repr(re.compile(b"a").findall("a")))
# --- 13: re.sub("(a)", r"/2", "a")
print(repr(re.sub("(a)", r"\2", "a")))
# --- 14: re.compile("a").findall("banana", 2, 4), [m.start() for m in
for value in (re.compile("a").findall("banana", 2, 4), [m.start() for m in re.finditer("a", "banana")], re.compile("x").sub(lambda m: "y", "axa"), re.compile("(a)(?P<n>b)").groupindex, re.compile("a").pattern, re.compile("").flags, re.Match, bool(re.match("", ""))): print(repr(value))
# --- 15: string.ascii_lowercase, string.digits, string.punctuation, s
for value in (string.ascii_lowercase, string.digits, string.punctuation, string.whitespace, string.capwords("a b  c"), string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$a $z").safe_substitute(a=1), string.Formatter().format("{0} {x}", 1, x=2)): print(repr(value))
# --- 16: string.Template("$z").substitute()
print(repr(string.Template("$z").substitute()))
# --- 17: string.Template("$").substitute()
print(repr(string.Template("$").substitute()))
# --- 18: textwrap.wrap("the quick brown fox jumps", 10), textwrap.fil
for value in (textwrap.wrap("the quick brown fox jumps", 10), textwrap.fill("a b c d", 3), textwrap.dedent("  a\n    b\n\n  c"), textwrap.indent("a\n\nb", "> "), textwrap.shorten("hello big world", 11), textwrap.wrap("a-very-long-word here", 8), textwrap.wrap("x" * 12, 5), textwrap.wrap("a  b\tc", 20, initial_indent="* ", subsequent_indent="  ")): print(repr(value))
# --- 19: shlex.split("a 'b c' /"d///"e/" f// g"), shlex.quote("it's")
for value in (shlex.split("a 'b c' \"d\\\"e\" f\\ g"), shlex.quote("it's"), shlex.quote("ok"), shlex.join(["a b", "c"]), shlex.split("a # b", comments=True), list(shlex.shlex("a=1;b", punctuation_chars=True)), shlex.split("")): print(repr(value))
# --- 20: shlex.split("'abc")
print(repr(shlex.split("'abc")))
# --- 21: fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.filter(["a", "b"]
for value in (fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.filter(["a", "b"], "[a]"), fnmatch.translate("*.[ch]?"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("a", "[!b]")): print(repr(value))
# --- 22: "/n".join(difflib.unified_diff("a b c".split(), "a x c".spli
for value in ("\n".join(difflib.unified_diff("a b c".split(), "a x c".split(), "f", "t", lineterm="")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "ab", "acb").get_opcodes(), list(difflib.ndiff(["a"], ["b"]))): print(repr(value))
# --- 23: pprint.pformat({"b": [1] * 30, "a": {"x": ("y" * 20, "z" * 5
for value in (pprint.pformat({"b": [1] * 30, "a": {"x": ("y" * 20, "z" * 50)}}), pprint.pformat([1, 2]), pprint.pformat({3: 1, 1: 2}), pprint.pformat("a b " * 30, width=40), pprint.saferepr([1]), pprint.isreadable([1]), pprint.pformat([[1, [2, [3]]]], depth=2), pprint.pformat({"a": 1, "b": 2}, width=5), pprint.pformat([1, 2, 3], indent=4, width=5), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False), pprint.pformat(1234567, underscore_numbers=True)): print(repr(value))
# --- 24: list(csv.reader(['a,"b,c",d', '"x""y",,z'])), list(csv.DictR
for value in (list(csv.reader(['a,"b,c",d', '"x""y",,z'])), list(csv.DictReader(["a,b", "1,2", "3,4"])), list(csv.reader(["a;b"], delimiter=";")), list(csv.reader(["a 'b c'"], delimiter=" ", quotechar="'")), list(csv.reader(["1,2"], quoting=csv.QUOTE_NONNUMERIC)), csv.list_dialects()): print(repr(value))
# --- 25: (lambda f: (csv.writer(f).writerows([["a", 'b"c', "d,e", Non
for value in ((lambda f: (csv.writer(f).writerows([["a", 'b"c', "d,e", None, 1.5], ["x\ny", ""]]), f.getvalue()))(io.StringIO()), (lambda f: (csv.DictWriter(f, ["a", "b"], restval="-").writerow({"a": 1}), f.getvalue()))(io.StringIO()), (lambda f: (csv.writer(f, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow([1, "a"]), f.getvalue()))(io.StringIO()), csv.Sniffer().sniff("a;b\n1;2\n").delimiter): print(repr(value))
# --- 26: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow([
print(repr(csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])))
# --- 27: csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1})
print(repr(csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1})))
# --- 28: (lambda c: (c.read_string("[a]/nx = 1/ny: %(x)s2/n[b]/nlist 
print(repr((lambda c: (c.read_string("[a]\nx = 1\ny: %(x)s2\n[b]\nlist =\n  one\n  two\n"), c.sections(), dict(c["a"]), c.getint("a", "x"), c["b"]["list"], c.get("a", "z", fallback="f"), c.has_option("a", "x"), c.items("a")))(configparser.ConfigParser())))
# --- 29: configparser.ConfigParser().get("no", "x")
print(repr(configparser.ConfigParser().get("no", "x")))
# --- 30: (lambda c: (c.read_dict({"s": {"k": "v"}}), c.set("s", "n", 
print(repr((lambda c: (c.read_dict({"s": {"k": "v"}}), c.set("s", "n", "2"), c.write(f := io.StringIO()), f.getvalue()))(configparser.ConfigParser())))
# --- 31: configparser.ConfigParser().read_string("no section")
print(repr(configparser.ConfigParser().read_string("no section")))
# --- 32: (lambda c: c.read_string("[a]/nx=1/nx=2"))(configparser.Conf
print(repr((lambda c: c.read_string("[a]\nx=1\nx=2"))(configparser.ConfigParser())))
# --- 33: html.escape("<a href='x'>&"), html.unescape("&lt;&amp;&#65;&
for value in (html.escape("<a href='x'>&"), html.unescape("&lt;&amp;&#65;&eacute;&nosuch;"), base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello"), base64.a85encode(b"hello"), base64.encodebytes(b"a" * 60), base64.b32hexencode(b"hi")): print(repr(value))
# --- 34: base64.b64decode("a")
print(repr(base64.b64decode("a")))
# --- 35: base64.b64decode("a b!", validate=True)
print(repr(base64.b64decode("a b!", validate=True)))
# --- 36: binascii.hexlify(b"ab"), binascii.unhexlify("6162"), binasci
for value in (binascii.hexlify(b"ab"), binascii.unhexlify("6162"), binascii.crc32(b"abc"), binascii.b2a_base64(b"abc", newline=False), binascii.a2b_qp(b"=41=\n"), binascii.b2a_qp(b"a=\xff"), binascii.crc_hqx(b"a", 0)): print(repr(value))
# --- 37: binascii.unhexlify("6")
print(repr(binascii.unhexlify("6")))
# --- 38: struct.pack("<ihB", 1, -2, 255), struct.unpack("<ihB", b"/x0
for value in (struct.pack("<ihB", 1, -2, 255), struct.unpack("<ihB", b"\x01\0\0\0\xfe\xff\xff"), struct.calcsize("@ibq"), struct.pack(">Q", 2**63), struct.pack("3s4p", b"abcd", b"xy"), struct.unpack_from("<H", b"abcd", 1), struct.pack("?f d".replace(" ", ""), True, 1.5, 2.5), list(struct.iter_unpack("<H", b"abcd")), struct.pack("e", 1.5), struct.Struct("<I").size): print(repr(value))
# --- 39: struct.pack("<B", 256)
print(repr(struct.pack("<B", 256)))
# --- 40: struct.unpack("<I", b"abc")
print(repr(struct.unpack("<I", b"abc")))
# --- 41: struct.pack("z", 1)
print(repr(struct.pack("z", 1)))
# --- 42: struct.pack("<i", "a")
print(repr(struct.pack("<i", "a")))
# --- 43: hashlib.md5(b"a").hexdigest(), hashlib.sha1(b"a").hexdigest(
for value in (hashlib.md5(b"a").hexdigest(), hashlib.sha1(b"a").hexdigest(), hashlib.sha256(b"").hexdigest()[:16], hashlib.sha512(b"a").digest()[:4], hashlib.new("sha256", b"a").name, hashlib.sha3_256(b"a").hexdigest()[:8], hashlib.blake2b(b"a", digest_size=8).hexdigest(), hashlib.shake_128(b"a").hexdigest(4), hmac.new(b"k", b"m", "sha256").hexdigest()[:12], hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 2).hex()[:8], "md5" in hashlib.algorithms_available, hashlib.sha256().block_size): print(repr(value))
# --- 44: hashlib.md5("a")
print(repr(hashlib.md5("a")))
# --- 45: hashlib.new("nope")
print(repr(hashlib.new("nope")))
# --- 46: up.urlparse("http://u:p@h:80/p;x?q=1#f"), up.urlsplit("//h/p
for value in (up.urlparse("http://u:p@h:80/p;x?q=1#f"), up.urlsplit("//h/p"), up.urljoin("http://a/b/c", "../d"), up.quote("a b/é"), up.unquote("a%20b%C3%A9"), up.urlencode({"a": [1, 2], "b": "x y"}, doseq=True), up.parse_qs("a=1&a=2&b="), up.parse_qsl("a=1;b=2"), up.urlunparse(("s", "h", "p", "", "q", "")), up.quote_plus("a b+"), up.urlparse("git://x/y;protocol=https;branch=a").params, up.urldefrag("a#b"), up.urlsplit("http://[::1]:8/").port, up.unquote_plus("a+b")): print(repr(value))
# --- 47: up.urlsplit("http://h:99999/").port
print(repr(up.urlsplit("http://h:99999/").port))
# --- 48: up.urlsplit("http://[::1/")
print(repr(up.urlsplit("http://[::1/")))
# --- 49: uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uui
for value in (uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "a"), uuid.UUID("{12345678-1234-5678-1234-567812345678}").hex, uuid.UUID(int=5), uuid.UUID(bytes=b"\x01" * 16).version, uuid.UUID("12345678123456781234567812345678").fields): print(repr(value))
# --- 50: uuid.UUID("zz")
print(repr(uuid.UUID("zz")))
# --- 51: keyword.iskeyword("for"), keyword.issoftkeyword("match"), le
for value in (keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), quopri.encodestring(b"a=b\xff"), reprlib.repr([1] * 20), reprlib.repr("x" * 100), reprlib.Repr().repr({i: i for i in range(10)}), locale.getlocale() is not None, gettext.gettext("x"), token.tok_name[1]): print(repr(value))
# --- 52: [(t.type, t.string) for t in tokenize.generate_tokens(io.Str
for value in ([(t.type, t.string) for t in tokenize.generate_tokens(io.StringIO("x = 1 # c\n").readline)][:5], [t.exact_type for t in tokenize.tokenize(io.BytesIO(b"a+b").readline)][:4]): print(repr(value))
# --- 53: json.dumps({"a": [1, 2.5, None, True, "é/n"]}), json.loads('
for value in (json.dumps({"a": [1, 2.5, None, True, "é\n"]}), json.loads('{"a": [1, 2.5e3, null, true, "\\u00e9"]}'), json.dumps([1, [2]], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("</x>"), json.dumps(1e16), json.dumps(10**20), json.loads("1e5"), json.loads(" [ ] ")): print(repr(value))
# --- 54: json.loads('{"a": }')
print(repr(json.loads('{"a": }')))
# --- 55: json.loads('["a')
print(repr(json.loads('["a')))
# --- 56: json.loads("tru")
print(repr(json.loads("tru")))
# --- 57: json.dumps({1j: 1})
print(repr(json.dumps({1j: 1})))
# --- 58: json.dumps(b"a")
print(repr(json.dumps(b"a")))
# --- 59: glob.escape("a[b]*"), glob.glob("/nonexistent/*"), glob.has_
for value in (glob.escape("a[b]*"), glob.glob("/nonexistent/*"), glob.has_magic("a*"), secrets.compare_digest(b"a", b"b"), len(secrets.token_hex(4))): print(repr(value))
