text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{w:<8}{n:>3}")
groups = {}
for w in counts: groups.setdefault(len(w), []).append(w)
print({k: sorted(v) for k, v in sorted(groups.items())})
