/** `_sandbake_subprocess`: the host's `run` for our subprocess module. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { addFunctions, bytesOf, hostCall } from "./support.js";

export function installProcess(rt: Runtime, context: ModuleContext): void {
  const { host } = context;
  const strings = (value: PyObject): string[] => rt.toArray(value).map((item) => rt.strOf(item));
  rt.registerModule("_sandbake_subprocess", (_, module) => {
    addFunctions(rt, module, {
      /** (status, stdout, stderr) */
      run: [
        "(argv, cwd, env, input, /)",
        (argv: PyObject, cwd: PyObject, env: PyObject, input: PyObject) => {
          const program = strings(argv);
          const variables = new Map(
            rt
              .toArray(rt.callMethod0(env, "items"))
              .map((pair) => [rt.strOf(pair.v[0]), rt.strOf(pair.v[1])] as const),
          );
          const result = hostCall(
            rt,
            () =>
              host.run(program, {
                cwd: cwd === rt.none ? context.cwd : context.absolute(rt.strOf(cwd)),
                env: variables,
                input: bytesOf(rt, input),
              }),
            rt.str(program[0]),
          );
          return rt.tuple([rt.int(result.status), rt.bytes(result.stdout), rt.bytes(result.stderr)]);
        },
      ],
      /** Nothing: whether a program may run is known when it runs. */
      check: ["(program, /)", () => undefined],
    });
  });
}
