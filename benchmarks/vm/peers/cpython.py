"""Times run() of each program with CPython: least CPU milliseconds of a call, and its value; JSON to stdout."""

import json
import sys
import time

out = {}
for path in sys.argv[2:]:
    scope = {"__name__": "bench"}
    with open(path) as f:
        exec(compile(f.read(), path, "exec"), scope)
    run = scope["run"]
    value = repr(run())
    best = None
    began = time.process_time()
    while time.process_time() - began < float(sys.argv[1]):
        start = time.process_time()
        n = 0
        while time.process_time() - start < 0.02:
            run()
            n += 1
        t = (time.process_time() - start) * 1000 / n
        best = t if best is None else min(best, t)
    out[path] = [best, value]
print(json.dumps(out))
