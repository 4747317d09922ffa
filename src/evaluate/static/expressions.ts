/** The value of each kind of expression. */
import type * as ast from "../../vm/parser/ast.js";
import { methodOf } from "./classes.js";
import type { Frame, Interpreter } from "./interpreter.js";
import {
  binary,
  dictMethod,
  indexIn,
  isKey,
  listMethod,
  mutating,
  setMethod,
  textMethod,
} from "./methods.js";
import { assign } from "./statements.js";
import { dotted } from "./trees.js";
import {
  EventValue,
  FunctionValue,
  InstanceValue,
  itemsOf,
  ModuleValue,
  NativeValue,
  Raised,
  reprOf,
  same,
  StoreValue,
  textOf,
  truth,
  Tuple,
  Unknown,
  unknownIn,
  type StaticValue,
} from "./values.js";

/** See the file's comment. What is not followed is Unknown. */
export function expressions(interpreter: Interpreter, node: ast.Expr, frame: Frame): StaticValue {
  const read = (inner: ast.Expr): StaticValue => interpreter.expression(inner, frame);
  const unknown = (reason: string): Unknown => new Unknown(interpreter.cause(reason, frame, node));
  switch (node.type) {
    case "Constant":
      switch (node.value.kind) {
        case "str":
          return node.value.value;
        case "int":
          return typeof node.value.value === "number" ? node.value.value : unknown("a large number");
        case "None":
          return null;
        case "True":
          return true;
        case "False":
          return false;
        default:
          return unknown(`a constant of type ${node.value.kind} is not followed`);
      }
    case "Name":
      return given(interpreter.world.name(node.id, frame), () => unknown(`the name ${node.id} is not known`));
    case "Attribute":
      return attribute(interpreter, read(node.value), node, frame);
    case "Call":
      return call(interpreter, node, frame);
    case "BinOp": {
      const [left, right] = [read(node.left), read(node.right)];
      return (
        unknownIn(node.op === "Add" ? [left, right].filter((v) => v instanceof Unknown) : [left, right]) ??
        binary(node.op, left, right) ??
        unknown(`an operation (${node.op}) is not followed`)
      );
    }
    case "BoolOp": {
      let value: StaticValue = null;
      for (const [i, operand] of node.values.entries()) {
        value = read(operand);
        const known = truth(value);
        if (known === undefined) {
          // What follows may or may not be computed.
          interpreter.perhaps(() => {
            for (const later of node.values.slice(i + 1)) read(later);
          });
          return value;
        }
        if (known === (node.op === "Or")) return value;
      }
      return value;
    }
    case "UnaryOp": {
      const value = read(node.operand);
      if (value instanceof Unknown) return value;
      if (node.op === "Not") return !(truth(value) ?? false);
      if (node.op === "USub" && typeof value === "number") return -value;
      return unknown("an operation is not followed");
    }
    case "IfExp": {
      const test = read(node.test);
      const known = truth(test);
      if (known !== undefined) return read(known ? node.body : node.orelse);
      const [a, b] = interpreter.perhaps(() => [read(node.body), read(node.orelse)] as const);
      return isKey(a) && same(a, b) === true ? a : test;
    }
    case "Compare":
      return compare(interpreter, node, frame);
    case "List":
      return elements(node.elts, read) ?? unknown("a list with * is not followed");
    case "Tuple": {
      const items = elements(node.elts, read);
      return items === undefined ? unknown("a tuple with * is not followed") : new Tuple(items);
    }
    case "Set": {
      const items = elements(node.elts, read);
      return items?.every(isKey) === true
        ? new Set(items)
        : (unknownIn(items ?? []) ?? unknown("a set is not followed"));
    }
    case "Dict": {
      const dict = new Map<StaticValue, StaticValue>();
      for (const [i, keyNode] of node.keys.entries()) {
        const value = read(node.values[i]);
        if (keyNode === null) return unknown("a dict with ** is not followed");
        const key = read(keyNode);
        if (!isKey(key)) return unknownIn([key]) ?? unknown("a dict's key is not followed");
        dict.set(key, value);
      }
      return dict;
    }
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
    case "DictComp":
      return comprehension(interpreter, node, frame);
    case "Subscript":
      return given(subscript(read(node.value), node.slice, read), () => unknown("an item is not followed"));
    case "JoinedStr": {
      let out = "";
      for (const part of node.values) {
        if (part.type === "FormattedValue" && (part.format_spec !== null || part.conversion === 97))
          return unknown("a format is not followed");
        const value = part.type === "FormattedValue" ? read(part.value) : read(part);
        if (value instanceof Unknown) return value;
        const shown =
          part.type === "FormattedValue" && part.conversion === 114 ? reprOf(value) : textOf(value);
        if (shown === undefined) return unknownIn([value]) ?? unknown("a value in a text is not followed");
        out += shown;
      }
      return out;
    }
    case "Yield": {
      const value = node.value === null ? null : read(node.value);
      if (frame.yields === undefined) return unknown("a generator is not followed");
      if (interpreter.may > 0)
        interpreter.taint(frame.yields, interpreter.cause("it may yield", frame, node));
      frame.yields.push(value);
      return null;
    }
    case "YieldFrom": {
      const items = itemsOf(read(node.value));
      if (frame.yields === undefined || items === undefined) {
        if (frame.yields !== undefined)
          interpreter.taint(frame.yields, interpreter.cause("it yields what is not known", frame, node));
        return unknown("a generator is not followed");
      }
      frame.yields.push(...items);
      return null;
    }
    case "Lambda":
      return new FunctionValue(node, "<lambda>", frame.file, frame.scope, frame.module);
    case "NamedExpr": {
      const value = read(node.value);
      assign(interpreter, node.target, value, frame);
      return value;
    }
    default:
      return unknown(`an expression (${node.type}) is not followed`);
  }
}

