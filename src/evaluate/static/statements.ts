/** What each kind of statement does; those that guard or part ways are the interpreter's. */
import type * as ast from "../../vm/parser/ast.js";
import type { Frame, Interpreter } from "./interpreter.js";
import { assignedNames } from "./trees.js";
import {
  EventValue,
  ExceptionClass,
  FunctionValue,
  InstanceValue,
  itemsOf,
  ModuleValue,
  Raised,
  textOf,
  truth,
  Unknown,
  type Cause,
  type StaticValue,
} from "./values.js";

/** A `return`. */
export class Returned {
  constructor(readonly value: StaticValue) {}
}
const BREAK = Symbol("break");
const CONTINUE = Symbol("continue");
/** How a block ends: at its end, or by one of these. */
export type End = undefined | Returned | typeof BREAK | typeof CONTINUE;

/** See the file's comment. */
export function statement(interpreter: Interpreter, node: ast.Stmt, frame: Frame): End {
  interpreter.step(frame, node);
  switch (node.type) {
    case "Expr":
      interpreter.expression(node.value, frame);
      return undefined;
    case "Assign": {
      const value = interpreter.expression(node.value, frame);
      for (const target of node.targets) assign(interpreter, target, value, frame);
      return undefined;
    }
    case "AnnAssign":
      if (node.value !== null)
        assign(interpreter, node.target, interpreter.expression(node.value, frame), frame);
      return undefined;
    case "AugAssign": {
      const read = { ...node.target, ctx: "Load" } as ast.Expr;
      const { lineno, col_offset, end_lineno, end_col_offset } = node;
      const place = { lineno, col_offset, end_lineno, end_col_offset };
      const left = interpreter.expression(read, frame);
      const right = interpreter.expression(node.value, frame);
      if (Array.isArray(left) && node.op === "Add") {
        const items = itemsOf(right);
        if (interpreter.may > 0 || items === undefined)
          interpreter.taint(left, interpreter.cause("it may be extended", frame, node));
        else left.push(...items);
        return undefined;
      }
      const known = new Map([
        ["left", left],
        ["right", right],
      ]);
      const inner: Frame = { ...frame, scope: { names: known, outer: undefined } };
      const name = (id: string): ast.Name => ({ type: "Name", id, ctx: "Load", ...place });
      const sum: ast.BinOp = {
        type: "BinOp",
        left: name("left"),
        op: node.op,
        right: name("right"),
        ...place,
      };
      assign(interpreter, node.target, interpreter.expression(sum, inner), frame);
      return undefined;
    }
    case "If":
      return branch(interpreter, node, frame);
    case "For":
      return forLoop(interpreter, node, frame);
    case "While":
      return whileLoop(interpreter, node, frame);
    case "Return":
      return new Returned(node.value === null ? null : interpreter.expression(node.value, frame));
    case "Raise":
      return raise(interpreter, node, frame);
    case "Try":
      return interpreter.attempt(node, frame);
    case "Pass":
      return undefined;
    case "Break":
      return BREAK;
    case "Continue":
      return CONTINUE;
    case "Import":
      for (const { name, asname } of node.names)
        frame.scope.names.set(
          asname ?? name.split(".", 1)[0] ?? name,
          new ModuleValue(asname === null ? (name.split(".", 1)[0] ?? name) : name),
        );
      return undefined;
    case "ImportFrom":
      for (const { name, asname } of node.names) {
        const value = interpreter.world.moduleAttribute(node.module ?? "", name);
        frame.scope.names.set(
          asname ?? name,
          value !== undefined
            ? value
            : new Unknown(interpreter.cause(`${node.module ?? "."}.${name} is not followed`, frame, node)),
        );
      }
      return undefined;
    case "FunctionDef": {
      const made = new FunctionValue(node, node.name, frame.file, frame.scope, frame.module);
      frame.scope.names.set(node.name, made);
      return undefined;
    }
    case "Global":
    case "Nonlocal":
      for (const name of node.names) frame.globals.add(name);
      return undefined;
    case "Delete":
      for (const target of node.targets) remove(interpreter, target, frame);
      return undefined;
    case "Assert": {
      interpreter.expression(node.test, frame);
      return undefined;
    }
    case "With":
      for (const { context_expr, optional_vars } of node.items) {
        const value = interpreter.expression(context_expr, frame);
        const cause =
          value instanceof Unknown ? value.cause : interpreter.cause("a with statement", frame, node);
        if (optional_vars !== null) assign(interpreter, optional_vars, new Unknown(cause), frame);
      }
      return interpreter.block(node.body, frame);
    default: {
      const cause = interpreter.cause(`a ${node.type} statement is not followed`, frame, node);
      interpreter.world.havoc(cause);
      forgetAssigned([node], frame, cause);
      return undefined;
    }
  }
}

function remove(interpreter: Interpreter, target: ast.Expr, frame: Frame): void {
  if (target.type === "Name") {
    frame.scope.names.delete(target.id);
    return;
  }
  if (target.type === "Subscript") {
    const container = interpreter.expression(target.value, frame);
    const key = interpreter.expression(target.slice, frame);
    if (interpreter.may === 0 && container instanceof Map && typeof key === "string" && container.delete(key))
      return;
    interpreter.taint(container, interpreter.cause("del is not followed here", frame, target));
  }
}

