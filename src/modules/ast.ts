/**
 * `_ast`: Python's classes of syntax tree nodes, made from the parser's field table, and the conversion of trees both ways
 * (`compile(..., PyCF_ONLY_AST)`, `compile(tree, ...)`). ast.py is CPython's own text.
 */
import { FIELDS, ATTRIBUTES } from "../vm/parser/fields.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addInts } from "./support.js";

const bases = [
  "mod",
  "stmt",
  "expr",
  "expr_context",
  "boolop",
  "operator",
  "unaryop",
  "cmpop",
  "excepthandler",
  "pattern",
  "type_ignore",
  "type_param",
];

interface AstClasses {
  readonly classes: Map<string, PyType>;
  /** Operators and contexts: one instance each. */
  readonly singletons: Map<string, PyObject>;
}

export function installAst(rt: Runtime): void {
  let made: AstClasses | undefined;
  const classes = (): AstClasses => (made ??= makeClasses(rt));
  rt.registerModule("_ast", (_, module) => {
    for (const [name, type] of classes().classes) module.setStr(name, type);
    addInts(rt, module, {
      PyCF_ONLY_AST: 0x400,
      PyCF_TYPE_COMMENTS: 0x1000,
      PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000,
      PyCF_OPTIMIZED_AST: 0x8400,
    });
  });
  const compiler = rt.compiler as any;
  if (compiler === undefined) return;
  compiler.toAst = (text: string, filename: string, mode: "exec" | "eval" | "single"): PyObject => {
    return toPython(rt, classes(), rt.code.parse(text, { filename, mode }));
  };
  compiler.nodeToAst = (node: object): PyObject => toPython(rt, classes(), node);
  compiler.fromAst = (tree: PyObject, filename: string, mode: "exec" | "eval" | "single"): PyObject => {
    const wanted = { exec: "Module", eval: "Expression", single: "Interactive" }[mode];
    if (tree.ob$type.$name !== wanted)
      throw rt.error("TypeError", `expected ${wanted} node, got ${rt.typeName(tree)}`);
    return (rt as any).code.compileTree(fromPython(rt, tree), { filename, mode }) as PyObject;
  };
}

function makeClasses(rt: Runtime): AstClasses {
  const names = (list: readonly string[]): PyObject => rt.tuple(list.map((name) => rt.str(name)));
  const fieldsOf = (self: PyObject): string[] => {
    const fields = rt.lookup(self.ob$type, "_fields");
    return fields === undefined ? [] : rt.toArray(fields).map((name) => rt.strOf(name));
  };
  const load = (): PyObject => singletons.get("Load") ?? rt.none;
  const singletons = new Map<string, PyObject>();
  const root = rt.defineType({
    name: "AST",
    module: "ast",
    dict: true,
    new: ["(cls, *args, **kwargs)", (cls: PyType) => rt.alloc(cls)],
    init: [
      "(self, /, *args, **kwargs)",
      (self: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
        const fields = fieldsOf(self);
        if (args.length > fields.length)
          throw rt.error(
            "TypeError",
            `${rt.typeName(self)} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? "" : "s"}`,
          );
        args.forEach((value, i) => rt.setattr(self, fields[i], value));
        // Since 3.13 optional fields that are not given are None, lists empty, contexts Load().
        const known = self.ob$type.$mro.map((t) => t.$name).find((n) => FIELDS.has(n));
        const kinds = known === undefined ? "" : FIELDS.get(known)!.kinds;
        for (let i = args.length; i < kinds.length; i++) {
          if (kw.has(fields[i])) continue;
          if (kinds[i] === "*") rt.setattr(self, fields[i], rt.list([]));
          else if (fields[i] === "ctx") rt.setattr(self, "ctx", load());
          else if (kinds[i] === "?") rt.setattr(self, fields[i], rt.none);
        }
        for (const [name, value] of kw) {
          const at = fields.indexOf(name);
          if (at >= 0 && at < args.length)
            throw rt.error("TypeError", `${rt.typeName(self)} got multiple values for argument '${name}'`);
          rt.setattr(self, name, value);
        }
      },
    ],
    methods: {
      __reduce__: [
        "(self)",
        (self: PyObject) => rt.tuple([self.ob$type, rt.tuple([]), rt.instanceDict(self)]),
      ],
    },
    slots: {
      $r(this: PyObject) {
        return rt.str(`<ast.${rt.typeName(this)} object at ${rt.address(this)}>`);
      },
    },
  }) as PyType;
  rt.setTypeAttr(root, "_fields", rt.tuple([]));
  rt.setTypeAttr(root, "_attributes", rt.tuple([]));
  rt.setTypeAttr(root, "__match_args__", rt.tuple([]));
  const classes = new Map<string, PyType>([["AST", root]]);
  const make = (name: string, base: PyType, namespace: Record<string, PyObject>): void => {
    classes.set(name, rt.buildClass(name, [base], { __module__: rt.str("ast"), ...namespace }) as PyType);
  };
  const located = new Set([...FIELDS.values()].filter((d) => d.located).map((d) => d.base));
  // The optional ends of a node are None when nobody set them.
  const attributes = (): Record<string, PyObject> => ({
    _attributes: names(ATTRIBUTES),
    end_lineno: rt.none,
    end_col_offset: rt.none,
  });
  for (const base of bases) make(base, root, located.has(base) ? attributes() : {});
  for (const [name, { fields, kinds, base, located: own }] of FIELDS) {
    const namespace: Record<string, PyObject> = { _fields: names(fields), __match_args__: names(fields) };
    if (own && base === "AST") Object.assign(namespace, attributes());
    fields.forEach((field, i) => {
      if (kinds[i] === "?") namespace[field] = rt.none;
    });
    make(name, classes.get(base)!, namespace);
  }
  for (const [name, { fields, base, located: own }] of FIELDS) {
    if (fields.length === 0 && !own && base !== "AST") singletons.set(name, rt.call(classes.get(name)!, []));
  }
  return { classes, singletons };
}

