"""Times run() of each program with CPython: minimum of 5 rounds, milliseconds a repetition; JSON to stdout."""

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
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(int(sys.argv[1])):
            run()
        t = (time.perf_counter() - start) * 1000 / int(sys.argv[1])
        best = t if best is None else min(best, t)
    out[path] = [best, value]
print(json.dumps(out))
