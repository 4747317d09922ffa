/** BaseExceptionGroup and ExceptionGroup (PEP 654). */
import type { PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";
import type { ExceptionTable } from "./exception-support.js";

export function installGroups(rt: Runtime, table: ExceptionTable): void {
  const baseType = table.get("BaseException")!;
  const exceptionType = table.get("Exception")!;
  const condition = (c: PyObject): ((e: PyObject) => boolean) => {
    if (rt.isType(c) && rt.isSubtype(c, baseType)) return (e) => rt.isInstance(e, c);
    if (
      rt.isInstance(c, rt.types["tuple"]) &&
      (c.v as PyObject[]).every((t) => rt.isType(t) && rt.isSubtype(t, baseType))
    ) {
      return (e) => (c.v as PyObject[]).some((t) => rt.isInstance(e, t));
    }
    if (c.$isFunction === true || (rt.callable(c) && !rt.isType(c))) return (e) => rt.isTrue(rt.call(c, [e]));
    throw rt.error("TypeError", "expected a function, exception type or tuple of exception types");
  };
  /** A group like `self` of other exceptions; metadata goes along. */
  const derive = (self: any, exceptions: PyObject[]): PyObject => {
    const made = rt.callMethod1(self as PyObject, "derive", rt.list(exceptions)) as any;
    if (!rt.isInstance(made as PyObject, group))
      throw rt.error("TypeError", "derive must return an instance of BaseExceptionGroup");
    made.$traceback = self.$traceback;
    made.$cause = self.$cause;
    made.$context = self.$context;
    made.$suppress = self.$suppress;
    const notes = self.$d?.getStr("__notes__") as PyObject | undefined;
    if (notes !== undefined && rt.isInstance(notes, rt.types["list"])) {
      rt.instanceDict(made as PyObject).setStr("__notes__", rt.list([...rt.iterate(notes)]));
    }
    return made as PyObject;
  };
  const split = (
    self: any,
    match: (e: PyObject) => boolean,
  ): [PyObject | undefined, PyObject | undefined] => {
    if (match(self as PyObject)) return [self as PyObject, undefined];
    if (!rt.isInstance(self as PyObject, group)) return [undefined, self as PyObject];
    const yes: PyObject[] = [];
    const no: PyObject[] = [];
    for (const e of self.$exceptions as PyObject[]) {
      const [y, n] = split(e, match);
      if (y !== undefined) yes.push(y);
      if (n !== undefined) no.push(n);
    }
    return [yes.length === 0 ? undefined : derive(self, yes), no.length === 0 ? undefined : derive(self, no)];
  };

  const group = rt.defineType({
    name: "BaseExceptionGroup",
    base: baseType,
    construct: function (this: any) {
      this.$d = undefined;
    },
    doc: "A combination of multiple unrelated exceptions.",
    slots: {
      tp$new(this: PyObject, args: PyObject[]) {
        let cls = this.constructor as unknown as PyType;
        if (args.length !== 2)
          throw rt.error(
            "TypeError",
            `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`,
          );
        const [message, exceptions] = args as [PyObject, PyObject];
        if (!rt.isStr(message))
          throw rt.error(
            "TypeError",
            `BaseExceptionGroup.__new__() argument 1 must be str, not ${rt.argumentName(message)}`,
          );
        if (!rt.isSequence(exceptions))
          throw rt.error("TypeError", "second argument (exceptions) must be a sequence");
        const items = [...rt.iterate(exceptions)];
        if (items.length === 0)
          throw rt.error("ValueError", "second argument (exceptions) must be a non-empty sequence");
        items.forEach((e, i) => {
          if (!rt.isException(e))
            throw rt.error("ValueError", `Item ${i} of second argument (exceptions) is not an exception`);
        });
        const nested = items.some((e) => !rt.isInstance(e, exceptionType));
        const plainGroup = table.get("ExceptionGroup")!;
        if (cls === group) {
          if (!nested) cls = plainGroup;
        } else if (nested && rt.isSubtype(cls, exceptionType)) {
          throw rt.error(
            "TypeError",
            cls === plainGroup
              ? "Cannot nest BaseExceptions in an ExceptionGroup"
              : `Cannot nest BaseExceptions in '${cls.$name}'`,
          );
        }
        const self = rt.alloc(cls);
        self.$args = [message, exceptions];
        self.$suppress = false;
        self.$message = message;
        self.$exceptions = items;
        return self as PyObject;
      },
      tp$init(this: any, args: PyObject[]) {
        this.$args = args.slice();
      },
      tp$str(this: any) {
        const n = (this.$exceptions as PyObject[]).length;
        return rt.str(`${rt.strOf(this.$message as PyObject)} (${n} sub-exception${n === 1 ? "" : "s"})`);
      },
    },
    getset: {
      message: { get: (g) => g.$message },
      exceptions: { get: (g) => rt.tuple([...(g.$exceptions as PyObject[])]) },
    },
    methods: {
      derive: ["(self, excs, /)", (g: any, excs: PyObject) => rt.call(group, [g.$message as PyObject, excs])],
      split: [
        "(self, matcher_value, /)",
        (g: any, c: PyObject) => {
          const [y, n] = split(g, condition(c));
          return rt.tuple([y ?? rt.none, n ?? rt.none]);
        },
      ],
      subgroup: ["(self, matcher_value, /)", (g: any, c: PyObject) => split(g, condition(c))[0]],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyType, item: PyObject) => rt.genericAlias(cls, item)],
    },
  }) as PyType;
  table.set("BaseExceptionGroup", group);
  // ExceptionGroup derives from both: made as a class statement would make it, then closed.
  const both = rt.typeSystem.createClass(
    rt.types["type"] as PyType,
    "ExceptionGroup",
    [group, exceptionType],
    new Map([["__module__", rt.str("builtins")]]),
  );
  both.$heap = false;
  both.$module = "builtins";
  both.$ns.delete("__module__");
  both.$ns.delete("__doc__");
  both.$doc = "A combination of multiple unrelated exceptions.";
  both.$ns.delete("__weakref__");
  table.set("ExceptionGroup", both);
}
