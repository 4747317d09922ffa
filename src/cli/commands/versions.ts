/** `sandbake versions`: every recipe with its latest, preferred and required version, as `bitbake -s`. */
import type { CatalogPart } from "../../layers/catalog.js";
import type { RecipeSummary } from "../../layers/summary.js";
import { openCatalog, partOf } from "../catalog.js";
import type { OpenOptions } from "../open.js";
import { exitCodes, printMessage, type Io } from "../output.js";

export interface VersionsOptions extends OpenOptions {
  readonly json?: boolean;
  readonly mc?: string;
}

export async function versions(io: Io, options: VersionsOptions): Promise<number> {
  const { catalog, print } = await openCatalog(io, options);
  const status = printVersions(io, partOf(catalog, options.mc), options);
  return print.counts.errors > 0 ? exitCodes.error : status;
}

const version = ({ pe, pv, pr }: RecipeSummary): string => `${pe}:${pv}-${pr}`;
const row = (name: string, latest: string, preferred: string, required: string): string =>
  `${name.padEnd(35)} ${latest.padStart(25)} ${preferred.padStart(25)} ${required.padStart(25)}\n`;

/** A required version that is not there is an error; the others are listed all the same. */
export function printVersions(
  io: Io,
  part: CatalogPart,
  options: { readonly json?: boolean; readonly quiet?: boolean },
): number {
  const { providers } = part;
  let status: number = exitCodes.ok;
  const rows = providers.names.flatMap((pn) => {
    const choice = providers.choose(pn);
    if (!choice) return [];
    for (const message of providers.versionMessages(pn)) {
      if (message.level === "error") status = exitCodes.error;
      printMessage(io, message, options.quiet === true);
    }
    const { latest, found, required } = choice;
    const named = found === undefined ? "" : version(found);
    const preferred = required || named === version(latest) ? "" : named;
    return [{ pn, latest: version(latest), preferred, required: required ? named : "" }];
  });
  if (options.json) {
    io.out(`${JSON.stringify({ schemaVersion: 1, versions: rows }, null, 2)}\n`);
    return status;
  }
  const head = ["Recipe Name", "Latest Version", "Preferred Version", "Required Version"] as const;
  const rule = (text: string): string => "=".repeat(text.length);
  io.out(row(...head) + row(rule(head[0]), rule(head[1]), rule(head[2]), rule(head[3])) + "\n");
  io.out(rows.map(({ pn, latest, preferred, required }) => row(pn, latest, preferred, required)).join(""));
  return status;
}
