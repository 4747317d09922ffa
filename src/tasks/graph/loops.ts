/** Rings of tasks: strongly connected components (Tarjan), without recursion. */
interface Node<N> {
  readonly depends: ReadonlySet<N>;
}

/** The components of the nodes, each after the ones it depends on. */
export function components<N extends Node<N>>(nodes: Iterable<N>): N[][] {
  const found: N[][] = [];
  const order = new Map<N, number>();
  const low = new Map<N, number>();
  const open = new Set<N>();
  const stack: N[] = [];
  for (const start of nodes) {
    if (order.has(start)) continue;
    const walk: { readonly node: N; readonly rest: Iterator<N> }[] = [];
    const enter = (node: N): void => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      open.add(node);
      stack.push(node);
      walk.push({ node, rest: node.depends.values() });
    };
    enter(start);
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const { node, rest } = at;
      const next = rest.next();
      if (next.done !== true) {
        const dep = next.value;
        if (!order.has(dep)) enter(dep);
        else if (open.has(dep)) low.set(node, Math.min(low.get(node) ?? 0, order.get(dep) ?? 0));
        continue;
      }
      walk.pop();
      const parent = walk.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== order.get(node)) continue;
      const component = stack.splice(stack.lastIndexOf(node));
      for (const member of component) open.delete(member);
      found.push(component);
    }
  }
  return found;
}

/** A ring, in the order of dependence; undefined where there is none. */
export function findLoop<N extends Node<N>>(nodes: Iterable<N>): N[] | undefined {
  for (const component of components(nodes)) {
    const [first] = component;
    if (first === undefined || (component.length === 1 && !first.depends.has(first))) continue;
    const members = new Set(component);
    const path: N[] = [first];
    for (let at: N = first; ;) {
      const next = [...at.depends].find((dep) => members.has(dep)) as N;
      const seen = path.indexOf(next);
      if (seen >= 0) return path.slice(seen);
      path.push(next);
      at = next;
    }
  }
  return undefined;
}
