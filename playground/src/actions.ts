/** What leaves the page: the clipboard, a download, the command line that does the same. */
import { strToU8, zipSync } from "fflate";
import { topdirOf } from "./inputs.js";
import type { Evaluated, Files } from "./protocol.js";
import type { Choice } from "./workspace.js";

/** Copies, and says so; or shows the text where the browser does not let a page copy. */
export async function copy(text: string, done: string, status: (text: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status(done);
  } catch {
    status(`The browser does not let the page copy. Copy this: ${text}`);
  }
}

/** Gives the user a file. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The page's files as a .zip; unpacked, its layers and its build directory work for the command line as well. */
export function zipOf(files: Files): Uint8Array<ArrayBuffer> {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), strToU8(text)])),
  );
}

/** The command that explains the chosen value, to be run where the .zip was unpacked. */
export function commandFor({ files, variable, recipe, configurations }: Choice, shown?: Evaluated): string {
  const [configuration] = configurations;
  const pn = (shown?.record as { pn?: unknown } | null | undefined)?.pn;
  const name = typeof pn === "string" ? pn : recipe.slice(1);
  const words = ["npx", "sandbake", "explain", variable, "-r", name, "--build", topdirOf(files).slice(1)];
  if (configuration?.machine) words.push("--machine", configuration.machine);
  if (configuration?.distro) words.push("--distro", configuration.distro);
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}
