import json
data = {'a': [1, 2.5, True, None, 'é"\\\n\x01😀'], 'b': {'c': (), 'd': {}}, 'e': 1e100, 'f': -0.0, 3: 4, 2.5: 1, True: 2, None: 3}
print(json.dumps(data)); print(json.dumps(data, ensure_ascii=False)); print(json.dumps(data, indent=2)); print(json.dumps([1, [2, []]], indent='\t'))
print(json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')), json.dumps([float('inf'), float('-inf'), float('nan')]), json.dumps('x'), json.dumps(5), json.dumps([], indent=1), json.dumps(10**30))
print(json.loads(' {"a": [1, -2.5e3, true, false, null, "\\u00e9\\ud83d\\ude00\\n"], "b": {}} '), json.loads('123456789012345678901234567890'), json.loads('NaN'), json.loads('[]'), json.loads(b'"\xc3\xa9"'), json.loads('-0'), json.loads('1E2'))
for bad in ['', '{', '[1,]', '{"a" 1}', '{"a":1,}', '"abc', '"\\x"', '"\n"', '[1 2]', 'nul', '{1:2}', '[1] x', '"\\u12"', '\ufeff1', '01', '-', '"a\tb"', '[1,\n2,\n x]']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, '|', e.msg, e.pos, e.lineno, e.colno)
for f in [lambda: json.dumps(object), lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.loads(5), lambda: json.dumps(1j)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = []; x.append(x)
try: json.dumps(x)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'s': {3, 1}}, cls=E), json.dumps({'x': object}, default=str), E(indent=1).encode([{2}]), ''.join(E().iterencode([1, {2}])))
try: E().encode(1j)
except TypeError as e: print(e)
print(json.loads('{"a": 1, "b": 2.5}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'), json.loads('[NaN]', parse_constant=lambda c: c))
print(json.dumps({(1, 2): 3, 'k': 1}, skipkeys=True), json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder(strict=False).decode('"a\tb"'))
import io
f = io.StringIO(); json.dump({'a': [1]}, f, indent=1); f.seek(0); print(json.load(f), repr(f.getvalue()))
class S(str): pass
class I(int):
    def __repr__(self): return 'I!'
class F(float):
    def __repr__(self): return 'F!'
print(json.dumps([S('s'), I(5), F(1.5)]), json.dumps({S('k'): I(1), I(2): 1}), json.decoder.scanstring('abc"d', 0), json.encoder.encode_basestring_ascii('é'))
