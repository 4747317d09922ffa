/**
 * What file names and class lists tell: PN, PV and PR of a recipe's name (bb.parse.vars_from_file), which classes a
 * store has inherited (bb.data.inherits_class).
 */
import { PythonFault } from "./fault.js";
import { basename, splitext } from "./path.js";

/** [PN, PV, PR]; undefined where the name is silent. */
export type NameParts = readonly (string | undefined)[];

/** bb.parse.vars_from_file of a name that is not empty; undefined for a file that is no recipe and no bbappend. */
export function partsOfFileName(file: string): NameParts | undefined {
  if (!file.endsWith(".bb") && !file.endsWith(".bbappend")) return undefined;
  const [stem] = splitext(basename(file)); // of ".bb" alone, which has no extension, it is all
  const parts = stem.split("_");
  if (parts.length > 3) {
    const message = "Unable to generate default variables from filename (too many underscores)";
    throw new PythonFault("bb.parse.ParseError", message, [message, file]);
  }
  return [parts[0], parts[1], parts[2]];
}

/** Any of the files in `__inherit_cache` is `name`.bbclass. Asked 28,000 times in a parse of oe-core, of 35 files each. */
export function inheritsClass(files: readonly string[], name: string): boolean {
  const tail = `/${name}.bbclass`;
  const { length } = tail;
  for (const file of files) {
    if (file.charCodeAt(file.length - length) === 47 && file.endsWith(tail)) return true;
  }
  return false;
}
