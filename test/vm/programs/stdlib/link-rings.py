# Links that lead in a ring, and what is missing behind links.
def t(f):
    try: print(str(f()).replace(base, 'BASE'))
    except BaseException as e: print(type(e).__name__, str(e).replace(base, 'BASE'))
import tempfile, os, os.path, locale, signal, threading, queue, datetime as dt, statistics, time
base = tempfile.mkdtemp()
base = os.path.realpath(base)
def clean():
    import shutil; shutil.rmtree(base); os.makedirs(base)
clean()
os.symlink("a", base + "/a"); os.symlink("c", base + "/b"); os.symlink("b", base + "/c")
os.symlink("d/x", base+"/d"); os.mkdir(base+"/e"); os.symlink("e", base+"/f"); os.symlink("../f/../b", base+"/e/g")
for n in ("a","b","c","d","d/y","f","f/x","e/g","a/../e","a/x","b/x/../y"):
    t(lambda: (n, os.path.realpath(base+"/"+n)))
    t(lambda: (n, os.path.realpath(base+"/"+n, strict=True)))
    t(lambda: os.stat(base+"/"+n).st_mode & 0o170000)
t(lambda: os.path.exists(base+"/a")); t(lambda: os.path.lexists(base+"/a")); t(lambda: open(base+"/a"))
import pathlib
t(lambda: pathlib.Path(base+"/f/x").resolve()); t(lambda: pathlib.Path(base+"/a").resolve())
t(lambda: pathlib.Path(base+"/zz").resolve(strict=True))
t(lambda: sorted(p.name for p in pathlib.Path(base).iterdir()))
t(lambda: sorted(str(p.relative_to(base)) for p in pathlib.Path(base).rglob("*")))
clean(); os.rmdir(base)
