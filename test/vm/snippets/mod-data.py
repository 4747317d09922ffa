import collections, itertools, functools, operator, math, random, decimal, fractions, statistics, heapq, bisect, copy, types, enum, dataclasses, typing, abc, numbers, array, weakref, datetime, time, calendar, contextlib, copyreg, pickle, queue, string
from decimal import Decimal as D
from fractions import Fraction as F
# --- 1: collections.Counter("banana"), collections.Counter("ab") + c
for value in (collections.Counter("banana"), collections.Counter("ab") + collections.Counter("bc"), collections.Counter("aab") - collections.Counter("a"), collections.Counter("abc").most_common(2), collections.Counter(a=1, b=-1).elements().__class__.__name__, sorted(collections.Counter("aab").elements()), collections.Counter("a") & collections.Counter("ab"), collections.Counter(a=2).total(), collections.Counter("a")["z"], +collections.Counter(a=1, b=-2)): print(repr(value))
# --- 2: collections.defaultdict(list, a=[1]), (lambda d: (d["x"].app
for value in (collections.defaultdict(list, a=[1]), (lambda d: (d["x"].append(1), d))(collections.defaultdict(list)), collections.defaultdict(int)["q"], collections.OrderedDict([("b", 1), ("a", 2)]), (lambda o: (o.move_to_end("b"), o.popitem(last=False), o))(collections.OrderedDict(b=1, a=2, c=3)), collections.OrderedDict(a=1) == {"a": 1}): print(repr(value))
# --- 3: collections.defaultdict(5)
print(repr(collections.defaultdict(5)))
# --- 4: collections.defaultdict()["x"]
print(repr(collections.defaultdict()["x"]))
# --- 5: collections.deque([1, 2, 3], 2), (lambda d: (d.appendleft(0)
for value in (collections.deque([1, 2, 3], 2), (lambda d: (d.appendleft(0), d.rotate(1), d.extendleft([7, 8]), d.pop(), d.popleft(), d.insert(1, 9), d))(collections.deque([1, 2, 3])), collections.deque("abc").index("b"), collections.deque([1]) + collections.deque([2]), collections.deque([1, 2]) * 2, collections.deque(maxlen=3).maxlen, list(reversed(collections.deque([1, 2]))), collections.deque([1, 2]).count(1)): print(repr(value))
# --- 6: collections.deque().pop()
print(repr(collections.deque().pop()))
# --- 7: collections.deque([1]).remove(5)
print(repr(collections.deque([1]).remove(5)))
# --- 8: collections.namedtuple("P", "x y")(1, 2), collections.namedt
for value in (collections.namedtuple("P", "x y")(1, 2), collections.namedtuple("P", ["a", "b"], defaults=[5])(1)._asdict(), collections.namedtuple("P", "x class", rename=True)._fields, collections.namedtuple("P", "x")._make([1])._replace(x=3), collections.namedtuple("P", "x y")(1, y=2).y, collections.namedtuple("P", "x")(1) == (1,)): print(repr(value))
# --- 9: collections.namedtuple("P", "x x")
print(repr(collections.namedtuple("P", "x x")))
# --- 10: collections.namedtuple("P", "1a")
print(repr(collections.namedtuple("P", "1a")))
# --- 11: collections.namedtuple("P", "x")(1, 2)
print(repr(collections.namedtuple("P", "x")(1, 2)))
# --- 12: collections.namedtuple("P", "x")(1)._replace(z=1)
print(repr(collections.namedtuple("P", "x")(1)._replace(z=1)))
# --- 13: collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(
for value in (collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(collections.ChainMap({"a": 1}, {"b": 2})), collections.ChainMap({}, {"a": 1}).new_child({"c": 1}), collections.UserDict(a=1), collections.UserList([1]) + [2], collections.UserString("a") + "b", len(collections.ChainMap({1: 1}, {1: 2}))): print(repr(value))
# --- 14: list(itertools.chain("ab", [1])), list(itertools.combination
for value in (list(itertools.chain("ab", [1])), list(itertools.combinations("abc", 2)), list(itertools.permutations([1, 2])), list(itertools.product("ab", repeat=2))[:3], [(k, list(g)) for k, g in itertools.groupby("aabbc")], list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.islice("abcdef", 1, 5, 2)), list(itertools.zip_longest("ab", "c", fillvalue="-")), list(itertools.starmap(pow, [(2, 3)])), list(itertools.pairwise("abc")), list(itertools.tee("ab")[1]), list(itertools.accumulate([], initial=5)), list(itertools.chain.from_iterable(["ab", "c"])), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.compress("abc", [1, 0, 1]))): print(repr(value))
# --- 15: functools.reduce(operator.add, [1, 2, 3]), functools.reduce(
for value in (functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a, [], 5), functools.partial(int, base=2)("101"), functools.partial(pow, 2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.total_ordering(type("T", (), {"__lt__": lambda s, o: True, "__eq__": lambda s, o: False}))() > 1, functools.lru_cache(maxsize=2)(lambda x: x * 2)(4), functools.cache(lambda x: x)(1), functools.singledispatch(lambda x: "d")(1), functools.cached_property(lambda s: 5).attrname): print(repr(value))
# --- 16: functools.reduce(operator.add, [])
print(repr(functools.reduce(operator.add, [])))
# --- 17: functools.partial()
print(repr(functools.partial()))
# --- 18: operator.itemgetter(1, 0)("ab"), operator.attrgetter("real",
for value in (operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(5), operator.methodcaller("upper")("a"), operator.add(1, 2), operator.index(True), operator.contains([1], 1), operator.concat([1], [2]), operator.truth([]), operator.length_hint([1, 2]), operator.iadd([1], [2]), operator.countOf([1, 1], 1), operator.matmul.__name__, operator.not_(1), operator.is_(None, None), operator.call(max, 1, 2)): print(repr(value))
# --- 19: operator.index(1.5)
print(repr(operator.index(1.5)))
# --- 20: operator.itemgetter()
print(repr(operator.itemgetter()))
# --- 21: math.sqrt(16), math.pi, math.floor(-1.5), math.ceil(1.2), ma
for value in (math.sqrt(16), math.pi, math.floor(-1.5), math.ceil(1.2), math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.trunc(-1.7), math.modf(1.5), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 2), math.isqrt(17), math.prod([1, 2, 3]), math.dist([0, 0], [3, 4]), math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0), math.degrees(math.pi), math.radians(180), math.inf, math.nan, math.isnan(math.nan), math.exp2(3), math.sin(0), math.atan2(1, 1), math.erf(0), math.gamma(5), math.log1p(0), math.log(10**400)): print(repr(value))
# --- 22: math.sqrt(-1)
print(repr(math.sqrt(-1)))
# --- 23: math.log(0)
print(repr(math.log(0)))
# --- 24: math.factorial(-1)
print(repr(math.factorial(-1)))
# --- 25: math.factorial(1.5)
print(repr(math.factorial(1.5)))
# --- 26: math.floor("a")
print(repr(math.floor("a")))
# --- 27: math.exp(1000)
print(repr(math.exp(1000)))
# --- 28: math.comb(-1, 2)
print(repr(math.comb(-1, 2)))
# --- 30: (random.seed(42), random.random(), random.randint(1, 100), r
for value in ((random.seed(42), random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(100), 5), random.uniform(1, 2), random.gauss(0, 1), random.getrandbits(70), random.shuffle(l := list(range(6))), l, random.choices("ab", k=5), random.expovariate(1), random.betavariate(1, 2), random.triangular(), random.randrange(0, 100, 7), random.randbytes(3))): print(repr(value))
# --- 31: (random.seed("text"), random.random(), random.Random(5).rand
print(repr((random.seed("text"), random.random(), random.Random(5).random(), random.Random(b"x").random(), random.Random(2.5).random(), random.Random(-7).random(), random.normalvariate(0, 1), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1), random.gammavariate(2, 1))[1:]))
# --- 32: random.choice([])
print(repr(random.choice([])))
# --- 33: random.sample([1], 2)
print(repr(random.sample([1], 2)))
# --- 34: random.randint(5, 1)
print(repr(random.randint(5, 1)))
# --- 35: D("1.10") + D("2.2"), D(1) / D(3), D("1e5"), D("-0"), D("NaN
for value in (D("1.10") + D("2.2"), D(1) / D(3), D("1e5"), D("-0"), D("NaN"), D("Infinity"), D("1.5").quantize(D("1")), D("2.5").quantize(D("1")), D("1.23456").quantize(D("0.01")), D(10).sqrt(), D("1.0") == D("1"), D("3.7") // 1, D("-7") % 3, D("123.456").as_tuple(), str(D("1E+10")), D("1.200").normalize(), D(0.1), D("0.1") + 1, round(D("2.675"), 2), int(D("3.9")), hash(D("1.0")) == hash(1), f"{D('1234.5'):,.2f}", D("1e-10"), D("5").ln(), D(2) ** 10, D("1.5").to_integral_value(), D("7").compare(D("8")), D("1.5").as_integer_ratio(), D(3).exp()): print(repr(value))
# --- 36: D("x")
print(repr(D("x")))
# --- 37: D(1) / 0
print(repr(D(1) / 0))
# --- 38: D(0) / 0
print(repr(D(0) / 0))
# --- 40: D("sNaN") + 1
print(repr(D("sNaN") + 1))
# --- 41: decimal.getcontext().prec, decimal.Context(prec=3).divide(1,
for value in (decimal.getcontext().prec, decimal.Context(prec=3).divide(1, 3), decimal.ROUND_HALF_UP, (lambda c: (c.__enter__(), setattr(decimal.getcontext(), "prec", 5), D(1) / 7, c.__exit__(None, None, None)))(decimal.localcontext())[2], D("1.005").quantize(D(".01"), rounding=decimal.ROUND_HALF_UP), D("1.2345").__format__(".2e"), D(12345).scaleb(-2), D("1.1").copy_sign(D(-1))): print(repr(value))
# --- 42: F(1, 3) + F(1, 6), F("0.75"), F(0.5), F("3/4") * 2, F(7, 3) 
for value in (F(1, 3) + F(1, 6), F("0.75"), F(0.5), F("3/4") * 2, F(7, 3) // 1, F(7, 3) % 1, F(-7, 3).__round__(), F(1, 3).limit_denominator(2), F(3, 6), F(1, 2) == 0.5, F(1, 2) < 1, F(1, 3) ** 2, F(2) ** -1, float(F(1, 4)), str(F(5)), repr(F(5, 2)), F(5, 2).numerator, hash(F(1, 2)) == hash(0.5), math.floor(F(7, 2)), F.from_float(0.25), F(D("0.1")), divmod(F(7, 2), F(1, 2)), -F(1, 2), abs(F(-1, 2))): print(repr(value))
# --- 43: F(1, 0)
print(repr(F(1, 0)))
# --- 44: F("x")
print(repr(F("x")))
# --- 45: statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 2]),
for value in (statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 2]), statistics.mode("aab"), statistics.stdev([1, 2, 3]), statistics.pvariance([1, 2, 3]), statistics.quantiles([1, 2, 3, 4]), statistics.multimode("ab"), statistics.harmonic_mean([1, 2]), statistics.fmean([1, 2]), statistics.median_low([1, 2]), statistics.geometric_mean([1, 4]), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.NormalDist(0, 1).cdf(0)): print(repr(value))
# --- 46: statistics.mean([])
print(repr(statistics.mean([])))
# --- 47: (lambda h: (heapq.heapify(h), heapq.heappop(h), heapq.heappu
for value in ((lambda h: (heapq.heapify(h), heapq.heappop(h), heapq.heappush(h, 0), h))([5, 3, 8, 1]), heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [1, 5, 3], key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), bisect.bisect([1, 2, 3], 2), (lambda l: (bisect.insort(l, 2), l))([1, 3]), bisect.bisect_left([1, 2, 2], 2, key=lambda v: v)): print(repr(value))
# --- 48: copy.copy([1, [2]]), (lambda a: (lambda b: (b[1] is a[1], b 
for value in (copy.copy([1, [2]]), (lambda a: (lambda b: (b[1] is a[1], b == a))(copy.deepcopy(a)))([1, [2]]), copy.deepcopy({"a": {1}}), copy.copy(5), copy.deepcopy((1, [2])), (lambda l: (l.append(l), (lambda c: c[0] is c)(copy.deepcopy(l)))[1])([]), copy.copy(collections.OrderedDict(a=1)), copy.replace if hasattr(copy, "replace") and False else None): print(repr(value))
# --- 49: types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1
for value in (types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), types.MappingProxyType({"a": 1}), types.FunctionType, types.ModuleType("m"), types.new_class("C", (int,)), types.MethodType(len, [1])(), types.GenericAlias(list, (int,)), isinstance(len, types.BuiltinFunctionType), types.NoneType, types.prepare_class("X")[0], types.resolve_bases((list[int],)), types.CodeType.__name__): print(repr(value))
# --- 50: types.MappingProxyType({})["a"] = 1
types.MappingProxyType({})["a"] = 1
# --- 51: typing.List[int], typing.Optional[str], typing.Union[int, st
for value in (typing.List[int], typing.Optional[str], typing.Union[int, str, int], typing.Dict[str, typing.Any], typing.Callable[[int], str], typing.Tuple[int, ...], list[int], dict[str, list[int]], int | None, typing.Literal["a", 1], typing.get_args(dict[str, int]), typing.get_origin(list[int]), typing.TypeVar("T"), typing.Annotated[int, "x"], typing.ClassVar[int], typing.get_type_hints(type("C", (), {"__annotations__": {"x": "int"}})), typing.cast(int, "a"), typing.NewType("N", int)(5), typing.NamedTuple("P", [("x", int)])(1), typing.TypedDict("TD", {"a": int})(a=1), typing.Any, typing.NoReturn, typing.Protocol, typing.Type[int], typing.Union[int], typing.Optional[None], typing.Iterator[int], typing.Generic, typing.Final[int], typing.ForwardRef("X"), typing.Self, typing.LiteralString, typing.Required[int]): print(repr(value))
# --- 52: typing.Union[()]
print(repr(typing.Union[()]))
# --- 53: typing.List[1]
print(repr(typing.List[1]))
# --- 54: list[int]()
print(repr(list[int]()))
# --- 55: typing.List[int]([1]), typing.is_typeddict(int), typing.over
for value in (typing.List[int]([1]), typing.is_typeddict(int), typing.overload(lambda: 0).__name__, typing.no_type_check(int) is int, typing.runtime_checkable(type("P", (typing.Protocol,), {"f": lambda s: 0})) and isinstance(type("Q", (), {"f": 1})(), object), typing.get_type_hints(lambda: 0), typing.assert_type(1, int), typing.reveal_type.__name__): print(repr(value))
# --- 56: datetime.datetime(2020, 2, 29, 13, 5, 6, 789), datetime.date
for value in (datetime.datetime(2020, 2, 29, 13, 5, 6, 789), datetime.date(2020, 1, 31) + datetime.timedelta(days=30), datetime.datetime(2020, 1, 1).strftime("%Y-%m-%d %H:%M:%S %j %a %b %p %U %%"), datetime.datetime.strptime("2020-05-06 07", "%Y-%m-%d %H"), datetime.timedelta(days=-1, hours=5), str(datetime.timedelta(seconds=3661.5)), datetime.date(2024, 12, 30).isocalendar(), datetime.datetime.fromisoformat("2020-01-02T03:04:05+02:00"), datetime.time(1, 2, 3).isoformat("milliseconds"), datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc).timestamp(), datetime.date(2020, 1, 1) < datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2) - datetime.datetime(2020, 1, 1), datetime.timedelta(hours=1) / 2, datetime.timedelta(1) // datetime.timedelta(hours=5), datetime.date.fromordinal(737425), datetime.date(2020, 1, 1).weekday(), datetime.timezone(datetime.timedelta(hours=5, minutes=30)), datetime.datetime.fromtimestamp(0, datetime.timezone.utc), datetime.MAXYEAR, datetime.date(2020, 3, 1).replace(day=5), datetime.datetime.combine(datetime.date(2020, 1, 1), datetime.time(5)), f"{datetime.date(2020, 1, 1):%d/%m/%y}", datetime.timedelta(weeks=1).total_seconds(), datetime.datetime(2020, 1, 1).ctime(), datetime.UTC, datetime.date.fromisoformat("2020-W01-1"), datetime.time.fromisoformat("04:05:06.5")): print(repr(value))
# --- 57: datetime.date(2020, 2, 30)
print(repr(datetime.date(2020, 2, 30)))
# --- 58: datetime.date(2020, 13, 1)
print(repr(datetime.date(2020, 13, 1)))
# --- 59: datetime.datetime.strptime("x", "%Y")
print(repr(datetime.datetime.strptime("x", "%Y")))
# --- 60: datetime.datetime(2020, 1, 1) < datetime.datetime(2020, 1, 1
print(repr(datetime.datetime(2020, 1, 1) < datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)))
# --- 62: datetime.date.fromisoformat("2020-1-1")
print(repr(datetime.date.fromisoformat("2020-1-1")))
# --- 63: time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400
for value in (time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400)[:6], time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0)), time.strptime("01 Feb 2020", "%d %b %Y")[:3], calendar.isleap(2020), calendar.monthrange(2020, 2), calendar.month_name[1], calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.weekday(2020, 1, 1), calendar.month(2020, 2), time.asctime(time.gmtime(0))): print(repr(value))
# --- 64: time.strptime("x", "%d")
print(repr(time.strptime("x", "%d")))
# --- 65: pickle.loads(pickle.dumps([1, "a", (2.5, None), {"k": {1}}, 
for value in (pickle.loads(pickle.dumps([1, "a", (2.5, None), {"k": {1}}, b"x", 10**30, 1j, True, frozenset([1]), range(3), slice(1), ...])), [pickle.loads(pickle.dumps({"a": [1]}, p)) for p in range(6)], pickle.dumps(1, 0), pickle.dumps("a", 2), pickle.dumps([1, 2], 4), pickle.loads(pickle.dumps(collections.OrderedDict(a=1))), pickle.loads(pickle.dumps(D("1.5"))), pickle.loads(pickle.dumps(datetime.date(2020, 1, 1))), pickle.loads(pickle.dumps(F(1, 2))), pickle.loads(pickle.dumps(len)), pickle.loads(pickle.dumps(ValueError("x"))).args, pickle.loads(b"I1\n."), pickle.HIGHEST_PROTOCOL): print(repr(value))
# --- 67: pickle.loads(b"")
print(repr(pickle.loads(b"")))
# --- 69: (lambda q: (q.put(1), q.put(2), q.get(), q.qsize(), q.empty(
for value in ((lambda q: (q.put(1), q.put(2), q.get(), q.qsize(), q.empty(), q.get_nowait()))(queue.Queue()), (lambda q: (q.put(2), q.put(1), q.get()))(queue.PriorityQueue()), (lambda q: (q.put(1), q.put(2), q.get()))(queue.LifoQueue())): print(repr(value))
# --- 71: queue.Queue(1).put_nowait(1), (lambda q: (q.put(1), q.put_no
for value in (queue.Queue(1).put_nowait(1), (lambda q: (q.put(1), q.put_nowait(2)))(queue.Queue(1))): print(repr(value))
# --- 72: isinstance(1, numbers.Integral), isinstance(D(1), numbers.Nu
for value in (isinstance(1, numbers.Integral), isinstance(D(1), numbers.Number), isinstance(1.5, numbers.Rational), isinstance(F(1), numbers.Rational), isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), issubclass(int, collections.abc.Hashable), isinstance([], collections.abc.Hashable), isinstance("a", collections.abc.Iterable), isinstance((x for x in []), collections.abc.Generator), isinstance(len, collections.abc.Callable), issubclass(dict, collections.abc.MutableMapping), isinstance({1}.__iter__(), collections.abc.Iterator)): print(repr(value))
# --- 73: abc.ABC.__name__, type("A", (abc.ABC,), {"f": abc.abstractme
for value in (abc.ABC.__name__, type("A", (abc.ABC,), {"f": abc.abstractmethod(lambda s: 0)}).__abstractmethods__, isinstance(5, type("B", (abc.ABC,), {"__subclasshook__": classmethod(lambda c, s: True)}))): print(repr(value))
# --- 74: type("A", (abc.ABC,), {"f": abc.abstractmethod(lambda s: 0)}
print(repr(type("A", (abc.ABC,), {"f": abc.abstractmethod(lambda s: 0)})()))
# --- 75: collections.abc.Sized()
print(repr(collections.abc.Sized()))
# --- 76: enum.Enum("Color", "RED GREEN").RED, list(enum.Enum("C", {"A
for value in (enum.Enum("Color", "RED GREEN").RED, list(enum.Enum("C", {"A": 1, "B": 1})), enum.IntEnum("I", "A B").B + 1, enum.Flag("F", "X Y")(3), enum.IntFlag("G", "X Y").X | 4, enum.StrEnum("S", "AB C").AB, enum.Enum("C", "A B")["B"].value, enum.Enum("C", "A").A.name, len(enum.Enum("C", "A B")), enum.auto is not None, enum.Flag("F", "X Y Z")(5), ~enum.Flag("F", "X Y").X, bool(enum.Flag("F", "X")(0)), enum.Flag("F", "X Y")(0), enum.Enum("C", "A B").A < 1 if False else 0): print(repr(value))
# --- 77: enum.Enum("C", "A")("z")
print(repr(enum.Enum("C", "A")("z")))
# --- 78: enum.Enum("C", "A").B
print(repr(enum.Enum("C", "A").B))
# --- 79: enum.Enum("C", "A").A < enum.Enum("C", "A").A
print(repr(enum.Enum("C", "A").A < enum.Enum("C", "A").A))
# --- 80: enum.Flag("F", "X")(8)
print(repr(enum.Flag("F", "X")(8)))
# --- 81: enum.Enum("C", "A").A = 5
enum.Enum("C", "A").A = 5
# --- 82: dataclasses.make_dataclass("D", ["x", ("y", int, 5)])(1), da
for value in (dataclasses.make_dataclass("D", ["x", ("y", int, 5)])(1), dataclasses.asdict(dataclasses.make_dataclass("D", ["x"])([1])), dataclasses.astuple(dataclasses.make_dataclass("D", ["x", "y"])(1, {2: 3})), dataclasses.replace(dataclasses.make_dataclass("D", ["x"])(1), x=2), [f.name for f in dataclasses.fields(dataclasses.make_dataclass("D", ["a", "b"]))], dataclasses.is_dataclass(int), dataclasses.make_dataclass("D", ["x"], frozen=True)(1) == dataclasses.make_dataclass("D", ["x"])(1), dataclasses.make_dataclass("D", ["x"], order=True)(1).__lt__(5), dataclasses.MISSING.__class__.__name__, dataclasses.make_dataclass("D", ["x"], kw_only=True)(x=1), dataclasses.make_dataclass("D", ["x"], slots=True).__slots__): print(repr(value))
# --- 83: dataclasses.make_dataclass("D", ["x"])()
print(repr(dataclasses.make_dataclass("D", ["x"])()))
# --- 84: dataclasses.make_dataclass("D", [("x", list, [])])
print(repr(dataclasses.make_dataclass("D", [("x", list, [])])))
# --- 85: dataclasses.make_dataclass("D", [("x", int, 1), "y"])
print(repr(dataclasses.make_dataclass("D", [("x", int, 1), "y"])))
# --- 86: dataclasses.make_dataclass("D", ["x"], frozen=True)(1).__set
print(repr(dataclasses.make_dataclass("D", ["x"], frozen=True)(1).__setattr__("x", 2)))
# --- 87: dataclasses.fields(5)
print(repr(dataclasses.fields(5)))
# --- 88: contextlib.suppress(ValueError).__exit__(ValueError, ValueEr
for value in (contextlib.suppress(ValueError).__exit__(ValueError, ValueError(), None), contextlib.nullcontext(5).__enter__(), contextlib.closing(type("C", (), {"close": lambda s: print("closed")})()).__exit__(None, None, None), contextlib.ExitStack().__enter__().__class__.__name__, contextlib.contextmanager(lambda: (yield 5)).__class__.__name__): print(repr(value))
# --- 89: contextlib.contextmanager(lambda: iter([]))().__enter__()
print(repr(contextlib.contextmanager(lambda: iter([]))().__enter__()))
# --- 90: weakref.WeakValueDictionary().__class__.__name__, weakref.re
for value in (weakref.WeakValueDictionary().__class__.__name__, weakref.ref(collections.Counter)().__name__, isinstance(weakref.proxy(collections.OrderedDict()), object), copyreg.__newobj__(int), copyreg.pickle(type("Q", (), {}), len)): print(repr(value))
