import enum, dataclasses, typing, contextlib, abc, copy, types, inspect, string, textwrap, shlex, warnings, traceback, logging, io, sys
class C(enum.Enum):
    A = 1; B = 'x'; D = A
    def m(self): return self.name
print(C.A, repr(C.B), C['A'], C(1), C.D is C.A, list(C), C.A.m(), C.__members__.keys(), C.A.value, isinstance(C.A, C), len(C), 'A' in C.__members__)
try: C(9)
except ValueError as e: print(e)
class F(enum.Flag): R = enum.auto(); W = enum.auto(); X = enum.auto()
class I(enum.IntEnum): ONE = 1; TWO = 2
class S(enum.StrEnum): P = enum.auto()
print(F.R | F.W, F(3), F.R in (F.R | F.W), ~F.R, I.ONE + 1, I.TWO > I.ONE, repr(I.ONE), S.P, f'{I.ONE}', F(0), enum.Enum('Z', 'a b').b.value)
try: C.A = 5
except AttributeError as e: print(e)
@enum.unique
class U(enum.Enum): a = 1
@dataclasses.dataclass(order=True)
class P:
    x: int
    y: float = 2.0
    z: list = dataclasses.field(default_factory=list, repr=False, compare=False)
    K: typing.ClassVar[int] = 3
p = P(1); print(p, p == P(1), P(1) < P(2), dataclasses.asdict(p), dataclasses.astuple(p), dataclasses.replace(p, x=5), [f.name for f in dataclasses.fields(P)], dataclasses.is_dataclass(p), P.__match_args__)
@dataclasses.dataclass(frozen=True, slots=True)
class Q(object):
    a: int = 0
try: Q().a = 5
except dataclasses.FrozenInstanceError as e: print(type(e).__name__, e)
print(hash(Q(1)) == hash(Q(1)), Q(2))
try: P()
except TypeError as e: print(e)
try:
    @dataclasses.dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
@dataclasses.dataclass
class Base:
    a: int
    def __post_init__(self): self.b = self.a * 2
@dataclasses.dataclass(kw_only=True)
class Derived(Base):
    c: int = 5
print(Derived(a=1), Derived(a=1).b, inspect.signature(P), inspect.signature(Derived))
print(typing.List[int], typing.Optional[str], typing.Union[int, str, None], typing.Dict[str, typing.Any], typing.Callable[[int], str], typing.Tuple[int, ...], typing.get_type_hints(P), typing.get_args(typing.Dict[str, int]), typing.get_origin(typing.List[int]), list[int], int | None)
T = typing.TypeVar('T')
class G(typing.Generic[T]):
    def f(self, x: T) -> T: return x
print(G[int], G[int]().f(3), typing.cast(int, 'x'), typing.TYPE_CHECKING, typing.NamedTuple('NT', [('a', int)])(5), typing.Literal['a'], T)
class NT(typing.NamedTuple):
    a: int
    b: str = 'q'
print(NT(1), NT.__annotations__)
class Proto(typing.Protocol):
    def go(self): ...
@typing.runtime_checkable
class RP(typing.Protocol):
    def go(self): ...
class Imp:
    def go(self): pass
print(isinstance(Imp(), RP), isinstance(5, RP))
@contextlib.contextmanager
def cm(x):
    print('in', x)
    try: yield x
    except ValueError as e: print('caught', e)
    finally: print('out')
with cm(1) as v: print(v); raise ValueError('q')
with contextlib.suppress(KeyError): {}['x']
with contextlib.ExitStack() as st:
    st.enter_context(cm(2)); st.callback(print, 'cb')
with contextlib.redirect_stdout(io.StringIO()) as out: print('hidden')
print(repr(out.getvalue()), contextlib.nullcontext(3).__enter__())
class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
try: Abs()
except TypeError as e: print(e)
print(copy.deepcopy({'a': [1, {2}]}), copy.copy([1]), types.SimpleNamespace(a=1, b='x'), types.MappingProxyType({'a': 1}))
def fn(a, b=2, *args, c, d: int = 4, **kw) -> str: "doc"
s = inspect.signature(fn); print(s, s.parameters['c'].kind, s.parameters['b'].default, inspect.isfunction(fn), inspect.getdoc(fn), inspect.Parameter.empty, s.bind(1, c=3).arguments, inspect.getfullargspec(fn), inspect.ismethod(fn), inspect.isclass(P), inspect.isgeneratorfunction(cm.__wrapped__))
print(string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$a $zz').safe_substitute(a=1), string.ascii_letters, string.punctuation, string.capwords('a bc'), string.Formatter().format('{0} {x!r:>5}', 1, x='q'))
try: string.Template('$').substitute()
except ValueError as e: print(e)
print(textwrap.dedent('  a\n    b\n'), textwrap.fill('the quick brown fox jumps', 10), textwrap.indent('a\nb', '> '), textwrap.shorten('hello world foo', 12), textwrap.wrap('aaa bbb ccc', 7))
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g #h"), shlex.quote("it's"), shlex.join(['a b', 'c']), list(shlex.shlex('a=b;c', punctuation_chars=True)))
try: shlex.split("'x")
except ValueError as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('careful'); warnings.warn('old', DeprecationWarning)
print([(str(x.message), x.category.__name__) for x in w])
try: 1 / 0
except ZeroDivisionError: print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(*sys.exc_info()[:2]), len(traceback.extract_tb(sys.exc_info()[2])))
log = logging.getLogger('t'); h = logging.StreamHandler(buf := io.StringIO()); h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s')); log.addHandler(h); log.setLevel('INFO'); log.propagate = False
log.debug('no'); log.info('yes %d %s', 5, 'x'); log.warning('w'); log.error('e')
try: [][1]
except IndexError: log.exception('boom')
print(buf.getvalue().splitlines()[:4], buf.getvalue().splitlines()[-1], logging.getLevelName(10), logging.getLogger('a.b').parent.name, log.isEnabledFor(10))
