# Every way that marks are drawn: operators, subscripts, calls, several lines, none where they say nothing.
import sys, traceback

def fail(*args, **kw):
    raise ValueError("fail")

class Thing:
    """Raises wherever it can."""
    def __getattr__(self, name):
        if name == "good":
            return self
        raise AttributeError(name)
    def __call__(self, *args):
        return self
    def __bool__(self):
        raise TypeError("no truth")

thing = Thing()

def binary():
    return 1 + 2 * (3 + "x")
def power():
    return (1) ** ("x")
def floor():
    x = 3 // (1 - 1)
def spaced():
    return 1     +      None
def parens():
    return ((1)) + ((None))
def lines():
    return (1 +
            2 * 3 +
            None)
def commented():
    return (
        1  # + not here
        + None
    )
def backslash():
    return 1 \
        + \
        None
def item():
    return {"a": [1, 2]}["a"][5] + 1
def long_item():
    return {
        "a": 1,
        "b": 2,
    }[
        "c"
    ]
def call():
    return [fail(1, 2), 3]
def whole():
    return fail(1)
def whole_method():
    return thing.bad(1)
def assigned():
    x = fail(1)
def two_targets():
    x = y = fail(1)
def attribute_target():
    thing.x = fail(1)
def call_lines():
    return 1, fail(
        1,
        2,
        *[3],
        x=4,
    )
def many_lines():
    x = [
        1,
        fail(1,
             2,
             3,
             4,
             5,
             6),
        2
    ]
def chain():
    return (thing
            .good(1)
            .good(2)
            .bad(3))
def compare():
    return 1 < 2 < None
def unary():
    return 1 + -None
def attribute():
    x = thing.good.bad.good
def truth():
    if thing.good:
        pass
def loop():
    for a in 3: pass
def unpacking():
    a, (b, c) = 1, (2, 3, 4)
def starred():
    print(*3)
def text():
    return f"{1:d} {None:d} {2:d}"
def imported():
    from os.path import join, nothing
def wide():
    return "日本" + None
def accents():
    é = "ü" + "ö"; return é + None
def tabs():
	if True:
		return 1 + None
def semicolons():
    x = 1; y = x + None; z = 3
def conditional():
    return 1 if thing else 2
def inner():
    return [x / 0 for x in (1, 2)]
def nested():
    return [[y / 0 for y in (x,)] for x in (1, 2)]
def generated():
    return list(x / 0 for x in (1, 2))
def lambdas():
    return (lambda x: x + None)(1)
def default(x=lambda: fail()):
    x()
def raising():
    raise ValueError(
        "a",
        "b",
    )
def asserting():
    assert 1 == 2, (
        "message"
    )
def awaiting():
    async def f():
        await g()
    async def g():
        return 1 + None
    f().send(None)
def context():
    with thing.good as a, fail() as b:
        pass
def finish():
    try:
        fail()
    finally:
        x = 1
def decorated():
    @thing.good
    @thing.bad
    def f():
        pass
def classes():
    class A:
        x = 1
        y = x + None
def walrus():
    if (n := None) + 1:
        pass
def deleting():
    x = {}
    del x["a"]
def storing():
    x = ()
    x[0] = 1
def augmented():
    x = {}
    x["a"] += 1
def matched():
    match thing:
        case int(x) if x + None: pass
        case Thing(bad=3): pass
        case Thing(x): pass

for f in (binary, power, floor, spaced, parens, lines, commented, backslash, item, long_item, call, whole, whole_method,
          assigned, two_targets, attribute_target, call_lines, many_lines, chain, compare, unary, attribute, truth, loop,
          unpacking, starred, text, imported, wide, accents, tabs, semicolons, conditional, inner, nested, generated,
          lambdas, default, raising, asserting, awaiting, context, finish, decorated, classes, walrus, deleting, storing,
          augmented, matched):
    print("--", f.__name__)
    try:
        f()
    except Exception as e:
        # What the interpreter prints itself, and what the module makes of the same.
        print("".join(traceback.format_tb(e.__traceback__)), end="")
        summary = traceback.extract_tb(e.__traceback__)
        for s in summary[1:]:
            print((s.lineno, s.end_lineno, s.colno, s.end_colno), s.name, repr(s.line))
thing.good(1)(2) + [
    fail(
    )
][0]