/** `target = value`. */
export function assign(interpreter: Interpreter, target: ast.Expr, value: StaticValue, frame: Frame): void {
  switch (target.type) {
    case "Name":
      if (frame.globals.has(target.id)) {
        for (let scope = frame.scope.outer; scope !== undefined; scope = scope.outer)
          if (scope.names.has(target.id)) return void scope.names.set(target.id, value);
        interpreter.world.setGlobal(
          target.id,
          frame.module,
          interpreter.may > 0 ? new Unknown(interpreter.cause("it may be set", frame, target)) : value,
        );
        return;
      }
      frame.scope.names.set(target.id, value);
      return;
    case "Tuple":
    case "List": {
      const items = itemsOf(value);
      const starred = target.elts.some(({ type }) => type === "Starred");
      if (items === undefined || starred || items.length !== target.elts.length) {
        const cause =
          value instanceof Unknown
            ? value.cause
            : interpreter.cause("an assignment to several names is not followed", frame, target);
        for (const element of target.elts)
          assign(
            interpreter,
            element.type === "Starred" ? element.value : element,
            new Unknown(cause),
            frame,
          );
        return;
      }
      target.elts.forEach((element, i) => assign(interpreter, element, items[i] ?? null, frame));
      return;
    }
    case "Subscript": {
      const container = interpreter.expression(target.value, frame);
      const key = interpreter.expression(target.slice, frame);
      if (
        interpreter.may === 0 &&
        container instanceof Map &&
        (typeof key === "string" || typeof key === "number")
      )
        container.set(key, value);
      else if (
        interpreter.may === 0 &&
        Array.isArray(container) &&
        typeof key === "number" &&
        key >= 0 &&
        key < container.length
      )
        container[key] = value;
      else interpreter.taint(container, interpreter.cause("an item may be set", frame, target));
      return;
    }
    default:
      if (target.type !== "Attribute") return;
      {
        const owner = interpreter.expression(target.value, frame);
        if (!(owner instanceof InstanceValue)) return; // an object that is not followed
        const cause = interpreter.cause(`${target.attr} may be set`, frame, target);
        owner.fields.set(target.attr, interpreter.may > 0 ? new Unknown(cause) : value);
      }
      return;
  }
}

function branch(interpreter: Interpreter, node: ast.If, frame: Frame): End {
  const test = interpreter.expression(node.test, frame);
  const known = truth(test);
  if (known !== undefined) return interpreter.block(known ? node.body : node.orelse, frame);
  const cause =
    test instanceof Unknown ? test.cause : interpreter.cause("a condition is not known", frame, node);
  return interpreter.either([node.body, node.orelse], frame, cause);
}

function forLoop(interpreter: Interpreter, node: ast.For, frame: Frame): End {
  const iterable = interpreter.expression(node.iter, frame);
  const items = itemsOf(iterable);
  if (items === undefined) {
    const cause =
      iterable instanceof Unknown
        ? iterable.cause
        : interpreter.cause("what is iterated is not known", frame, node);
    return perhapsOften(interpreter, node.body, frame, cause, () =>
      assign(interpreter, node.target, new Unknown(cause), frame),
    );
  }
  for (const item of [...items]) {
    assign(interpreter, node.target, item, frame);
    const end = interpreter.block(node.body, frame);
    if (end === BREAK) return undefined;
    if (end instanceof Returned) return end;
  }
  return interpreter.block(node.orelse, frame);
}

function whileLoop(interpreter: Interpreter, node: ast.While, frame: Frame): End {
  for (;;) {
    const test = interpreter.expression(node.test, frame);
    const known = truth(test);
    if (known === undefined) {
      const cause =
        test instanceof Unknown ? test.cause : interpreter.cause("a condition is not known", frame, node);
      return perhapsOften(interpreter, node.body, frame, cause, () => undefined);
    }
    if (!known) return interpreter.block(node.orelse, frame);
    const end = interpreter.block(node.body, frame);
    if (end === BREAK) return undefined;
    if (end instanceof Returned) return end;
  }
}

/** A body that runs any number of times: what it assigns is unknown from the first time on. */
function perhapsOften(
  interpreter: Interpreter,
  body: readonly ast.Stmt[],
  frame: Frame,
  cause: Cause,
  begin: () => void,
): End {
  forgetAssigned(body, frame, cause);
  begin();
  const end = interpreter.either([body, []], frame, cause);
  forgetAssigned(body, frame, cause);
  return end instanceof Returned ? end : undefined;
}

/** What these statements may assign is unknown. */
export function forgetAssigned(body: readonly ast.Stmt[], frame: Frame, cause: Cause): void {
  for (const name of assignedNames(body)) frame.scope.names.set(name, new Unknown(cause));
}

function raise(interpreter: Interpreter, node: ast.Raise, frame: Frame): never {
  const value = node.exc === null ? null : interpreter.expression(node.exc, frame);
  if (value instanceof EventValue) throw new Raised(value.name, textOf(value.fields.get("text") ?? "") ?? "");
  if (value instanceof ExceptionClass) throw new Raised(value.name, "");
  throw new Raised("Exception", "");
}
