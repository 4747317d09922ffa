// The examples of the guides as programs: the ts blocks of each page in docs/ that shows values (`// => value`) become
// test/guides/PAGE.generated.ts, which the type checker reads and test/guides/guides.test.ts runs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function makeGuides(root) {
  const out = join(root, "test", "guides");
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(join(root, "docs"))) {
    if (!file.endsWith(".md")) continue;
    const page = readFileSync(join(root, "docs", file), "utf8");
    const program = guideProgram(page, file);
    if (program !== undefined) writeFileSync(join(out, file.replace(/\.md$/, ".generated.ts")), program);
  }
}

/** The program of a page; undefined where it shows no values. */
export function guideProgram(page, file) {
  const text = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]).join("\n");
  if (!/^\s*\/\/ => /m.test(text)) return undefined;
  const imports = [];
  const body = text.replace(/^import [\s\S]*?;\n/gm, (line) => {
    imports.push(line);
    return "";
  });
  const lines = [];
  for (const line of body.split("\n")) {
    const shown = /^(\s*)\/\/ => (.*)$/.exec(line);
    if (shown === null) lines.push(line);
    else {
      // The value shown is that of the statement above, which may go over several lines.
      let start = lines.length - 1;
      while (start > 0 && !/[;{}]\s*$|^\s*$|^\s*\/\//.test(lines[start - 1])) start--;
      const statement = lines.splice(start).join("\n").trim().replace(/;$/, "");
      lines.push(`${shown[1]}check(${JSON.stringify(statement)}, ${statement}, ${shown[2]});`);
    }
  }
  return [
    `// Generated from docs/${file} by scripts/guides.mjs.`,
    ...imports.map((line) => line.trimEnd()),
    "",
    "export async function run(check: (what: string, value: unknown, expected: unknown) => void): Promise<void> {",
    ...lines,
    "  await Promise.resolve();",
    "}",
    "",
  ].join("\n");
}
