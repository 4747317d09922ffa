/** os.stat_result, and what stat, lstat and fstat answer. The host keeps one time a file: all three are it. */
import type { FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { descriptorOf } from "./os-descriptors.js";
import type { PathOf } from "./os-path.js";
import { structSequence } from "./structseq.js";
import { hostCall } from "./support.js";

const kinds: Readonly<Record<FileStat["kind"], number>> = {
  file: 0o100000,
  directory: 0o040000,
  symlink: 0o120000,
  other: 0o020000,
};

export interface Stats {
  readonly type: PyObject;
  readonly make: (stat: FileStat) => PyObject;
  /** The stat of a path or descriptor; `name` is the function asked, for errors. */
  readonly of: (path: PyObject, name: string, follow: boolean) => PyObject;
}

export function makeStats(rt: Runtime, context: ModuleContext, pathOf: PathOf): Stats {
  const { host } = context;
  const file = descriptorOf(rt, context);
  const statResult = structSequence(
    rt,
    "os",
    "stat_result",
    ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", ""],
    [
      "st_atime",
      "st_mtime",
      "st_ctime",
      "st_atime_ns",
      "st_mtime_ns",
      "st_ctime_ns",
      "st_blksize",
      "st_blocks",
      "st_rdev",
    ],
  );
  rt.patchType(statResult.type, {
    slots: {
      $r(this: any) {
        const names = [
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "st_atime",
          "st_mtime",
          "st_ctime",
        ];
        return rt.str(
          `os.stat_result(${names.map((name, i) => `${name}=${rt.repr(this.v[i])}`).join(", ")})`,
        );
      },
    },
  });
  const makeStat = (stat: FileStat): PyObject => {
    const ns = stat.mtimeNs;
    const whole = rt.int(ns / 1_000_000_000n - (ns < 0n && ns % 1_000_000_000n !== 0n ? 1n : 0n));
    const float = rt.float(Number(ns) / 1e9);
    const exact = rt.int(ns);
    return statResult.make([
      rt.int(kinds[stat.kind] | stat.mode),
      rt.int(stat.ino),
      rt.int(1),
      rt.int(stat.kind === "directory" ? 2 : 1),
      rt.int(stat.uid),
      rt.int(stat.gid),
      rt.int(stat.size),
      whole,
      whole,
      whole,
      float,
      float,
      float,
      exact,
      exact,
      exact,
      rt.int(4096),
      rt.int(Math.ceil(stat.size / 512)),
      rt.int(0),
    ]);
  };
  const statOf = (path: PyObject, name: string, follow: boolean): PyObject => {
    if (rt.isInt(path) && name !== "lstat") {
      const stream = file(path);
      if (stream.path !== undefined) {
        stream.flush();
        return makeStat(hostCall(rt, () => host.stat(stream.path!)));
      }
      return makeStat({
        kind: "file",
        size: stream.length,
        mode: 0o600,
        mtimeNs: 0n,
        ino: 0,
        uid: host.uid,
        gid: host.gid,
      });
    }
    const full = pathOf(path, name, name !== "lstat");
    return makeStat(hostCall(rt, () => (follow ? host.stat(full) : host.lstat(full)), path));
  };
  return { type: statResult.type, make: makeStat, of: statOf };
}
