import os.path as p, os
for s in ['', '/', '//', '///', 'a', 'a/', '/a', 'a/b', '/a//b/', '//a/b', 'a/../b', '../..', '/..', 'a/./b/..', './a', '...', 'a/...', '/a/b/../../..', '.', 'x.tar.gz', '.bashrc', 'a.b/c', '..x', 'a/.b.c', 'foo.']:
    print(repr(s), p.normpath(s), p.split(s), p.splitext(s), p.basename(s), p.dirname(s), p.isabs(s), p.splitdrive(s), p.normcase(s))
for parts in [('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('a', '', 'c'), ('/', 'x'), ('a', 'b', 'c/'), (b'a', b'b')]:
    print(parts, p.join(*parts))
for a, b in [('/a/b', '/a'), ('/a', '/a/b'), ('/a/b/c', '/a/x/y'), ('/', '/a'), ('/a', '/'), ('/a', '/a'), ('/x/../y', '/y/z')]:
    print(a, b, p.relpath(a, b))
print(p.commonprefix(['/usr/lib', '/usr/local']), p.commonprefix([]), p.commonpath(['/usr/lib', '/usr/local/x']), p.commonpath(['a/b', 'a/c']), p.commonprefix([[1, 2], [1, 3]]))
os.environ['SB_X'] = 'val'
print(p.expandvars('$SB_X/${SB_X}/$NOPE_Y/${NOPE_Y}/$'), p.expanduser('x/~'), p.expanduser('a'))
for f in [lambda: p.relpath(''), lambda: p.commonpath([]), lambda: p.commonpath(['/a', 'b']), lambda: p.join('a', 5), lambda: p.join(5), lambda: p.join('a', b'b'), lambda: p.basename(None), lambda: p.exists(None), lambda: p.isdir(3.5), lambda: p.splitext(1), lambda: p.getsize('/nope/x'), lambda: p.exists('a\0b')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class P:
    def __fspath__(self):
        return '/x/y.z'
print(p.basename(P()), p.join(P(), 'b'), os.fspath(P()), p.splitext(P()), isinstance(P(), os.PathLike), issubclass(str, os.PathLike), ascii(os.fsdecode(b'\xff\xc3\xa9')), os.fsencode('\udcff\xe9'))
print(p.sep, p.pardir, p.curdir, p.altsep, p.extsep, p.pathsep, p.defpath, p.devnull, os.path is p, os.linesep == '\n', os.name, os.sep)
print(p.exists('/no/such'), p.lexists('/no/such'), p.isfile('/no/such'), p.islink('/no/such'), p.isdir('/'))
