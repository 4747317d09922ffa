/**
 * A build directory that exists only in the host's memory: for layers without one. Gives the path of the directory.
 */
import type { Host } from "../sandbox/host.js";

export interface ScratchRequest {
  readonly layers: readonly string[];
  readonly machine?: string;
  readonly distro?: string;
  /** Lines for local.conf, as they are. */
  readonly extra?: readonly string[];
}

/** Where the directory appears; nothing is written to disk. */
export const scratchTopdir = "/sandbake/build";

export function makeScratchBuild(host: Host, request: ScratchRequest): string {
  for (const folder of ["/sandbake", scratchTopdir, `${scratchTopdir}/conf`])
    if (!host.exists(folder)) host.mkdir(folder);
  const encoder = new TextEncoder();
  const quote = (text: string): string => text.replace(/"/g, '\\"');
  const layers = [
    'BBPATH = "${TOPDIR}"',
    'BBFILES ?= ""',
    `BBLAYERS = "${request.layers.map(quote).join(" ")}"`,
    "",
  ];
  const local = [
    ...(request.machine === undefined ? [] : [`MACHINE = "${quote(request.machine)}"`]),
    ...(request.distro === undefined ? [] : [`DISTRO = "${quote(request.distro)}"`]),
    ...(request.extra ?? []),
    "",
  ];
  host.writeFile(`${scratchTopdir}/conf/bblayers.conf`, encoder.encode(layers.join("\n")));
  host.writeFile(`${scratchTopdir}/conf/local.conf`, encoder.encode(local.join("\n")));
  return scratchTopdir;
}
