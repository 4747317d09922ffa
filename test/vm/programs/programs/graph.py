import heapq
from collections import defaultdict, deque
edges = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3)]
g = defaultdict(list)
for u, v, w in edges:
    g[u].append((v, w))
def dijkstra(src):
    dist, heap = {src: 0}, [(0, src)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist.get(u, float("inf")): continue
        for v, w in g.get(u, ()):
            if d + w < dist.get(v, float("inf")):
                dist[v] = d + w
                heapq.heappush(heap, (d + w, v))
    return dist
print(dijkstra("a"))
def bfs(s):
    seen, q, order = {s}, deque([s]), []
    while q:
        u = q.popleft()
        order.append(u)
        for v, _ in g.get(u, []):
            if v not in seen:
                seen.add(v)
                q.append(v)
    return order
print(bfs("a"))
def topo():
    indeg = defaultdict(int)
    nodes = set()
    for u, v, _ in edges:
        indeg[v] += 1
        nodes |= {u, v}
    ready = sorted(n for n in nodes if not indeg[n])
    out = []
    while ready:
        n = ready.pop(0)
        out.append(n)
        for v, _ in g.get(n, []):
            indeg[v] -= 1
            if not indeg[v]: ready.append(v)
    return out
print(topo())
def paths(u, t, seen=()):
    if u == t:
        yield [*seen, u]
    for v, _ in g.get(u, []):
        if v not in seen:
            yield from paths(v, t, (*seen, u))
print(list(paths("a", "e")))
