/**
 * Reads the corpus: files of attacks in test/sandbox/attacks. The first line of a file says what its attacks have in
 * common; each begins with `== NAME`, then `-> EXPECTATION`, then (recipes) `@ PATH` before each further file.
 *
 *     -> value JSON          the variable `result` (Python) or V (recipe) afterwards
 *     -> TYPE: REGEX         this exception of Python ends it, its message matches as a whole
 *     -> limit NAME          this limit of the sandbox ends it; no Python can catch that
 *     -> error CODE: REGEX   the evaluation refuses the recipe with this code
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Expectation =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "raises"; readonly type: string; readonly message: RegExp }
  | { readonly kind: "limit"; readonly limit: string }
  | { readonly kind: "error"; readonly code: string; readonly message: RegExp };

export interface Attack {
  readonly name: string;
  readonly expected: Expectation;
  /** The text; for recipes the first file. */
  readonly text: string;
  /** Further files by path. */
  readonly files: ReadonlyMap<string, string>;
}

export function readAttacks(file: string): Attack[] {
  const source = readFileSync(join(import.meta.dirname, "attacks", file), "utf8");
  return source
    .split(/^== /m)
    .slice(1)
    .map((block) => attack(file, block));
}

function attack(file: string, block: string): Attack {
  const [name = "", expectation = "", ...lines] = block.split("\n");
  const parts = lines.join("\n").split(/^@ (.*)\n/m);
  const files = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i] ?? "", parts[i + 1] ?? "");
  const expected = expectationOf(expectation, `${file}: ${name}`);
  return { name, expected, text: (parts[0] ?? "").trimEnd() + "\n", files };
}

function expectationOf(line: string, where: string): Expectation {
  const match = /^-> (?:value (.*)|limit ([\w|]+)|error (\S+): (.*)|([\w.]+): (.*))$/.exec(line);
  if (!match) throw new Error(`${where}: no expectation in ${JSON.stringify(line)}`);
  const [, value, limit, code, text = "", type, message = ""] = match;
  if (value !== undefined) return { kind: "value", value: JSON.parse(value) as unknown };
  if (limit !== undefined) return { kind: "limit", limit };
  if (code !== undefined) return { kind: "error", code, message: new RegExp(text, "s") };
  return { kind: "raises", type: type ?? "", message: new RegExp(`^(?:${message})$`, "s") };
}

/** Everything of JavaScript that code in the same realm could change for others. */
export function realm(): string {
  const roots: [string, object][] = [
    ["global", globalThis],
    ...(
      [
        "Object",
        "Array",
        "Function",
        "String",
        "Number",
        "Map",
        "Set",
        "RegExp",
        "Error",
        "Promise",
        "Uint8Array",
        "BigInt",
        "JSON",
        "Math",
        "Reflect",
      ] as const
    ).flatMap((name): [string, object][] => {
      const value = globalThis[name] as { prototype?: object } & object;
      return [
        [name, value],
        ...(value.prototype === undefined
          ? []
          : [[`${name}.prototype`, value.prototype] as [string, object]]),
      ];
    }),
  ];
  return roots
    .map(([name, object]) => `${name}: ${Object.getOwnPropertyNames(object).sort().join(" ")}`)
    .join("\n");
}
