# --- compress is zlib's, byte for byte
import zlib
data = b"the quick brown fox jumps over the lazy dog " * 20 + bytes(range(256))
for level in (-1, 0, 1, 6, 9):
    c = zlib.compress(data, level)
    print(level, len(c), zlib.crc32(c), zlib.decompress(c) == data)
print(zlib.compress(b"abc" * 50).hex(), zlib.compress(b"").hex())
print(zlib.compress(b"abc", wbits=-15).hex(), zlib.compress(b"abc", 9, 31).hex())
# --- checksums
import zlib, binascii
print(zlib.crc32(b""), zlib.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), binascii.crc32(b"hello"))
print(zlib.adler32(b""), zlib.adler32(b"hello"), zlib.adler32(b"lo", zlib.adler32(b"hel")), zlib.crc32(b"a", -1), zlib.adler32(bytes(range(256)) * 100))
# --- decompress errors
import zlib
good = zlib.compress(b"hello hello hello")
for data in (b"", b"x", good[:-1], good[:5], b"\x78\x9c" + b"\xff" * 10, good[:-1] + b"\0", b"\x1f\x8b"):
    try: print(zlib.decompress(data))
    except zlib.error as e: print(e)
print(zlib.decompress(good + b"trailing"))
for f in (lambda: zlib.compress("a"), lambda: zlib.compress(b"a", 10), lambda: zlib.decompress(good, bufsize=-1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# --- compressobj
import zlib
c = zlib.compressobj()
parts = [c.compress(b"abc" * 100), c.flush(zlib.Z_SYNC_FLUSH), c.compress(b"def" * 50), c.flush(zlib.Z_FULL_FLUSH), c.compress(b"g"), c.flush()]
print([p.hex() for p in parts])
print(len(zlib.decompress(b"".join(parts))))
try: c.compress(b"x")
except zlib.error as e: print(e)
# --- compressobj options
import zlib
data = bytes(i * i % 251 for i in range(2000))
for kw in ({"level": 9}, {"wbits": -9}, {"wbits": 31}, {"memLevel": 1}, {"strategy": zlib.Z_HUFFMAN_ONLY}, {"strategy": zlib.Z_RLE}, {"strategy": zlib.Z_FIXED}, {"level": 1, "wbits": 12}):
    c = zlib.compressobj(**kw)
    out = c.compress(data) + c.flush()
    print(kw, len(out), zlib.crc32(out))
for kw in ({"wbits": 3}, {"level": 20}, {"memLevel": 0}, {"method": 7}):
    try: zlib.compressobj(**kw)
    except Exception as e: print(type(e).__name__, e)
# --- copies of a compressor
import zlib
c = zlib.compressobj()
a = c.compress(b"shared " * 10)
d = c.copy()
x = a + c.compress(b"one") + c.flush()
y = a + d.compress(b"two") + d.flush()
print(zlib.decompress(x)[-5:], zlib.decompress(y)[-5:])
# --- decompressobj
import zlib
packed = zlib.compress(b"0123456789" * 50)
d = zlib.decompressobj()
out = b""
for i in range(0, len(packed), 3): out += d.decompress(packed[i:i+3])
print(len(out), d.eof, d.unused_data, d.unconsumed_tail)
print(d.decompress(b"more"), d.unused_data, d.flush())
d = zlib.decompressobj()
first = d.decompress(packed + b"rest", 7)
print(first, len(d.unconsumed_tail) > 0, d.eof)
second = d.decompress(d.unconsumed_tail, 20)
print(second, d.flush()[:10], d.eof, d.unused_data)
# --- decompressobj of gzip and raw streams
import zlib
raw = zlib.compressobj(wbits=-15); r = raw.compress(b"raw data") + raw.flush()
gz = zlib.compressobj(wbits=31); g = gz.compress(b"gz data") + gz.flush()
print(zlib.decompressobj(-15).decompress(r), zlib.decompressobj(31).decompress(g), zlib.decompressobj(47).decompress(g), zlib.decompressobj(47).decompress(zlib.compress(b"z")))
d = zlib.decompressobj(-15); print(d.decompress(r + b"tail"), d.unused_data, d.copy().unused_data)
try: zlib.decompressobj().decompress(b"notzlib")
except zlib.error as e: print(e)
# --- dictionaries
import zlib
zd = b"common words in all the messages"
c = zlib.compressobj(zdict=zd); out = c.compress(b"all the common messages") + c.flush()
print(out.hex(), zlib.decompressobj(zdict=zd).decompress(out))
try: zlib.decompressobj().decompress(out)
except zlib.error as e: print(e)
# --- gzip module
import gzip, io
data = b"line one\nline two\n" * 5
packed = gzip.compress(data, mtime=0)
print(gzip.decompress(packed) == data, gzip.decompress(packed + packed) == data * 2)
buf = io.BytesIO()
with gzip.GzipFile("name.txt", "wb", fileobj=buf, mtime=5) as f:
    print(f.write(b"abc"), f.write(b"def" * 10), f.tell(), f.writable(), f.readable())
print(buf.getvalue().hex())
with gzip.open(io.BytesIO(buf.getvalue()), "rt") as f: print(f.read())
with gzip.GzipFile(fileobj=io.BytesIO(packed)) as f: print(f.readline(), f.read(4), f.seek(2), f.read(3), f.peek(3)[:3], list(f)[-1], f.mtime)
# --- gzip errors
import gzip
for data in (b"", b"xx", gzip.compress(b"a")[:-3], gzip.compress(b"a")[:-8] + b"\0" * 8, gzip.compress(b"a") + b"junk"):
    try: print(gzip.decompress(data))
    except Exception as e: print(type(e).__name__, str(e)[:16])
# --- zip files
import zipfile, io
buf = io.BytesIO()
with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6)), "hello " * 20)
    z.writestr(zipfile.ZipInfo("dir/b.bin", (2020, 1, 2, 3, 4, 6)), bytes(50))
with zipfile.ZipFile(io.BytesIO(buf.getvalue())) as z:
    print(z.namelist(), z.read("a.txt")[:12], z.testzip(), [(i.filename, i.file_size, i.CRC, i.date_time) for i in z.infolist()])
# --- tar files
import tarfile, io
buf = io.BytesIO()
with tarfile.open(fileobj=buf, mode="w:gz") as t:
    info = tarfile.TarInfo("a.txt"); info.size = 5; t.addfile(info, io.BytesIO(b"hello"))
    info = tarfile.TarInfo("d"); info.type = tarfile.DIRTYPE; t.addfile(info)
with tarfile.open(fileobj=io.BytesIO(buf.getvalue())) as t:
    print(t.getnames(), t.extractfile("a.txt").read(), [m.isdir() for m in t.getmembers()])