/** Fields whose text is a name and not the name of an operator. */
function toPython(rt: Runtime, { classes, singletons }: AstClasses, tree: object): PyObject {
  const constant = (value: any): PyObject => {
    switch (value.kind as string) {
      case "int":
        return rt.int(value.value as number | bigint);
      case "float":
        return rt.float(value.value as number);
      case "complex":
        return rt.call(rt.builtin("complex"), [rt.int(0), rt.float(value.imag as number)]);
      case "str":
        return rt.str(value.value as string);
      case "bytes":
        return rt.bytes(Uint8Array.from(value.value as string, (c) => c.charCodeAt(0)));
      case "True":
        return rt.true;
      case "False":
        return rt.false;
      case "Ellipsis":
        return rt.ellipsis;
      default:
        return rt.none;
    }
  };
  const convert = (value: any, field: string): PyObject => {
    if (value === null || value === undefined) return rt.none;
    if (Array.isArray(value)) return rt.list(value.map((item) => convert(item, field)));
    switch (typeof value) {
      case "string": {
        const single =
          field === "ctx" || field === "op" || field === "ops" ? singletons.get(value) : undefined;
        return single ?? rt.str(value);
      }
      case "number":
        return rt.int(value);
      case "object":
        return value.type === undefined ? constant(value) : node(value);
      default:
        return rt.none;
    }
  };
  const node = (n: any): PyObject => {
    rt.budget.step();
    const name = n.type as string;
    const description = FIELDS.get(name)!;
    const result = rt.alloc(classes.get(name)!) as PyObject;
    description.fields.forEach((field, i) => {
      const own = name === "ExceptHandler" && field === "type" ? n.exc_type : n[field];
      rt.setattr(
        result,
        field,
        own === undefined && description.kinds[i] === "*" ? rt.list([]) : convert(own, field),
      );
    });
    if (description.located)
      for (const attribute of ATTRIBUTES) rt.setattr(result, attribute, rt.int(n[attribute] as number));
    return result;
  };
  return node(tree);
}

function fromPython(rt: Runtime, tree: PyObject): any {
  const constant = (value: PyObject): object => {
    if (value === rt.none) return { kind: "None" };
    if (value === rt.true) return { kind: "True" };
    if (value === rt.false) return { kind: "False" };
    if (value === rt.ellipsis) return { kind: "Ellipsis" };
    if (rt.isStr(value)) return { kind: "str", value: value.v as string };
    if (rt.isInt(value)) return { kind: "int", value: value.v as number | bigint };
    if (rt.isInstance(value, rt.types["float"])) return { kind: "float", value: value.v as number };
    if (rt.isInstance(value, rt.types["bytes"]))
      return {
        kind: "bytes",
        value: Array.from(value.v as Uint8Array, (b) => String.fromCharCode(b)).join(""),
      };
    if (rt.typeName(value) === "complex")
      return { kind: "complex", imag: rt.getattr(value, "imag").v as number };
    throw rt.error("TypeError", `got an invalid type in Constant: ${rt.typeName(value)}`);
  };
  const convert = (value: PyObject, owner: string, field: string): unknown => {
    if ((owner === "Constant" || owner === "MatchSingleton") && field === "value") return constant(value);
    if (value === rt.none) return null;
    if (rt.isInstance(value, rt.types["list"]))
      return rt.toArray(value).map((item) => convert(item, owner, field));
    if (rt.isStr(value)) return value.v as string;
    if (rt.isInt(value)) return Number(value.v);
    return node(value);
  };
  const node = (o: PyObject): unknown => {
    rt.budget.step();
    // A class of the program that derives from a node class counts as its base.
    const name = o.ob$type.$mro.map((t) => t.$name).find((n) => FIELDS.has(n));
    const description = name === undefined ? undefined : FIELDS.get(name);
    if (name === undefined || description === undefined)
      throw rt.error("TypeError", `expected some sort of AST node, but got ${rt.repr(o)}`);
    if (description.fields.length === 0 && !description.located && description.base !== "AST") return name;
    const result: Record<string, unknown> = { type: name };
    description.fields.forEach((field, i) => {
      const value = rt.lookup(o, field);
      if (value === undefined && description.kinds[i] === "1")
        throw rt.error("TypeError", `required field "${field}" missing from ${name}`);
      result[name === "ExceptHandler" && field === "type" ? "exc_type" : field] =
        value === undefined ? (description.kinds[i] === "*" ? [] : null) : convert(value, name, field);
    });
    if (description.located) {
      for (const attribute of ATTRIBUTES) {
        const value = rt.lookup(o, attribute);
        if (value === undefined && !attribute.startsWith("end"))
          throw rt.error(
            "TypeError",
            `required field "${attribute}" missing from ${description.base === "AST" ? name : description.base}`,
          );
        result[attribute] =
          value === undefined || value === rt.none
            ? attribute === "end_lineno"
              ? result["lineno"]
              : result["col_offset"]
            : Number(value.v);
      }
    }
    if (name === "Constant") result["kind"] ??= null;
    return result;
  };
  return node(tree);
}
