/** getattr, setattr, delattr, hasattr, isinstance, issubclass, dir, vars, globals, locals. */
import type { PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";
import type { DefineFunction } from "./install.js";

export function installAttributeFunctions(rt: Runtime, fn: DefineFunction): void {
  fn(
    "getattr(object, name, default=..., /)",
    (o: PyObject, name: PyObject, fallback?: PyObject) => {
      const key = rt.attributeName(name);
      return fallback === undefined ? rt.getattr(o, key) : (rt.lookup(o, key) ?? fallback);
    },
    "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.",
  );
  fn(
    "hasattr(obj, name, /)",
    (o: PyObject, name: PyObject) => rt.lookup(o, rt.attributeName(name)) !== undefined,
    "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.",
  );
  fn(
    "setattr(obj, name, value, /)",
    (o: PyObject, name: PyObject, value: PyObject) => rt.setattr(o, rt.attributeName(name), value),
    "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
  );
  fn(
    "delattr(obj, name, /)",
    (o: PyObject, name: PyObject) => rt.delattr(o, rt.attributeName(name)),
    "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
  );
  fn(
    "isinstance(obj, class_or_tuple, /)",
    (o: PyObject, cls: PyObject) => rt.instanceCheck(o, cls),
    "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.",
  );
  fn(
    "issubclass(cls, class_or_tuple, /)",
    (sub: PyObject, cls: PyObject) => rt.subclassCheck(sub, cls),
    "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
  );
  fn(
    "dir(object=..., /)",
    (o?: PyObject) => {
      if (o === undefined) {
        const locals = rt.frames.locals();
        if (locals === undefined) throw rt.error("SystemError", "frame does not exist");
        return sortedList(rt, rt.callMethod0(locals, "keys"));
      }
      const f = rt.lookupSpecial(o, "__dir__");
      if (f === undefined) throw rt.error("TypeError", "object does not provide __dir__");
      return sortedList(rt, rt.call(f, []));
    },
    "Show attributes of an object.\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.",
  );
  fn(
    "vars(object=..., /)",
    (o?: PyObject) => {
      if (o === undefined) return namespace(rt, "locals");
      const d = rt.lookup(o, "__dict__");
      if (d === undefined) throw rt.error("TypeError", "vars() argument must have __dict__ attribute");
      return d;
    },
    "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.",
  );
  fn(
    "globals()",
    () => namespace(rt, "globals"),
    "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
  );
  fn(
    "locals()",
    () => namespace(rt, "locals"),
    "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
  );
  fn(
    "__build_class__(func, name, /, *bases, **kwds)",
    (f: PyObject, name: PyObject) => {
      if (f.$isFunction !== true) throw rt.error("TypeError", "__build_class__: func must be a function");
      if (!rt.isStr(name)) throw rt.error("TypeError", "__build_class__: name is not a string");
      throw rt.error(
        "NotImplementedError",
        "calling __build_class__ is not offered by this VM: class statements do not go through it",
      );
    },
    "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.",
  );
}

function sortedList(rt: Runtime, names: PyObject): PyType {
  const list = rt.list(rt.toArray(names));
  rt.callMethod0(list, "sort");
  return list as PyType;
}

/** What `globals()` and `locals()` give; outside Python code there is none. */
function namespace(rt: Runtime, kind: "globals" | "locals"): PyObject {
  const ns = rt.frames[kind]();
  if (ns === undefined) throw rt.error("SystemError", `${kind}(): no Python frame is running`);
  return ns;
}
