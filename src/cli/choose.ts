/** Which recipe files the patterns of `--recipes` mean. */
import { SandbakeError } from "../diagnostics/errors.js";
import { suggest } from "../diagnostics/suggest.js";
import { nameOfFile } from "../layers/find.js";
import { basename } from "../sandbox/paths.js";

/** The files that fit one of the patterns, in their order. @throws SandbakeError "no-recipe" for a pattern that fits none */
export function chosenFiles(files: readonly string[], patterns: readonly string[]): string[] {
  const tests = patterns.map((pattern) => ({ pattern, fits: fits(pattern), found: false }));
  const chosen = files.filter((file) => {
    const fitting = tests.filter((test) => test.fits(file));
    for (const test of fitting) test.found = true;
    return fitting.length > 0;
  });
  for (const { pattern, found } of tests) {
    if (found || pattern === "*") continue;
    const near = suggest(pattern, files.map(nameOfFile));
    throw new SandbakeError("no-recipe", `no recipe file fits '${pattern}' (of ${files.length})`, {
      hint:
        near.length > 0
          ? `Did you mean ${near.join(" or ")}?`
          : "A pattern is a glob over the name (zlib), the file's name (zlib_*, zlib_1.3.2.bb) or the whole path.",
    });
  }
  return chosen;
}

/** A glob over the file's name, its PN as far as the name tells it, or the path: `zlib`, `zlib_*`, `*`. */
function fits(pattern: string): (file: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const regex = new RegExp(`^${source}$`);
  return (file) => {
    const whole = basename(file);
    const name = whole.replace(/\.bb$/, "");
    return (
      regex.test(whole) || regex.test(name) || regex.test(name.split("_", 1)[0] ?? "") || regex.test(file)
    );
  };
}
