/** None, NotImplemented and Ellipsis. */
import type { PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installSingletons(rt: Runtime): void {
  const reduce = { __reduce__: ["(self, /)", (o: PyObject) => o.$r()] } as const;
  const make = (typeName: string, text: string, slots: Record<string, any> = {}): PyObject => {
    const construct = function (this: any): void {
      // no fields: there is one of it
    };
    const type: any = rt.defineType({
      name: typeName,
      construct,
      subclassable: false,
      new: [
        "(cls, *args, **kw)",
        (_cls: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
          if (args.length > 0 || kw.size > 0) throw rt.error("TypeError", `${typeName} takes no arguments`);
          return single;
        },
      ],
      slots: { $r: () => rt.str(text), ...slots },
      ...(typeName === "NoneType" ? {} : { methods: reduce }),
    });
    const single = new type() as PyObject;
    return single;
  };
  rt.none = make("NoneType", "None", { nb$bool: () => false });
  rt.notImplemented = make("NotImplementedType", "NotImplemented", {
    nb$bool: () => {
      // Nobody can see a warning before `warnings` is imported.
      const warnings = rt.findModule("warnings");
      if (warnings !== undefined)
        rt.callMethod2(
          warnings,
          "warn",
          rt.str("NotImplemented should not be used in a boolean context"),
          rt.builtin("DeprecationWarning"),
        );
      return true;
    },
  });
  rt.ellipsis = make("ellipsis", "Ellipsis");
  rt.types["NoneType"] = rt.none.ob$type;
  rt.types["NotImplementedType"] = rt.notImplemented.ob$type;
  rt.types["ellipsis"] = rt.ellipsis.ob$type;
}
