/** Evaluates query expressions over any graph of named nodes; universe.ts makes one of recipes and tasks. */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { QueryExpression, QueryWord } from "./ast.js";
import { queryError } from "./parse.js";

/** What a query is asked about. Nodes are compared by identity. */
export interface QueryWorld<N> {
  /** The nodes that a word means; undefined where it means none. */
  resolve(word: string): readonly N[] | undefined;
  /** Names that look like a word that means nothing. */
  near(word: string): readonly string[];
  depends(node: N): Iterable<N>;
  /** Every node. */
  all(): Iterable<N>;
  label(node: N): string;
  /** As `kind` sees it: "native recipe", "noexec task". */
  kind(node: N): string;
  /** The value of a variable (of a task: of a flag); undefined if it has none. */
  attribute(node: N, name: string): string | undefined;
  /** Compiles a regular expression of Python's `re.search`. */
  search(pattern: string): (text: string) => boolean;
}

type Type = "nodes" | "text" | "number";
interface Signature {
  readonly parameters: readonly (readonly [name: string, type: Type])[];
  /** How many of them must be given. */
  readonly required: number;
}

const signatures: ReadonlyMap<string, Signature> = new Map([
  [
    "deps",
    {
      parameters: [
        ["x", "nodes"],
        ["depth", "number"],
      ],
      required: 1,
    },
  ],
  [
    "rdeps",
    {
      parameters: [
        ["universe", "nodes"],
        ["x", "nodes"],
        ["depth", "number"],
      ],
      required: 1,
    },
  ],
  [
    "allrdeps",
    {
      parameters: [
        ["x", "nodes"],
        ["depth", "number"],
      ],
      required: 1,
    },
  ],
  [
    "somepath",
    {
      parameters: [
        ["from", "nodes"],
        ["to", "nodes"],
      ],
      required: 2,
    },
  ],
  [
    "allpaths",
    {
      parameters: [
        ["from", "nodes"],
        ["to", "nodes"],
      ],
      required: 2,
    },
  ],
  [
    "kind",
    {
      parameters: [
        ["regex", "text"],
        ["x", "nodes"],
      ],
      required: 2,
    },
  ],
  [
    "filter",
    {
      parameters: [
        ["regex", "text"],
        ["x", "nodes"],
      ],
      required: 2,
    },
  ],
  [
    "attr",
    {
      parameters: [
        ["variable", "text"],
        ["regex", "text"],
        ["x", "nodes"],
      ],
      required: 3,
    },
  ],
  [
    "some",
    {
      parameters: [
        ["x", "nodes"],
        ["count", "number"],
      ],
      required: 1,
    },
  ],
]);

/**
 * The nodes that an expression means, in the order found.
 * @throws {SandbakeError} "query", with a span
 */
export function evaluateQuery<N>(expression: QueryExpression, world: QueryWorld<N>): Set<N> {
  return new Evaluation(world).nodes(expression, new Map());
}

type Variables<N> = ReadonlyMap<string, Set<N>>;

class Evaluation<N> {
  readonly #world: QueryWorld<N>;
  #reverse: Map<N, N[]> | undefined;

  constructor(world: QueryWorld<N>) {
    this.#world = world;
  }

