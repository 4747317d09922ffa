import os, sys, os.path as p, io, pathlib, tempfile, shutil, stat, errno, platform, subprocess, logging, warnings, traceback, inspect, ast, argparse, unittest, importlib, pkgutil, signal, threading, contextvars, gc, atexit, getopt, optparse, linecache, code, dis, textwrap, types, functools, fcntl, pwd, grp, mmap, time, getpass, zlib, cmd, ipaddress, email.message, mimetypes
# --- 1: p.join("a", "b", "/c", "d"), p.normpath("a/./b/../c//d"), p.
for value in (p.join("a", "b", "/c", "d"), p.normpath("a/./b/../c//d"), p.split("/a/b"), p.splitext("a.tar.gz"), p.splitext(".bashrc"), p.basename("/a/b/"), p.dirname("/a/b"), p.isabs("/a"), p.commonprefix(["/ab", "/ac"]), p.commonpath(["/a/b", "/a/c"]), p.relpath("/a/b", "/a/c"), p.expanduser("x"), p.splitdrive("/a"), p.normpath(""), p.join("", "a"), p.abspath("/a/../b"), p.normpath("//a"), p.exists("/nonexistent"), p.join(b"a", b"b")): print(repr(value))
# --- 2: p.join("a", b"b")
print(repr(p.join("a", b"b")))
# --- 3: p.join(5)
print(repr(p.join(5)))
# --- 4: p.commonpath(["/a", "b"])
print(repr(p.commonpath(["/a", "b"])))
# --- 5: os.sep, os.linesep, os.name, os.curdir, os.pathsep, os.fspat
for value in (os.sep, os.linesep, os.name, os.curdir, os.pathsep, os.fspath(pathlib.Path("a")), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), os.path is p, os.devnull, os.O_RDONLY, os.WIFEXITED(0), os.strerror(2), os.getenv("NOPE", "d"), "NOPE" in os.environ, os.extsep, os.SEEK_END): print(repr(value))
# --- 6: os.fspath(5)
print(repr(os.fspath(5)))
# --- 7: os.environ["NOPE"]
print(repr(os.environ["NOPE"]))
# --- 8: os.listdir("/nonexistent")
print(repr(os.listdir("/nonexistent")))
# --- 9: os.stat("/nonexistent")
print(repr(os.stat("/nonexistent")))
# --- 10: open("/nonexistent/file")
print(repr(open("/nonexistent/file")))
# --- 11: os.remove("/nonexistent")
print(repr(os.remove("/nonexistent")))
# --- 12: os.rmdir("/nonexistent")
print(repr(os.rmdir("/nonexistent")))
# --- 13: open("x", "q")
print(repr(open("x", "q")))
# --- 14: open("x", "rb", encoding="utf-8")
print(repr(open("x", "rb", encoding="utf-8")))
# --- 15: open(b"/nonexistent")
print(repr(open(b"/nonexistent")))
# --- 16: pathlib.PurePath("a/b.txt").suffix, pathlib.PurePath("/a/b/c
for value in (pathlib.PurePath("a/b.txt").suffix, pathlib.PurePath("/a/b/c").parts, pathlib.PurePath("a") / "b" / "/c", pathlib.PurePath("a/../b"), pathlib.PurePath("a/b.tar.gz").suffixes, pathlib.PurePath("a/b").with_suffix(".x"), pathlib.PurePath("a/b").with_name("z"), pathlib.PurePath("/a/b").relative_to("/a"), pathlib.PurePath("a/b").parent, list(pathlib.PurePath("/a/b/c").parents), pathlib.PurePath("a.py").match("*.py"), pathlib.PurePath("a//b/./c"), pathlib.PurePath("a").joinpath("b", "c"), pathlib.PurePath("/a").is_absolute(), pathlib.PurePath("a") == pathlib.PurePath("a/"), pathlib.PurePath("b.txt").stem, pathlib.PurePath("/a/b").as_uri(), pathlib.PurePosixPath("a"), pathlib.PureWindowsPath("c:\\a\\b").parts, pathlib.PurePath("a") < pathlib.PurePath("b"), repr(pathlib.PurePath()), pathlib.PurePath("/a/b").is_relative_to("/a"), hash(pathlib.PurePath("a")) == hash(pathlib.PurePath("a")), pathlib.PurePath("a/b").name, pathlib.PurePath("a").with_stem("q"), pathlib.PurePath("/").root, pathlib.Path("x").exists()): print(repr(value))
# --- 17: pathlib.PurePath("a").with_name("")
print(repr(pathlib.PurePath("a").with_name("")))
# --- 18: pathlib.PurePath("a").relative_to("b")
print(repr(pathlib.PurePath("a").relative_to("b")))
# --- 19: pathlib.PurePath(5)
print(repr(pathlib.PurePath(5)))
# --- 20: (lambda d: ((d / "f").write_text("héllo/n"), (d / "f").read_
print(repr((lambda d: ((d / "f").write_text("héllo\n"), (d / "f").read_text(), (d / "f").read_bytes(), (d / "f").stat().st_size, (d / "f").exists(), (d / "g").mkdir(), sorted(x.name for x in d.iterdir()), sorted(x.name for x in d.glob("*")), (d / "f").rename(d / "h").name, (d / "h").is_file(), d.is_dir(), (d / "h").unlink(), (d / "g").rmdir(), list(d.iterdir())))(pathlib.Path(tempfile.mkdtemp()))))
# --- 21: (lambda d: (os.makedirs(p.join(d, "a/b/c")), open(p.join(d, 
print(repr((lambda d: (os.makedirs(p.join(d, "a/b/c")), open(p.join(d, "a/x"), "w").close(), [(r[len(d):], sorted(ds), fs) for r, ds, fs in os.walk(d)], shutil.copytree(p.join(d, "a"), p.join(d, "z"))[len(d):], sorted(os.listdir(p.join(d, "z"))), shutil.rmtree(p.join(d, "a")), os.listdir(d), shutil.move(p.join(d, "z/x"), p.join(d, "y"))[len(d):], os.path.isfile(p.join(d, "y")), shutil.copy(p.join(d, "y"), p.join(d, "w"))[len(d):], sorted(e.name for e in os.scandir(d))))(tempfile.mkdtemp())))
# --- 22: (lambda d: (os.symlink("t", p.join(d, "l")), os.readlink(p.j
print(repr((lambda d: (os.symlink("t", p.join(d, "l")), os.readlink(p.join(d, "l")), p.islink(p.join(d, "l")), p.exists(p.join(d, "l")), p.lexists(p.join(d, "l")), os.rename(p.join(d, "l"), p.join(d, "m")), os.listdir(d), os.unlink(p.join(d, "m")), os.makedirs(d, exist_ok=True)))(tempfile.mkdtemp())))
# --- 24: (lambda f: (f.write("a/nb/n"), f.seek(0), f.readline(), f.re
print(repr((lambda f: (f.write("a\nb\n"), f.seek(0), f.readline(), f.read(), f.tell(), f.name == f.name, f.mode))(tempfile.NamedTemporaryFile("w+"))))
# --- 25: (lambda f: (f.write(b"abc"), f.seek(1), f.read(), f.truncate
print(repr((lambda f: (f.write(b"abc"), f.seek(1), f.read(), f.truncate(2), f.seek(0), f.read(), f.closed, f.close(), f.closed))(tempfile.TemporaryFile())))
# --- 26: (lambda f: (f.write("x"), f.close(), open(f.name).read(), os
print(repr((lambda f: (f.write("x"), f.close(), open(f.name).read(), os.path.exists(f.name)))(tempfile.NamedTemporaryFile("w", delete=False))))
# --- 27: io.StringIO("a/nb").readlines(), io.StringIO("a/r/nb", newli
for value in (io.StringIO("a\nb").readlines(), io.StringIO("a\r\nb", newline=None).read(), (lambda s: (s.write("abc"), s.seek(1), s.read(), s.getvalue(), s.truncate(1), s.getvalue()))(io.StringIO()), io.BytesIO(b"abc").read(2), (lambda b: (b.write(b"x"), b.seek(0, 2), b.write(b"y"), b.getvalue(), b.getbuffer().nbytes))(io.BytesIO(b"abc")), list(io.StringIO("a\nb\n")), io.BytesIO(b"a\nb").readline(), io.StringIO().readable(), io.DEFAULT_BUFFER_SIZE, io.SEEK_CUR, (lambda r: r.readinto(bytearray(2)))(io.BytesIO(b"abc")), io.TextIOWrapper(io.BytesIO(b"\xc3\xa9\n"), "utf-8").read(), io.BufferedReader(io.BytesIO(b"abcdef")).peek(2)[:2], isinstance(io.StringIO(), io.TextIOBase), io.IncrementalNewlineDecoder(None, True).decode("a\r\nb")): print(repr(value))
# --- 28: io.StringIO().read(1, 2)
print(repr(io.StringIO().read(1, 2)))
# --- 29: io.StringIO(5)
print(repr(io.StringIO(5)))
# --- 30: io.BytesIO("a")
print(repr(io.BytesIO("a")))
# --- 31: (lambda s: (s.close(), s.read()))(io.StringIO())
print(repr((lambda s: (s.close(), s.read()))(io.StringIO())))
# --- 32: io.StringIO().fileno()
print(repr(io.StringIO().fileno()))
# --- 33: io.BytesIO(b"a").seek(-1)
print(repr(io.BytesIO(b"a").seek(-1)))
# --- 34: stat.S_ISDIR(0o40755), stat.filemode(0o100644), stat.filemod
for value in (stat.S_ISDIR(0o40755), stat.filemode(0o100644), stat.filemode(0o120777), stat.S_IMODE(0o100755), oct(stat.S_IFMT(0o100644)), stat.S_IRWXU, errno.ENOENT, errno.errorcode[13], errno.EEXIST): print(repr(value))
# --- 35: sys.maxsize, sys.byteorder, sys.version_info[0], sys.getsize
for value in (sys.maxsize, sys.byteorder, sys.version_info[0], sys.getsizeof is not None, sys.getrecursionlimit() > 0, sys.float_info.max, sys.int_info.bits_per_digit, sys.hash_info.width, sys.exc_info(), sys.maxunicode, sys.getdefaultencoding(), sys.intern("a"), sys.flags.optimize, isinstance(sys.path, list), "os" in sys.modules, sys.getfilesystemencoding(), sys.stdout.writable(), sys.platform, sys.api_version > 0, isinstance(sys.argv, list)): print(repr(value))
# --- 36: sys.exit("bye")
print(repr(sys.exit("bye")))
# --- 37: sys.exit(3)
print(repr(sys.exit(3)))
# --- 38: sys.intern(5)
print(repr(sys.intern(5)))
# --- 39: sys.setrecursionlimit(-1)
print(repr(sys.setrecursionlimit(-1)))
# --- 40: logging.getLogger("a.b").name, logging.INFO, logging.getLeve
for value in (logging.getLogger("a.b").name, logging.INFO, logging.getLevelName(20), logging.getLevelName("DEBUG"), logging.getLogger("a.b").parent.name, logging.Formatter("%(levelname)s:%(message)s").format(logging.LogRecord("n", 30, "f", 1, "m %s", ("x",), None)), logging.getLogger().level, logging.getLogger("q").isEnabledFor(40), logging.getLogger("z").getEffectiveLevel(), logging.Formatter("{message}", style="{").format(logging.LogRecord("n", 30, "f", 1, "m", (), None)), logging.NullHandler().level, logging.addLevelName(5, "TRACE"), logging.getLevelName(5)): print(repr(value))
# --- 41: (lambda s: (lambda h, l: (h.setFormatter(logging.Formatter("
print(repr((lambda s: (lambda h, l: (h.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s")), l.addHandler(h), l.setLevel(10), setattr(l, "propagate", False), l.debug("d %d", 1), l.info("i"), l.warning("w %(a)s", {"a": 2}), l.error("e", extra={"q": 1}), l.log(5, "no"), l.removeHandler(h), s.getvalue()))(logging.StreamHandler(s), logging.getLogger("t1")))(io.StringIO())[-1]))
# --- 42: logging.getLogger("x").setLevel("NOPE")
print(repr(logging.getLogger("x").setLevel("NOPE")))
# --- 43: (lambda w: (w.__enter__(), warnings.simplefilter("always"), 
for value in ((lambda w: (w.__enter__(), warnings.simplefilter("always"), warnings.warn("m", DeprecationWarning), warnings.warn(UserWarning("u")), w.__exit__(None, None, None)))(warnings.catch_warnings(record=True))[0].__class__, warnings.formatwarning("m", UserWarning, "f", 1, "line")): print(repr(value))
# --- 44: (lambda w: (w.__enter__(), warnings.simplefilter("error"), w
print(repr((lambda w: (w.__enter__(), warnings.simplefilter("error"), warnings.warn("boom")))(warnings.catch_warnings())))
# --- 45: warnings.warn("m", int)
print(repr(warnings.warn("m", int)))
# --- 46: traceback.format_exception_only(ValueError("x")), traceback.
for value in (traceback.format_exception_only(ValueError("x")), traceback.format_exception(KeyError("k")), traceback.format_list([("f", 1, "n", "src")]), traceback.extract_stack()[-1].name, str(traceback.StackSummary.from_list([("f", 1, "n", "s")])[0].lineno), traceback.format_exception_only(SyntaxError("m", ("f", 1, 2, "a b\n"))), traceback.TracebackException.from_exception(ValueError(1)).exc_type.__name__): print(repr(value))
# --- 47: inspect.signature(lambda a, b=1, *c, d, e=2, **f: 0), inspec
for value in (inspect.signature(lambda a, b=1, *c, d, e=2, **f: 0), inspect.signature(len), inspect.isfunction(len), inspect.isclass(int), inspect.getmro(bool), inspect.signature(int.to_bytes) is not None, [x.kind.name for x in inspect.signature(lambda a, /, b, *, c: 0).parameters.values()], inspect.cleandoc("  a\n    b"), inspect.getdoc(len)[:6], inspect.isbuiltin(len), inspect.ismethod([].append), inspect.isgenerator(x for x in []), inspect.signature(lambda a, b: 0).bind(1, b=2).arguments, inspect.getfullargspec(lambda a, b=2: 0), inspect.unwrap(functools.wraps(len)(lambda: 0)) is len, inspect.getmembers(type("T", (), {"zz": 1}), lambda v: v == 1), inspect.signature(lambda a: 0).replace(parameters=[]), inspect.iscoroutinefunction(len), inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=5)): print(repr(value))
# --- 48: inspect.signature(lambda a: 0).bind()
print(repr(inspect.signature(lambda a: 0).bind()))
# --- 49: inspect.signature(5)
print(repr(inspect.signature(5)))
# --- 50: inspect.getsource(len)
print(repr(inspect.getsource(len)))
# --- 51: ast.dump(ast.parse("x = 1 + y")), ast.dump(ast.parse("f(a, *
for value in (ast.dump(ast.parse("x = 1 + y")), ast.dump(ast.parse("f(a, *b, k=c)", mode="eval")), ast.literal_eval("[1, {'a': (2.5, None)}, {3}, b'x', -1, 1+2j]"), ast.unparse(ast.parse("if a:\n  b = [i for i in c if d]\nelse: f(*x, **y)")), ast.unparse(ast.parse("lambda x, /, *y, z=1: (yield)")), [type(n).__name__ for n in ast.walk(ast.parse("a + 1"))], ast.get_docstring(ast.parse("'doc'")), ast.unparse(ast.parse("f'{a!r:>{w}} {b}'")), ast.dump(ast.parse("match x:\n case [1, *r] if y: pass")), ast.unparse(ast.parse("try:\n a\nexcept E as e: b\nfinally: c")), ast.unparse(ast.parse("(a := 1, not b, -c ** 2, a if b else c, x[1:2, ::3])")), ast.dump(ast.Constant(5)), ast.unparse(ast.parse("async def f():\n async with a as b: await c")), ast.dump(ast.parse("x"), indent=1), ast.iter_child_nodes(ast.parse("1")).__next__().__class__.__name__, ast.unparse(ast.parse("global x; del y, z; import a.b as c; from . import d")), ast.get_source_segment("a + bc", ast.parse("a + bc").body[0].value.right)): print(repr(value))
# --- 54: ast.parse("1 +")
print(repr(ast.parse("1 +")))
# --- 56: (lambda a: (a.add_argument("x", type=int), a.add_argument("-
print(repr((lambda a: (a.add_argument("x", type=int), a.add_argument("--y", "-y", default=5, type=int, help="the y"), a.add_argument("-v", action="count", default=0), a.add_argument("--l", nargs="*"), a.add_argument("--c", choices=["a", "b"]), a.parse_args(["3", "-vv", "--y", "7", "--l", "1", "2", "--c=a"]), a.format_usage(), a.format_help()))(argparse.ArgumentParser(prog="p", description="d"))[5:]))
# --- 57: (lambda a: (a.add_argument("x", type=int), a.parse_args(["z"
print(repr((lambda a: (a.add_argument("x", type=int), a.parse_args(["z"])))(argparse.ArgumentParser(prog="p", exit_on_error=False))))
# --- 58: (lambda a: (lambda s: (s.add_parser("one").add_argument("--q
print(repr((lambda a: (lambda s: (s.add_parser("one").add_argument("--q"), a.parse_args(["one", "--q", "1"])))(a.add_subparsers(dest="cmd")))(argparse.ArgumentParser(prog="p"))[1]))
# --- 59: getopt.getopt(["-a", "-b", "x", "--long=1", "rest"], "ab:", 
for value in (getopt.getopt(["-a", "-b", "x", "--long=1", "rest"], "ab:", ["long="]), getopt.gnu_getopt(["r", "-a"], "a")): print(repr(value))
# --- 60: getopt.getopt(["-z"], "a")
print(repr(getopt.getopt(["-z"], "a")))
# --- 61: (lambda o: (o.add_option("-f", dest="f", default=1), o.parse
print(repr((lambda o: (o.add_option("-f", dest="f", default=1), o.parse_args(["-f", "2", "x"])))(optparse.OptionParser(prog="p"))[1][1]))
# --- 62: importlib.import_module("json").__name__, importlib.util.fin
for value in (importlib.import_module("json").__name__, importlib.util.find_spec("nope_x") if hasattr(importlib, "util") else None, importlib.reload(textwrap).__name__, sorted(m.name for m in pkgutil.iter_modules([]))): print(repr(value))
# --- 63: importlib.import_module("nope.x")
print(repr(importlib.import_module("nope.x")))
# --- 64: threading.current_thread().name, threading.Lock().__class__.
for value in (threading.current_thread().name, threading.Lock().__class__.__name__, (lambda l: (l.acquire(), l.locked(), l.release(), l.locked()))(threading.Lock()), (lambda r, t: (t.start(), t.join(), r))(r := [], threading.Thread(target=lambda: r.append(1))), threading.active_count(), (lambda e: (e.set(), e.is_set(), e.wait(1)))(threading.Event()), (lambda l: (setattr(l, "x", 5), l.x))(threading.local()), threading.RLock().__enter__(), (lambda s: (s.acquire(), s._value))(threading.Semaphore(2)), threading.main_thread() is threading.current_thread(), (lambda b: b.parties)(threading.Barrier(2))): print(repr(value))
# --- 65: threading.Lock().release()
print(repr(threading.Lock().release()))
# --- 66: contextvars.ContextVar("v", default=3).get(), (lambda v: (v.
for value in (contextvars.ContextVar("v", default=3).get(), (lambda v: (v.set(5), v.get(), contextvars.copy_context()[v]))(contextvars.ContextVar("w"))[1:]): print(repr(value))
# --- 68: signal.SIGINT, signal.Signals(15).name, signal.strsignal(9),
for value in (signal.SIGINT, signal.Signals(15).name, signal.strsignal(9), gc.isenabled(), gc.collect() >= 0, int(signal.SIGTERM), signal.getsignal(signal.SIGTERM)): print(repr(value))
# --- 69: linecache.getline("nope", 1), code.compile_command("x = 1") 
for value in (linecache.getline("nope", 1), code.compile_command("x = 1") is not None, types.TracebackType.__name__): print(repr(value))
# --- 70: ipaddress.ip_address("192.168.0.1"), ipaddress.ip_network("1
for value in (ipaddress.ip_address("192.168.0.1"), ipaddress.ip_network("10.0.0.0/30").num_addresses, list(ipaddress.ip_network("10.0.0.0/30").hosts()), ipaddress.ip_address("::1").is_loopback, ipaddress.ip_address("1.2.3.4") in ipaddress.ip_network("1.2.0.0/16"), mimetypes.guess_type("a.html"), mimetypes.guess_extension("text/plain")): print(repr(value))
# --- 71: ipaddress.ip_address("x")
print(repr(ipaddress.ip_address("x")))
# --- 73: (lambda m: (m.__setitem__("Subject", "hi"), m.set_content("b
print(repr((lambda m: (m.__setitem__("Subject", "hi"), m.set_content("body\n"), m.as_string()))(email.message.EmailMessage())[-1]))
# --- 74: subprocess.PIPE, subprocess.list2cmdline(["a b", "c"]), subp
for value in (subprocess.PIPE, subprocess.list2cmdline(["a b", "c"]), subprocess.CalledProcessError(1, "x").returncode, str(subprocess.CalledProcessError(1, ["x"])), subprocess.CompletedProcess(["a"], 0, "o"), str(subprocess.TimeoutExpired("c", 5)), subprocess.DEVNULL): print(repr(value))
# --- 75: (lambda t: (unittest.TextTestRunner(stream=io.StringIO()).ru
print(repr((lambda t: (unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(t)).__repr__()))(type("T", (unittest.TestCase,), {"test_a": lambda s: s.assertEqual(1, 1), "test_b": lambda s: s.assertEqual([1, 2], [1, 3]), "test_c": lambda s: s.fail("f"), "test_d": lambda s: s.skipTest("sk"), "test_e": lambda s: 1 / 0}))))
# --- 76: unittest.TestCase().assertEqual({"a": 1}, {"a": 2})
print(repr(unittest.TestCase().assertEqual({"a": 1}, {"a": 2})))
# --- 77: unittest.TestCase().assertEqual("ab/ncd", "ab/nce")
print(repr(unittest.TestCase().assertEqual("ab\ncd", "ab\nce")))
# --- 78: unittest.TestCase().assertIn(1, [2])
print(repr(unittest.TestCase().assertIn(1, [2])))
# --- 79: unittest.TestCase().assertRaises(ValueError, int, "5")
print(repr(unittest.TestCase().assertRaises(ValueError, int, "5")))
# --- 80: unittest.TestCase().assertAlmostEqual(1.0, 1.1)
print(repr(unittest.TestCase().assertAlmostEqual(1.0, 1.1)))
# --- 81: (lambda m: (m(1, a=2), m.called, m.call_count, m.call_args, 
print(repr((lambda m: (m(1, a=2), m.called, m.call_count, m.call_args, m.assert_called_once_with(1, a=2), m.mock_calls, m.x.y(3), m.method_calls, setattr(m, "return_value", 7), m()))(__import__("unittest.mock", fromlist=["Mock"]).Mock(name="mk") if False else __import__("unittest.mock").mock.Mock())[1:5]))
# --- 82: __import__("unittest.mock").mock.Mock().assert_called_once()
print(repr(__import__("unittest.mock").mock.Mock().assert_called_once()))
# --- 83: (lambda mock: (mock.patch("os.sep", "!").__enter__(), os.sep
print(repr((lambda mock: (mock.patch("os.sep", "!").__enter__(), os.sep, mock.patch.stopall(), mock.MagicMock().__len__(), mock.MagicMock(spec=["a"]).a.__class__.__name__, mock.call(1, b=2), mock.ANY == 5, mock.sentinel.x))(__import__("unittest.mock").mock)[1:2]))
# --- nodes without optional fields (3.13)
print(ast.dump(ast.Name("x")), ast.Call(ast.Name("f")).args, ast.arg("a").annotation, ast.unparse(ast.Call(ast.Name("f"))))
