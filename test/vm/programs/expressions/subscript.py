l = list(range(10))
print(l[1:4], l[:3], l[7:], l[::2], l[::-1], l[-3:-1], l[5:2], l[100:], l[-1], l[2:8:3], l[8:2:-2])
s = "hello"
print(s[1], s[-1], s[1:3], s[::-1], s[:], s[10:], (1, 2, 3)[1:], b"abc"[0], b"abc"[1:])
class S:
    def __getitem__(self, k): return k
print(S()[1, 2], S()[1:2, ::3], S()[...], S()[:], S()[()], S()[1:2:3].step, S()["a":"b"])
for f in (lambda: l[10], lambda: l["a"], lambda: s[99], lambda: (1,)[None], lambda: l[1:2:0], lambda: {}[[]], lambda: l[1.5]):
    try:
        f()
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
m = [[1, 2], [3, 4]]
m[0][1] = 9
print(m, m[1][0], [r[0] for r in m])
print(slice(1, 2), slice(None, 5, 2).indices(10), list[int], dict[str, int])