/** `??` would take None for nothing. */
function given(value: StaticValue | undefined, otherwise: () => StaticValue): StaticValue {
  return value === undefined ? otherwise() : value;
}

function elements(
  nodes: readonly ast.Expr[],
  read: (node: ast.Expr) => StaticValue,
): StaticValue[] | undefined {
  const items: StaticValue[] = [];
  for (const node of nodes) {
    if (node.type !== "Starred") items.push(read(node));
    else {
      const more = itemsOf(read(node.value));
      if (more === undefined) return undefined;
      items.push(...more);
    }
  }
  return items;
}

/** `value.name`: methods as functions that know what they are called on. */
function attribute(
  interpreter: Interpreter,
  value: StaticValue,
  node: ast.Attribute,
  frame: Frame,
): StaticValue {
  const { attr } = node;
  const cause = interpreter.cause(`.${attr} is not followed`, frame, node);
  if (value instanceof Unknown) return value;
  if (value instanceof ModuleValue) {
    const reason = `${value.name}.${attr} is not followed`;
    return given(
      interpreter.world.moduleAttribute(value.name, attr),
      () => new Unknown(interpreter.cause(reason, frame, node)),
    );
  }
  if (value instanceof EventValue) return given(value.fields.get(attr), () => new Unknown(cause));
  if (value instanceof InstanceValue) {
    const field = value.fields.get(attr);
    if (field !== undefined) return field;
    const f = methodOf(value, attr, interpreter.world);
    if (f === undefined) return new Unknown(cause);
    return new NativeValue(attr, (args, keywords) => interpreter.callFunction(f, [value, ...args], keywords));
  }
  if (value instanceof NativeValue && ["set", "str", "list", "dict"].includes(value.name)) {
    // `set.difference(a, b)`: the method of its first argument.
    return new NativeValue(attr, ([self = null, ...args], keywords) => {
      const f = attribute(interpreter, self, node, frame);
      return f instanceof NativeValue ? f.call(args, keywords) : new Unknown(cause);
    });
  }
  if (value instanceof StoreValue) return interpreter.world.storeMethod(value, attr, cause);
  const method = (run: (args: readonly StaticValue[]) => StaticValue | undefined): NativeValue =>
    new NativeValue(attr, (args, keywords) => {
      if (keywords.size > 0) {
        if (mutating.has(attr)) interpreter.taint(value, cause);
        return new Unknown(cause);
      }
      if (mutating.has(attr) && typeof value !== "string") {
        if (interpreter.may > 0) {
          interpreter.taint(value, cause);
          return new Unknown(cause);
        }
      } else {
        const part = unknownIn(attr === "get" ? args : [...args, ...(value instanceof Map ? [] : [value])]);
        if (part !== undefined) return part;
      }
      const result = run(args);
      if (result !== undefined) return result;
      if (mutating.has(attr)) interpreter.taint(value, cause);
      return unknownIn(args) ?? new Unknown(cause);
    });
  if (typeof value === "string") return method((args) => textMethod(value, attr, args));
  if (Array.isArray(value)) return method((args) => listMethod(value, attr, args));
  if (value instanceof Map) return method((args) => dictMethod(value, attr, args));
  if (value instanceof Set) return method((args) => setMethod(value, attr, args));
  return new Unknown(cause);
}

