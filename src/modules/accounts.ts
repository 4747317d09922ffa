/**
 * `pwd` and `grp`: one user and one group, those of the host.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { structSequence } from "./structseq.js";
import { addFunctions, indexOf } from "./support.js";

export function installAccounts(rt: Runtime, context: ModuleContext): void {
  const { host } = context;
  rt.registerModule("pwd", (_, module) => {
    const entry = structSequence(rt, "pwd", "struct_passwd", [
      "pw_name",
      "pw_passwd",
      "pw_uid",
      "pw_gid",
      "pw_gecos",
      "pw_dir",
      "pw_shell",
    ]);
    module.setStr("struct_passwd", entry.type);
    const me = (): PyObject =>
      entry.make([
        rt.str(host.user),
        rt.str("x"),
        rt.int(host.uid),
        rt.int(host.gid),
        rt.str(host.user),
        rt.str(host.home),
        rt.str("/bin/sh"),
      ]);
    addFunctions(rt, module, {
      getpwnam: [
        "(name, /)",
        (name: PyObject) => {
          if (rt.strOf(name) !== host.user)
            throw rt.error("KeyError", `getpwnam(): name not found: ${rt.repr(name)}`);
          return me();
        },
      ],
      getpwuid: [
        "(uid, /)",
        (uid: PyObject) => {
          if (indexOf(rt, uid) !== host.uid)
            throw rt.error("KeyError", `getpwuid(): uid not found: ${indexOf(rt, uid)}`);
          return me();
        },
      ],
      getpwall: ["()", () => rt.list([me()])],
    });
  });
  rt.registerModule("grp", (_, module) => {
    const entry = structSequence(rt, "grp", "struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"]);
    module.setStr("struct_group", entry.type);
    const mine = (): PyObject => entry.make([rt.str(host.user), rt.str("x"), rt.int(host.gid), rt.list([])]);
    addFunctions(rt, module, {
      getgrnam: [
        "(name)",
        (name: PyObject) => {
          if (rt.strOf(name) !== host.user)
            throw rt.error("KeyError", `getgrnam(): name not found: ${rt.repr(name)}`);
          return mine();
        },
      ],
      getgrgid: [
        "(id)",
        (id: PyObject) => {
          if (indexOf(rt, id) !== host.gid)
            throw rt.error("KeyError", `getgrgid(): gid not found: ${indexOf(rt, id)}`);
          return mine();
        },
      ],
      getgrall: ["()", () => rt.list([mine()])],
    });
  });
}
