/** Which bbappends belong to which recipe files. */
import { basename } from "../sandbox/paths.js";

/** Finds the appends of a recipe by name: `name_1.0.bbappend`, or `name_%.bbappend` for any version. */
export class AppendIndex {
  readonly #exact = new Map<string, [number, string][]>();
  readonly #wild: { prefix: string; order: number; file: string }[] = [];

  constructor(appends: readonly string[]) {
    appends.forEach((file, order) => {
      const stem = basename(file).slice(0, -".bbappend".length);
      const percent = stem.indexOf("%");
      if (percent >= 0) this.#wild.push({ prefix: stem.slice(0, percent), order, file });
      else {
        const known = this.#exact.get(stem);
        if (known) known.push([order, file]);
        else this.#exact.set(stem, [[order, file]]);
      }
    });
  }

  of(recipe: string): string[] {
    const stem = basename(recipe).slice(0, -".bb".length);
    const found: [number, string][] = [...(this.#exact.get(stem) ?? [])];
    for (const { prefix, order, file } of this.#wild) if (stem.startsWith(prefix)) found.push([order, file]);
    return found.sort((a, b) => a[0] - b[0]).map(([, file]) => file);
  }
}