function call(interpreter: Interpreter, node: ast.Call, frame: Frame): StaticValue {
  const f = interpreter.expression(node.func, frame);
  const args: StaticValue[] = [];
  let spread: Unknown | undefined;
  for (const arg of node.args) {
    if (arg.type !== "Starred") {
      args.push(interpreter.expression(arg, frame));
      continue;
    }
    const value = interpreter.expression(arg.value, frame);
    const items = itemsOf(value);
    if (items === undefined)
      spread = new Unknown(interpreter.cause("arguments by * are not followed", frame, node));
    else args.push(...items);
  }
  const keywords = new Map<string, StaticValue>();
  for (const { arg, value: inner } of node.keywords) {
    const value = interpreter.expression(inner, frame);
    if (arg === null)
      spread = new Unknown(interpreter.cause("arguments by ** are not followed", frame, node));
    else keywords.set(arg, value);
  }
  const shown = dotted(node.func);
  return interpreter.call(spread ?? f, args, keywords, frame, node, shown);
}

function compare(interpreter: Interpreter, node: ast.Compare, frame: Frame): StaticValue {
  let left = interpreter.expression(node.left, frame);
  for (const [i, op] of node.ops.entries()) {
    const right = interpreter.expression(node.comparators[i], frame);
    const result = compareOnce(op, left, right);
    if (result === undefined) {
      return (
        (left instanceof Unknown ? left : unknownIn([right])) ??
        new Unknown(interpreter.cause("a comparison is not followed", frame, node))
      );
    }
    if (!result) return false;
    left = right;
  }
  return true;
}

function compareOnce(op: ast.CmpOp, left: StaticValue, right: StaticValue): boolean | undefined {
  const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);
  switch (op) {
    case "Eq":
      return same(left, right);
    case "NotEq":
      return not(same(left, right));
    case "Is":
    case "IsNot": {
      if (left instanceof Unknown || right instanceof Unknown) return undefined;
      // Of texts and numbers only CPython knows which are the same object.
      if (
        left !== null &&
        right !== null &&
        typeof left !== "boolean" &&
        typeof right !== "boolean" &&
        isKey(left)
      )
        return undefined;
      return (left === right) === (op === "Is");
    }
    case "In":
    case "NotIn": {
      let found: boolean | undefined;
      if (left instanceof Unknown || right instanceof Unknown) return undefined;
      if (typeof right === "string") found = typeof left === "string" ? right.includes(left) : undefined;
      else if ((right instanceof Map || right instanceof Set) && isKey(left)) found = right.has(left);
      else {
        const items = itemsOf(right);
        const at = items === undefined ? undefined : indexIn(items, left);
        found = at === undefined ? undefined : at >= 0;
      }
      return op === "In" ? found : not(found);
    }
    default: {
      let order: number | undefined;
      if (typeof left === "number" && typeof right === "number") order = left - right;
      else if (typeof left === "string" && typeof right === "string")
        order = left === right ? 0 : byPoint(left, right);
      if (order === undefined) return undefined;
      return op === "Lt" ? order < 0 : op === "LtE" ? order <= 0 : op === "Gt" ? order > 0 : order >= 0;
    }
  }
}

