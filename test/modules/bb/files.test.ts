/** bb functions that look at files, on a memory host that holds the tables' tree. */
import { DataStore } from "../../../src/datastore/index.js";
import type { BitBakeContext } from "../../../src/modules/bb/context.js";
import { checksumFileList, FetchList } from "../../../src/modules/bb/fetch/data.js";
import { which } from "../../../src/modules/bb/search.js";
import { memoryHost } from "../../../src/sandbox/index.js";
import { compare, table, tuple, type Json } from "./tables.js";

const root = "/r";

function world(): { context: BitBakeContext; log: string[] } {
  const t = table("files");
  const names = (t["tree"] ?? []).map((row) => row[0] as unknown as string);
  const host = memoryHost(Object.fromEntries(names.map((name) => [`${root}/${name.replace("*", "")}`, ""])));
  for (const name of names) if (name.endsWith("*")) host.chmod(`${root}/${name.slice(0, -1)}`, 0o755);
  const log: string[] = [];
  return {
    context: { host, log: (record) => log.push(record.message), markDependency: () => undefined },
    log,
  };
}

const rooted = (text: Json): string => (text as string).replaceAll("$ROOT", root);
const unrooted = (value: Json): Json =>
  JSON.parse(JSON.stringify(value).replaceAll(`${root}/`, "$ROOT/")) as Json;

describe("bb: files", () => {
  const t = table("files");
  const { context } = world();
  const store = (filespath: Json): DataStore => {
    const made = new DataStore();
    for (const [name, value] of [
      ["DL_DIR", "/dl"],
      ["PV", "1.0"],
      ["PN", "pn"],
      ["SRCREV", "1".repeat(40)],
      ["FILESPATH", rooted(filespath)],
    ] as const) {
      made.setVar(name, value);
    }
    return made;
  };
  it("which", () =>
    compare(t["which"], (path: Json, item: Json, direction: number, executable: boolean) => {
      const { found, tried } = which(context.host, rooted(path), rooted(item), direction !== 0, executable);
      return unrooted(tuple([found, tried]));
    }));
  it("get_checksum_file_list", () =>
    compare(
      t["get_checksum_file_list"],
      (uri: Json, filespath: Json) => {
        const d = store(filespath);
        d.setVar("SRC_URI", rooted(uri));
        return unrooted(checksumFileList(d, context));
      },
      (type) => type,
    ));
  it("localpath", () =>
    compare(t["localpath"], (url: Json, filespath: Json) =>
      unrooted(new FetchList([rooted(url)], store(filespath), context).localPath(rooted(url)) ?? null),
    ));
});