  nodes(expression: QueryExpression, variables: Variables<N>): Set<N> {
    switch (expression.kind) {
      case "word":
        return this.#word(expression);
      case "set":
        return new Set(expression.words.flatMap((word) => [...this.#word(word)]));
      case "variable": {
        const value = variables.get(expression.name);
        if (value === undefined)
          throw queryError(`undefined variable '$${expression.name}'`, expression.span);
        return value;
      }
      case "let": {
        const value = this.nodes(expression.value, variables);
        return this.nodes(expression.body, new Map([...variables, [expression.name, value]]));
      }
      case "operator": {
        const left = this.nodes(expression.left, variables);
        const right = this.nodes(expression.right, variables);
        switch (expression.operator) {
          case "union":
            return new Set([...left, ...right]);
          case "except":
            return new Set([...left].filter((node) => !right.has(node)));
          case "intersect":
            return new Set([...left].filter((node) => right.has(node)));
          default:
            return unknownKind(expression.operator);
        }
      }
      case "call":
        return this.#call(expression, variables);
      default:
        return unknownKind(expression);
    }
  }

  #word(word: QueryWord): Set<N> {
    const found = this.#world.resolve(word.text);
    if (found !== undefined) return new Set(found);
    const near = this.#world.near(word.text);
    throw queryError(
      `no recipe or task '${word.text}'`,
      word.span,
      near.length > 0 ? `Did you mean ${near.slice(0, 5).join(", ")}?` : undefined,
    );
  }

  #call(call: Extract<QueryExpression, { kind: "call" }>, variables: Variables<N>): Set<N> {
    const { name, args } = call;
    const signature = signatures.get(name);
    if (signature === undefined) {
      throw queryError(
        `unknown function '${name}'`,
        call.nameSpan,
        `Functions: ${[...signatures.keys()].join(", ")}.`,
      );
    }
    const { parameters, required } = signature;
    if (args.length < required || args.length > parameters.length) {
      const list = parameters
        .map(([parameter], i) => (i < required ? parameter : `[${parameter}]`))
        .join(", ");
      throw queryError(
        `${name} takes ${required === parameters.length ? required : `${required} to ${parameters.length}`} arguments, not ${args.length}`,
        call.span,
        `Write ${name}(${list}).`,
      );
    }
    const nodes = (i: number): Set<N> => this.nodes(args[i], variables);
    const text = (i: number): string => textOf(args[i], parameters[i]?.[0] ?? "", name);
    const depth = (i: number): number =>
      args[i] === undefined ? Infinity : numberOf(args[i], parameters[i]?.[0] ?? "", name);
    const test = (i: number): ((subject: string) => boolean) => this.#pattern(args[i], text(i));
    const select = (i: number, keep: (node: N) => boolean): Set<N> => new Set([...nodes(i)].filter(keep));
    const { label, kind, attribute } = bound(this.#world);
    switch (name) {
      case "deps":
        return this.#walk(nodes(0), depth(1), (node) => this.#world.depends(node));
      case "allrdeps":
        return this.#walk(nodes(0), depth(1), (node) => this.#dependents(node));
      case "rdeps":
        return this.#rdeps(call, nodes, depth);
      case "somepath":
        return this.#somePath(nodes(0), nodes(1));
      case "allpaths": {
        const below = this.#walk(nodes(0), Infinity, (node) => this.#world.depends(node));
        const above = this.#walk(nodes(1), Infinity, (node) => this.#dependents(node));
        return new Set([...below].filter((node) => above.has(node)));
      }
      case "kind": {
        const matches = test(0);
        return select(1, (node) => matches(kind(node)));
      }
      case "filter": {
        const matches = test(0);
        return select(1, (node) => matches(label(node)));
      }
      case "attr": {
        const [variable, matches] = [text(0), test(1)];
        return select(2, (node) => {
          const value = attribute(node, variable);
          return value !== undefined && matches(value);
        });
      }
      case "some":
        return new Set([...nodes(0)].slice(0, args[1] === undefined ? 1 : depth(1)));
      default:
        throw queryError(`unknown function '${name}'`, call.nameSpan);
    }
  }

  /** rdeps(x), rdeps(x, depth), rdeps(universe, x), rdeps(universe, x, depth): what depends on x, within the universe's deps. */
  #rdeps(
    { args }: Extract<QueryExpression, { kind: "call" }>,
    nodes: (i: number) => Set<N>,
    depth: (i: number) => number,
  ): Set<N> {
    const second = args[1];
    const alone = second === undefined || (args.length === 2 && isNumber(second));
    if (alone) return this.#walk(nodes(0), depth(1), (node) => this.#dependents(node));
    const universe = this.#walk(nodes(0), Infinity, (node) => this.#world.depends(node));
    const start = new Set([...nodes(1)].filter((node) => universe.has(node)));
    return this.#walk(start, depth(2), (node) =>
      this.#dependents(node).filter((other) => universe.has(other)),
    );
  }

  /** The start and what is at most `depth` steps away. */
  #walk(start: Set<N>, depth: number, next: (node: N) => Iterable<N>): Set<N> {
    const found = new Set(start);
    let ring: Iterable<N> = start;
    for (let step = 0; step < depth; step++) {
      const fresh = new Set<N>();
      for (const node of ring) for (const other of next(node)) if (!found.has(other)) fresh.add(other);
      if (fresh.size === 0) break;
      for (const node of fresh) found.add(node);
      ring = fresh;
    }
    return found;
  }

  /** The nodes of one shortest path. */
  #somePath(from: Set<N>, to: Set<N>): Set<N> {
    const cameFrom = new Map<N, N | undefined>([...from].map((node) => [node, undefined]));
    for (const [node] of cameFrom) {
      if (to.has(node)) {
        const path: N[] = [];
        for (let at: N | undefined = node; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
        return new Set(path);
      }
      for (const next of this.#world.depends(node)) if (!cameFrom.has(next)) cameFrom.set(next, node);
    }
    return new Set();
  }

  #dependents(node: N): readonly N[] {
    if (this.#reverse === undefined) {
      this.#reverse = new Map();
      for (const from of this.#world.all()) {
        for (const to of this.#world.depends(from)) {
          const known = this.#reverse.get(to);
          if (known === undefined) this.#reverse.set(to, [from]);
          else known.push(from);
        }
      }
    }
    return this.#reverse.get(node) ?? [];
  }

  #pattern(argument: QueryExpression, pattern: string): (text: string) => boolean {
    try {
      return this.#world.search(pattern);
    } catch (error) {
      if (error instanceof SandbakeError && error.code === "query") throw error;
      throw queryError(`'${pattern}' is no regular expression: ${messageOf(error)}`, argument.span);
    }
  }
}

function bound<N>(world: QueryWorld<N>): Pick<QueryWorld<N>, "label" | "kind" | "attribute"> {
  return {
    label: (node) => world.label(node),
    kind: (node) => world.kind(node),
    attribute: (node, name) => world.attribute(node, name),
  };
}

function textOf(expression: QueryExpression, parameter: string, name: string): string {
  if (expression.kind === "word") return expression.text;
  throw queryError(
    `${name}: ${parameter} must be a word`,
    expression.span,
    "Write it in quotes if it holds other signs.",
  );
}

const isNumber = (expression: QueryExpression): boolean =>
  expression.kind === "word" && /^\d+$/.test(expression.text);

function numberOf(expression: QueryExpression, parameter: string, name: string): number {
  if (expression.kind === "word" && isNumber(expression)) return Number(expression.text);
  throw queryError(`${name}: ${parameter} must be a number`, expression.span);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : "Python's re refuses it";

function unknownKind(value: never): never {
  throw new SandbakeError("query", `unreachable: ${String(value)}`);
}
