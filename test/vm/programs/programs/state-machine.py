def machine():
    state, count = "idle", 0
    transitions = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}
    while True:
        cmd = yield state, count
        match cmd:
            case None: continue
            case ("reset", n): count = n
            case str(c) if (state, c) in transitions:
                state = transitions[state, c]
                count += 1
            case other: state = f"error {other}"
m = machine()
next(m)
for c in ("start", "pause", "start", None, ("reset", 10), "stop", "bogus"):
    print(c, m.send(c))
