/** From the page's files to what a host is given: where the build directory is, and the chosen machine and distro as a file. */
import type { Configuration, Files } from "./protocol.js";

/** The folder that holds conf/bblayers.conf; "/build" where none does. */
export function topdirOf(files: Files): string {
  const tail = "/conf/bblayers.conf";
  const [first] = Object.keys(files)
    .filter((path) => path.endsWith(tail))
    .sort();
  return first === undefined ? "/build" : first.slice(0, -tail.length);
}

/** A file that says which machine and distro, read before all others, as `sandbake --machine` does it. */
export const chosenFile = (topdir: string): string => `${topdir}/conf/chosen-on-the-page.conf`;

export function hostFiles(files: Files, { machine, distro }: Configuration): Record<string, string> {
  const lines = [machine && `MACHINE = "${machine}"`, distro && `DISTRO = "${distro}"`].filter(Boolean);
  return { ...files, [chosenFile(topdirOf(files))]: lines.map((line) => `${line}\n`).join("") };
}
