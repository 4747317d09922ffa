# Data of pickle that ends early.
import pickle
for b in (b"garbage", b"", b"\x80", b"I1", b"(lp0", b"S'abc\n.", b"\x80\x05."):
    try: print(b, pickle.loads(b))
    except BaseException as e: print(b, type(e).__name__, e)

import selectors, select
print([name for name in dir(selectors) if name.endswith("Selector")], selectors.EVENT_READ)
print(sorted((k, v) for k, v in vars(select).items() if isinstance(v, int)))
