# --- 1: [1, 2] + [3], [1] * 3, [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2
for value in ([1, 2] + [3], [1] * 3, [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][-1], [1, 2] == [1, 2], [1] < [2], [1, 2] < [1, 3], [] < [1], [[]] * 2,): print(repr(value))
# --- 2: [1, 2, 3][5]
print(repr([1, 2, 3][5]))
# --- 3: [1][1.0]
print(repr([1][1.0]))
# --- 4: [1] + (2,)
print(repr([1] + (2,)))
# --- 5: [1] < ["a"]
print(repr([1] < ["a"]))
# --- 6: [1] == ["a"], [1, "a"] < [2, 1], (1, 2) == [1, 2], (1, 2) < 
for value in ([1] == ["a"], [1, "a"] < [2, 1], (1, 2) == [1, 2], (1, 2) < (1, 2, 0), (1,) + (2,), (1, 2) * 2, (1, 2, 3)[1:], (), (1,), ((),),): print(repr(value))
# --- 7: (1, 2)[2]
print(repr((1, 2)[2]))
# --- 8: (1, 2) + [3]
print(repr((1, 2) + [3]))
# --- 9: [3, 1, 2].sort(), sorted([3, 1, 2]), sorted([3, 1, 2], rever
for value in ([3, 1, 2].sort(), sorted([3, 1, 2]), sorted([3, 1, 2], reverse=True), sorted("bAc", key=str.lower), sorted([(1, "b"), (1, "a")]), sorted({3: 1, 1: 2}),): print(repr(value))
# --- 10: sorted([1, "a"])
print(repr(sorted([1, "a"])))
# --- 11: sorted([3, 1], cmp=1)
print(repr(sorted([3, 1], cmp=1)))
# --- 12: (lambda l: (l.append(4), l.extend([5, 6]), l.insert(0, 0), l
print(repr((lambda l: (l.append(4), l.extend([5, 6]), l.insert(0, 0), l.insert(-1, 9), l.insert(100, 7), l))([1, 2])))
# --- 13: (lambda l: (l.pop(), l.pop(0), l.pop(-1), l))([1, 2, 3, 4])
print(repr((lambda l: (l.pop(), l.pop(0), l.pop(-1), l))([1, 2, 3, 4])))
# --- 14: [].pop()
print(repr([].pop()))
# --- 15: [1].pop(5)
print(repr([1].pop(5)))
# --- 16: (lambda l: (l.remove(2), l.count(1), l.index(3), l.reverse()
print(repr((lambda l: (l.remove(2), l.count(1), l.index(3), l.reverse(), l.copy(), l.clear(), l))([1, 2, 3, 1])))
# --- 17: [1].remove(2)
print(repr([1].remove(2)))
# --- 18: [1, 2, 3].index(4)
print(repr([1, 2, 3].index(4)))
# --- 19: [1, 2, 3, 2].index(2, 2), [1, 2, 3].index(3, -1), [1, 1.0, T
for value in ([1, 2, 3, 2].index(2, 2), [1, 2, 3].index(3, -1), [1, 1.0, True].count(1), (1, 2, 1).count(1), (1, 2).index(2),): print(repr(value))
# --- 20: (1, 2).index(3)
print(repr((1, 2).index(3)))
# --- 21: list("abc"), list(range(3)), list({1: 2}), list((1, 2)), lis
for value in (list("abc"), list(range(3)), list({1: 2}), list((1, 2)), list(), tuple("ab"), tuple([1]), tuple(),): print(repr(value))
# --- 22: list(5)
print(repr(list(5)))
# --- 23: tuple(None)
print(repr(tuple(None)))
# --- 24: [*range(3), *"ab"], (*[1], 2), [*[]], {*[1, 1]}, [*{1: 2}], 
for value in ([*range(3), *"ab"], (*[1], 2), [*[]], {*[1, 1]}, [*{1: 2}], [x for x in range(3)], [[j for j in range(i)] for i in range(3)], [i for i in range(10) if i % 2 if i > 3],): print(repr(value))
# --- 25: (lambda l: (l.__setitem__(slice(1, 2), [7, 8, 9]), l.__delit
print(repr((lambda l: (l.__setitem__(slice(1, 2), [7, 8, 9]), l.__delitem__(slice(0, 1)), l))([1, 2, 3])))
# --- 26: (lambda l: (l.__setitem__(slice(None, None, 2), [7, 8]), l))
print(repr((lambda l: (l.__setitem__(slice(None, None, 2), [7, 8]), l))([1, 2, 3, 4])))
# --- 27: [1, 2, 3, 4].__setitem__(slice(None, None, 2), [7])
print(repr([1, 2, 3, 4].__setitem__(slice(None, None, 2), [7])))
# --- 28: [1].__setitem__(5, 1)
print(repr([1].__setitem__(5, 1)))
# --- 29: [1].__setitem__(slice(0, 1), 5)
print(repr([1].__setitem__(slice(0, 1), 5)))
# --- 30: (lambda l: (l.append(l), repr(l)))([1])[1]
print(repr((lambda l: (l.append(l), repr(l)))([1])[1]))
# --- 31: range(5), range(1, 5), range(1, 10, 2), range(5, 0, -1), lis
for value in (range(5), range(1, 5), range(1, 10, 2), range(5, 0, -1), list(range(5, 0, -2)), len(range(0, 10, 3)), range(10)[2:5], range(10)[::-1], range(3) == range(0, 3, 1), range(0) == range(5, 5), 5 in range(10), 5 in range(0, 10, 2), range(10).index(3), range(10).count(3),): print(repr(value))
# --- 32: range(1, 2, 0)
print(repr(range(1, 2, 0)))
# --- 33: range(1.0)
print(repr(range(1.0)))
# --- 34: range()
print(repr(range()))
# --- 35: range(5)[5]
print(repr(range(5)[5]))
# --- 36: range(5).index(7)
print(repr(range(5).index(7)))
# --- 37: range(3).start, range(3).stop, range(3).step, range(1, 9, 3)
for value in (range(3).start, range(3).stop, range(3).step, range(1, 9, 3)[-1], bool(range(0)), hash(range(3)) == hash(range(0, 3)), list(reversed(range(3))), 2.0 in range(3), "a" in range(3),): print(repr(value))
# --- 38: slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(
for value in (slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(3), slice(1).stop, slice(1, 2) == slice(1, 2), slice(-100, 100).indices(4),): print(repr(value))
# --- 39: slice()
print(repr(slice()))
# --- 40: slice(1, 2, 0).indices(3)
print(repr(slice(1, 2, 0).indices(3)))
# --- 41: bytes(3), bytes([1, 2]), bytes(b"a"), bytes("é", "utf-8"), b
for value in (bytes(3), bytes([1, 2]), bytes(b"a"), bytes("é", "utf-8"), b"abc"[0], b"abc"[1:], b"abc" + b"d", b"a" * 2, b"a" in b"abc", 97 in b"abc", bytes(bytearray(b"x")),): print(repr(value))
# --- 42: bytes("a")
print(repr(bytes("a")))
# --- 43: bytes([256])
print(repr(bytes([256])))
# --- 44: bytes(-1)
print(repr(bytes(-1)))
# --- 45: bytes([1.5])
print(repr(bytes([1.5])))
# --- 46: b"a" + "a"
print(repr(b"a" + "a"))
# --- 47: 300 in b"abc"
print(repr(300 in b"abc"))
# --- 48: b"abc".hex(), b"abc".hex("-"), b"abcd".hex(":", 2), bytes.fr
for value in (b"abc".hex(), b"abc".hex("-"), b"abcd".hex(":", 2), bytes.fromhex("61 62"), b"a,b".split(b","), b"abc".find(b"c"), b"abc".find(99), b"ABC".lower(), b"ab".upper(), b" a ".strip(), b"abc".replace(b"b", b"x"), b"a".join([b"x", b"y"]), b"abc".startswith(b"a"), b"a-b".partition(b"-"),): print(repr(value))
# --- 49: bytes.fromhex("6")
print(repr(bytes.fromhex("6")))
# --- 50: b"abc".find("a")
print(repr(b"abc".find("a")))
# --- 51: b"%s %d %x %a %b" % (b"a", 5, 255, "é", b"z"), b"%5d|%-5s|" 
for value in (b"%s %d %x %a %b" % (b"a", 5, 255, "é", b"z"), b"%5d|%-5s|" % (3, b"a"), b"%c" % 65,): print(repr(value))
# --- 52: b"%s" % "a"
print(repr(b"%s" % "a"))
# --- 53: repr(b"a'b"), repr(b"/x00/xff/n//"), repr(bytearray(b"a")), 
for value in (repr(b"a'b"), repr(b"\x00\xff\n\\"), repr(bytearray(b"a")), str(b"a"), b"a" == "a", b"a" < b"b", b"ab".title(), b"1".isdigit(), b"a\nb".splitlines(), b"abc".center(7, b"*"), b"7".zfill(3), b"a\tb".expandtabs(3),): print(repr(value))
# --- 54: (lambda b: (b.append(100), b.extend(b"ef"), b.insert(0, 64),
print(repr((lambda b: (b.append(100), b.extend(b"ef"), b.insert(0, 64), b.pop(), b.remove(98), b.reverse(), b))(bytearray(b"abc"))))
# --- 55: bytearray(b"a").append(300)
print(repr(bytearray(b"a").append(300)))
# --- 56: bytearray(b"a").remove(98)
print(repr(bytearray(b"a").remove(98)))
# --- 57: (lambda b: (b.__setitem__(0, 90), b.__setitem__(slice(1, 2),
print(repr((lambda b: (b.__setitem__(0, 90), b.__setitem__(slice(1, 2), b"xyz"), b.__delitem__(-1), b))(bytearray(b"abc"))))
# --- 58: bytearray(3), bytearray([1]), bytearray("a", "ascii"), bytea
for value in (bytearray(3), bytearray([1]), bytearray("a", "ascii"), bytearray(b"a") == b"a", bytearray(b"ab").decode(), bytearray(b"abc")[1:], bytearray(b"a") + b"b", b"b" + bytearray(b"a"), bytearray(b"ab") * 2, bytearray.fromhex("ff"),): print(repr(value))
# --- 59: hash(bytearray())
print(repr(hash(bytearray())))
# --- 60: memoryview(b"abc")[1], memoryview(b"abc")[1:].tobytes(), mem
for value in (memoryview(b"abc")[1], memoryview(b"abc")[1:].tobytes(), memoryview(b"abc").tolist(), len(memoryview(b"ab")), memoryview(b"a") == b"a", memoryview(bytearray(b"a")).readonly, memoryview(b"abc")[::-1].tobytes(), bytes(memoryview(b"xy")),): print(repr(value))
# --- 61: {1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {
for value in ({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1} <= {1}, {1} == frozenset([1]), {1}.isdisjoint({2}), {1}.issubset([1, 2]), {1, 2}.issuperset([1]), set() == set(), len({1, 1.0, True}),): print(repr(value))
# --- 62: {1} | [2]
print(repr({1} | [2]))
# --- 63: {[1]}
print(repr({[1]}))
# --- 64: set([[]])
print(repr(set([[]])))
# --- 65: (lambda s: (s.add(3), s.discard(9), s.update([4], [5]), s.re
print(repr((lambda s: (s.add(3), s.discard(9), s.update([4], [5]), s.remove(1), s.intersection_update([2, 3, 4]), s.difference_update([2]), s.symmetric_difference_update([3, 7]), sorted(s)))({1, 2})))
# --- 66: {1}.remove(2)
print(repr({1}.remove(2)))
# --- 67: set().pop()
print(repr(set().pop()))
# --- 68: frozenset([1, 2]) | {3}, frozenset("a"), frozenset(), set("a
for value in (frozenset([1, 2]) | {3}, frozenset("a"), frozenset(), set("a") == {"a"}, repr(set()), repr({1}), repr(frozenset([1])), {1}.copy(), {1}.union([2], (3,)), {1, 2, 3}.intersection([1, 2], [2]), {1}.difference([1]), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])},): print(repr(value))
# --- 69: frozenset([1]).add(2)
print(repr(frozenset([1]).add(2)))
# --- 70: {"a": 1, "b": 2}, {"a": 1}["a"], {"a": 1}.get("b"), {"a": 1}
for value in ({"a": 1, "b": 2}, {"a": 1}["a"], {"a": 1}.get("b"), {"a": 1}.get("b", 5), "a" in {"a": 1}, list({"a": 1}), {"a": 1}.items(), {"a": 1}.keys(), {"a": 1}.values(), len({"a": 1}), {1: "a", 1.0: "b", True: "c"},): print(repr(value))
# --- 71: {"a": 1}["b"]
print(repr({"a": 1}["b"]))
# --- 72: {}[[]]
print(repr({}[[]]))
# --- 73: {[]: 1}
print(repr({[]: 1}))
# --- 74: {"a": 1} | {"b": 2}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2
for value in ({"a": 1} | {"b": 2}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {**{"a": 1}, "a": 2}, dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1], []), {k: v for k, v in [(1, 2)]},): print(repr(value))
# --- 75: {} | []
print(repr({} | []))
# --- 76: {} < {}
print(repr({} < {}))
# --- 77: dict([1])
print(repr(dict([1])))
# --- 78: dict([(1, 2, 3)])
print(repr(dict([(1, 2, 3)])))
# --- 79: dict(5)
print(repr(dict(5)))
# --- 80: (lambda d: (d.pop("a"), d.pop("z", 0), d.setdefault("c", 3),
print(repr((lambda d: (d.pop("a"), d.pop("z", 0), d.setdefault("c", 3), d.setdefault("c", 4), d.update(x=1), d.update({"y": 2}), d.update([("z", 3)]), d.popitem(), d))({"a": 1, "b": 2})))
# --- 81: {}.pop("a")
print(repr({}.pop("a")))
# --- 82: {}.popitem()
print(repr({}.popitem()))
# --- 83: {"b": 1, "a": 2}.keys() & {"a"}, sorted({"a": 1}.keys() | {"b"}), {"
for value in ({"b": 1, "a": 2}.keys() & {"a"}, sorted({"a": 1}.keys() | {"b"}), {"a": 1}.items() & {("a", 1)}, {"a": 1}.keys() == {"a"}, {"a": 1}.keys() - {"a"}, {"a": 1}.keys().isdisjoint("b"), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1}.items())), {"a": 1}.keys().mapping,): print(repr(value))
# --- 84: (lambda d: [d.pop(k) for k in d])({"a": 1, "b": 2})
print(repr((lambda d: [d.pop(k) for k in d])({"a": 1, "b": 2})))
# --- 85: (lambda s: [s.add(k + 10) for k in s])({1})
print(repr((lambda s: [s.add(k + 10) for k in s])({1})))
# --- 86: (lambda d: (d.__setitem__("self", d), repr(d)))({})[1]
print(repr((lambda d: (d.__setitem__("self", d), repr(d)))({})[1]))
# --- 87: list(zip([1, 2], "ab")), list(zip()), lis
for value in (list(zip([1, 2], "ab")), list(zip()), list(zip([1], [2], [3])), list(map(None, [])) if False else 0, list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab")), list(reversed([1, 2])), list(iter(lambda c=iter([1, 2, 0]): next(c), 0)),): print(repr(value))
# --- 88: list(zip([1], [1, 2], strict=True))
print(repr(list(zip([1], [1, 2], strict=True))))
# --- 89: list(zip([1, 2], [1], strict=True))
print(repr(list(zip([1, 2], [1], strict=True))))
# --- 90: list(map(1, [1]))
print(repr(list(map(1, [1]))))
# --- 91: map()
print(repr(map()))
# --- 92: next(iter([]))
print(repr(next(iter([]))))
# --- 93: next(iter([]), "d"), next(iter([1])), all([]), any([]), all(
for value in (next(iter([]), "d"), next(iter([1])), all([]), any([]), all([1, 0]), any([0, 1]), len([1]), len(""), len({}), sum(range(5)), iter([1]).__length_hint__(),): print(repr(value))
# --- 94: next([])
print(repr(next([])))
# --- 95: iter(5)
print(repr(iter(5)))
# --- 96: len(5)
print(repr(len(5)))
# --- 97: reversed({1})
print(repr(reversed({1})))
# --- 98: reversed(5)
print(repr(reversed(5)))
# --- 99: a, b = [1]
a, b = [1]
# --- 100: a, b = [1, 2, 3]
a, b = [1, 2, 3]
# --- 101: a, *b = []
a, *b = []
# --- 102: a, b = 5
a, b = 5
# --- 103: [1, 2, 3][1:2] == [2], [0] * 0, [] or 1, [[1, 2], [3]][0][1]
for value in ([1, 2, 3][1:2] == [2], [0] * 0, [] or 1, [[1, 2], [3]][0][1], [1, [2, [3]]][1][1][0], (1, (2, 3))[1], [None] * 2, [1, 2, 3][-2:], [1, 2, 3][:-1], [1, 2, 3][10:], (1, 2, 3)[::2], [1, 2, 3, 4][-1:0:-2],): print(repr(value))
