import os, io, tempfile, shutil, stat, glob, fnmatch, errno
d = tempfile.mkdtemp()
j = lambda *a: os.path.join(d, *a)
def rel(x):
    return str(x).replace(d, 'D')
with open(j('a.txt'), 'w') as f:
    print(f.write('héllo\nworld\r\nlast'), f.name == j('a.txt'), f.mode, f.encoding, f.closed, f.writable(), f.readable())
print(f.closed)
with open(j('a.txt')) as f:
    print(f.readline(), end='')
    print(f.tell(), repr(f.read(3)), f.tell(), repr(f.read()))
    f.seek(0)
    print(list(f))
    f.seek(2, 0)
for nl in [None, '', '\n', '\r', '\r\n']:
    with open(j('a.txt'), newline=nl) as f:
        print(repr(nl), f.readlines())
    with open(j('n.txt'), 'w', newline=nl) as f:
        f.write('x\ny\r\n')
    print(open(j('n.txt'), 'rb').read())
with open(j('a.txt'), 'rb') as f:
    print(f.read(4), f.tell(), f.seek(-3, 2), f.read(), f.readline(), f.mode)
with open(j('b.bin'), 'wb+') as f:
    print(f.write(b'0123456789'), f.seek(3), f.write(b'xx'), f.seek(0), f.read(), f.truncate(4), f.tell())
print(open(j('b.bin'), 'rb').read())
with open(j('a.txt'), 'a+') as f:
    f.write('!\n')
    f.seek(0)
    print(f.read())
with open(j('a.txt'), 'r+', encoding='latin-1') as f:
    print(repr(f.read(5)))
    f.seek(0)
    f.write('ZZ')
print(open(j('a.txt'), 'rb').read())
for f in [lambda: open(j('none')), lambda: open(d), lambda: open(j('a.txt'), 'x'), lambda: open(j('q'), 'rw'), lambda: open(j('q'), 'z'), lambda: open(j('q'), 'rbt'), lambda: open(j('q'), 'rb', encoding='x'),
          lambda: open(j('a.txt'), encoding='nope'), lambda: os.listdir(j('none')), lambda: os.mkdir(d), lambda: os.rmdir(d), lambda: os.remove(j('none')), lambda: os.rename(j('none'), j('z')),
          lambda: os.stat(j('none')), lambda: os.readlink(j('a.txt')), lambda: os.makedirs(j('a.txt', 'b')), lambda: os.unlink(d), lambda: open(j('a.txt')).write('x'), lambda: open(j('w'), 'w').read(), lambda: open(None)]:
    try:
        f()
        print('no error')
    except Exception as e:
        print(type(e).__name__, rel(e), getattr(e, 'errno', None), rel(getattr(e, 'filename', None)))
os.makedirs(j('x/y/z')); os.makedirs(j('x/y/z'), exist_ok=True)
open(j('x/f1.py'), 'w').close(); open(j('x/y/f2.py'), 'w').close(); open(j('x/y/.hid'), 'w').close()
os.symlink('f1.py', j('x/link')); os.symlink('nowhere', j('x/broken')); os.symlink('y', j('x/dl'))
print(sorted(os.listdir(d)), os.readlink(j('x/link')), os.path.islink(j('x/link')), os.path.exists(j('x/broken')), os.path.lexists(j('x/broken')))
for top, dirs, names in os.walk(j('x')):
    dirs.sort(); print(rel(top), dirs, sorted(names))
for top, dirs, names in os.walk(j('x'), topdown=False):
    print(rel(top), sorted(dirs), sorted(names))