function byPoint(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i].codePointAt(0) ?? 0) - (y[i].codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

function subscript(
  value: StaticValue,
  slice: ast.Expr,
  read: (node: ast.Expr) => StaticValue,
): StaticValue | undefined {
  if (value instanceof Unknown) return value;
  const items = value instanceof Tuple ? value.items : Array.isArray(value) ? value : undefined;
  if (slice.type === "Slice") {
    const step = slice.step === null ? null : read(slice.step);
    if (step === -1 && slice.lower === null && slice.upper === null) {
      if (typeof value === "string") return [...value].reverse().join("");
      const reversed = items === undefined ? undefined : [...items].reverse();
      return reversed === undefined ? undefined : value instanceof Tuple ? new Tuple(reversed) : reversed;
    }
    if (step !== null) return undefined;
    const bound = (node: ast.Expr | null): number | undefined | null => {
      const at = node === null ? null : read(node);
      return at === null ? null : typeof at === "number" ? at : undefined;
    };
    const [from, to] = [bound(slice.lower), bound(slice.upper)];
    if (from === undefined || to === undefined) return undefined;
    if (typeof value === "string") return [...value].slice(from ?? 0, to ?? undefined).join("");
    const part = items?.slice(from ?? 0, to ?? undefined);
    return part === undefined ? undefined : value instanceof Tuple ? new Tuple(part) : part;
  }
  const key = read(slice);
  if (key instanceof Unknown) return key;
  if (value instanceof Map) {
    if (!isKey(key)) return undefined;
    const found = value.get(key);
    if (found === undefined) throw new Raised("KeyError", textOf(key) ?? "");
    return found;
  }
  const at = typeof key === "boolean" ? Number(key) : key;
  if (typeof at !== "number") return undefined;
  const list = typeof value === "string" ? [...value] : items;
  if (list === undefined) return undefined;
  const found = list.at(at);
  if (found === undefined) throw new Raised("IndexError", "index out of range");
  return found;
}

function comprehension(interpreter: Interpreter, node: ast.AnyComprehension, frame: Frame): StaticValue {
  const inner: Frame = { ...frame, scope: { names: new Map(), outer: frame.scope }, globals: new Set() };
  const unknown = (reason: string): Unknown => new Unknown(interpreter.cause(reason, frame, node));
  const list: StaticValue[] = [];
  const dict = new Map<StaticValue, StaticValue>();
  const run = (depth: number): Unknown | undefined => {
    const generator = node.generators[depth];
    if (generator === undefined) {
      if (node.type === "DictComp") {
        const key = interpreter.expression(node.key, inner);
        if (!isKey(key)) return unknown("a key is not followed");
        dict.set(key, interpreter.expression(node.value, inner));
      } else list.push(interpreter.expression(node.elt, inner));
      return undefined;
    }
    const iterable = interpreter.expression(generator.iter, depth === 0 ? frame : inner);
    const items = itemsOf(iterable);
    if (items === undefined)
      return iterable instanceof Unknown ? iterable : unknown("what is iterated is not known");
    for (const item of [...items]) {
      assign(interpreter, generator.target, item, inner);
      let wanted = true;
      for (const test of generator.ifs) {
        const value = interpreter.expression(test, inner);
        const known = truth(value);
        if (known === undefined) return value as Unknown;
        if (!known) {
          wanted = false;
          break;
        }
      }
      if (!wanted) continue;
      const failed = run(depth + 1);
      if (failed !== undefined) return failed;
    }
    return undefined;
  };
  const failed = run(0);
  if (failed !== undefined) return failed;
  if (node.type === "DictComp") return dict;
  if (node.type === "SetComp")
    return list.every(isKey) ? new Set(list) : (unknownIn(list) ?? unknown("a set is not followed"));
  return list;
}