print([rel(x) for x in sorted(glob.glob(j('x/*.py')))], sorted(rel(x) for x in glob.glob(j('x/**/*.py'), recursive=True)), sorted(rel(x) for x in glob.glob(j('x/*'))), glob.glob(j('nope*')), glob.escape('a[b]*'))
print(sorted(os.path.basename(e.path) + str(e.is_dir()) + str(e.is_symlink()) + str(e.is_file(follow_symlinks=False)) for e in os.scandir(j('x'))))
print(rel(os.path.realpath(j('x/link'))), rel(os.path.realpath(j('x/dl/../f1.py'))), os.path.samefile(j('x/link'), j('x/f1.py')))
st = os.stat(j('b.bin')); print(st.st_size, stat.S_ISREG(st.st_mode), oct(stat.S_IMODE(st.st_mode)), stat.filemode(st.st_mode), st[6], len(st))
os.chmod(j('b.bin'), 0o755); print(oct(os.stat(j('b.bin')).st_mode), os.access(j('b.bin'), os.X_OK), stat.S_ISLNK(os.lstat(j('x/link')).st_mode))
os.utime(j('b.bin'), (1000, 2000.5)); print(os.path.getmtime(j('b.bin')), os.stat(j('b.bin')).st_mtime_ns, int(os.stat(j('b.bin')).st_mtime))
shutil.copy(j('b.bin'), j('c.bin')); shutil.copytree(j('x'), j('x2'), symlinks=True); shutil.move(j('c.bin'), j('x2/moved'))
print(sorted(os.listdir(j('x2'))), os.path.exists(j('c.bin')), open(j('x2/moved'), 'rb').read(), os.readlink(j('x2/link')))
shutil.rmtree(j('x2')); print(os.path.exists(j('x2')))
os.rename(j('b.bin'), j('r.bin')); os.replace(j('r.bin'), j('a.txt')); print(open(j('a.txt'), 'rb').read())
fd = os.open(j('fd'), os.O_RDWR | os.O_CREAT, 0o600); print(os.write(fd, b'abc'), os.lseek(fd, 1, 0), os.read(fd, 9), os.fstat(fd).st_size); os.close(fd)
with tempfile.NamedTemporaryFile('w+', dir=d, suffix='.q', prefix='p') as t:
    t.write('tt'); t.flush(); print(os.path.basename(t.name).startswith('p'), t.name.endswith('.q'), open(t.name).read())
print(os.path.exists(t.name))
with tempfile.TemporaryDirectory(dir=d) as td:
    print(os.path.isdir(td))
print(os.path.exists(td))
cwd = os.getcwd(); os.chdir(j('x')); print(rel(os.getcwd()), sorted(os.listdir()), os.path.exists('f1.py'), rel(os.path.abspath('q'))); os.chdir(cwd)
print(fnmatch.fnmatch('a.py', '*.py'), fnmatch.filter(['a', 'b.c', 'd.c'], '*.c'), fnmatch.translate('a[!b]?*'), fnmatch.fnmatchcase('A', 'a'))
with open(j('iter'), 'w') as f:
    print('one', 'two', sep='\n', file=f)
    f.writelines(['a\n', 'b'])
print([l.rstrip() for l in open(j('iter'))])
b = io.BytesIO(b'abc\ndef'); print(b.readline(), b.read(2), b.tell(), b.getvalue(), b.seek(0), list(b), b.write(b'!'), b.getvalue())
s = io.StringIO('abc\ndef\n'); print(repr(s.readline()), s.read(2), s.tell(), s.seek(0), list(s), s.write('!'), repr(s.getvalue())); s.truncate(3); print(s.getvalue())
s = io.StringIO(); print('x', 1, file=s); s.write('y'); print(repr(s.getvalue())); s.close()
try: s.write('z')
except ValueError as e: print(e)
try: io.BytesIO().write('x')
except TypeError as e: print(e)
try: open(j('iter'), 'rb').fileno() and io.StringIO().fileno()
except io.UnsupportedOperation as e: print(type(e).__mro__[1:3], e)
t = io.TextIOWrapper(io.BytesIO(b'a\xc3\xa9\r\nb'), encoding='utf-8'); print(t.read(), isinstance(t, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase))
shutil.rmtree(d); print(os.path.exists(d))
