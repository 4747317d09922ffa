/** Assignment and deletion: targets of every kind, unpacking, augmented and annotated assignment. */
import type * as ast from "../parser/ast.js";
import type { Emitter } from "./emitter.js";
import { attributePlace, binaryOp, expr, isSimple, operate } from "./expressions.js";
import { annotation } from "./functions.js";
import { inlineAttribute, inlineItem, inlineSetAttribute, inlineSetItem } from "./inline.js";
import { load, remove, store } from "./names.js";

/** Statement text that assigns the value of the JS expression `value` to a target. */
export function assign(e: Emitter, target: ast.Expr, value: string): string {
  switch (target.type) {
    case "Name":
      return store(e, target.id, value);
    case "Attribute":
    case "Subscript": {
      // The value comes before the target's parts.
      let v = value;
      let before = "";
      if (!isSimple(value)) {
        v = e.temp();
        before = `${v}=${value};`;
      }
      const o = expr(e, target.value);
      if (target.type === "Attribute") {
        const name = e.str(e.mangled(target.attr));
        return `${before}${inlineSetAttribute(e, attributePlace(target), o, name, v)};`;
      }
      const key = expr(e, target.slice);
      return `${before}${inlineSetItem(e, target, [o, key, v])};`;
    }
    case "Starred":
      return assign(e, target.value, value);
    case "Tuple":
    case "List":
      return unpack(e, target, value);
    default:
      throw new RangeError(`not an assignment target: ${target.type}`);
  }
}

function unpack(e: Emitter, target: ast.Tuple | ast.List, value: string): string {
  const { elts } = target;
  const star = elts.findIndex((elt) => elt.type === "Starred");
  const a = e.temp();
  const call =
    star < 0
      ? operate(e, target, "unp", [value, String(elts.length)])
      : operate(e, target, "unpx", [value, String(star), String(elts.length - star - 1)]);
  let text = `${a}=${call};`;
  elts.forEach((elt, i) => (text += assign(e, elt, `${a}[${i}]`)));
  return text;
}

export function assignStatement(e: Emitter, node: ast.Assign): void {
  e.statement(() => {
    e.withPlace(node, () => {
      const only = node.targets.length === 1 ? node.targets[0] : undefined;
      const swapped = only === undefined ? undefined : parallel(e, only, node.value);
      if (swapped !== undefined) return swapped;
      const value = expr(e, node.value);
      if (only !== undefined) return assign(e, only, value);
      let text = "";
      let v = value;
      if (!isSimple(value)) {
        v = e.temp();
        text = `${v}=${value};`;
      }
      for (const target of node.targets) text += assign(e, target, v);
      return text;
    });
  });
}

/** `a, b = b, a` without a tuple: as many plain targets as plain values. */
function parallel(e: Emitter, target: ast.Expr, value: ast.Expr): string | undefined {
  if ((target.type !== "Tuple" && target.type !== "List") || value.type !== "Tuple") return undefined;
  if (target.elts.length !== value.elts.length || target.elts.length < 2) return undefined;
  if ([...target.elts, ...value.elts].some((x) => x.type === "Starred")) return undefined;
  let text = "";
  const values = value.elts.map((v) => {
    const t = e.temp();
    text += `${t}=${expr(e, v)};`;
    return t;
  });
  target.elts.forEach((t, i) => (text += assign(e, t, values[i])));
  return text;
}

export function augAssign(e: Emitter, node: ast.AugAssign): void {
  const op = `i${binaryOp(node.op)}`;
  e.statement(() => {
    e.withPlace(node, () => {
      const target = node.target;
      switch (target.type) {
        case "Name": {
          const old = load(e, target.id, target);
          return store(e, target.id, operate(e, node, op, [old, expr(e, node.value)]));
        }
        case "Attribute": {
          const o = e.temp();
          const name = e.str(e.mangled(target.attr));
          const old = `${o}=${expr(e, target.value)};`;
          const at = attributePlace(target);
          const read = inlineAttribute(e, at, o, name);
          const value = operate(e, node, op, [read, expr(e, node.value)]);
          return `${old}${inlineSetAttribute(e, at, o, name, value)};`;
        }
        case "Subscript": {
          const o = e.temp();
          const k = e.temp();
          const old = `${o}=${expr(e, target.value)};${k}=${expr(e, target.slice)};`;
          const read = inlineItem(e, target, [o, k]);
          const value = operate(e, node, op, [read, expr(e, node.value)]);
          return `${old}${inlineSetItem(e, target, [o, k, value])};`;
        }
      }
    });
  });
}

export function annAssign(e: Emitter, node: ast.AnnAssign): void {
  const inNamespace = e.mode !== "none";
  e.statement(() => {
    e.withPlace(node, () => {
      let text = node.value === null ? "" : assign(e, node.target, expr(e, node.value));
      if (node.target.type === "Name") {
        // Annotations of local variables are not evaluated; those of parenthesised names are, and dropped.
        if (inNamespace && node.simple === 1) {
          const value = annotation(e, node.annotation);
          const ns = e.mode === "globals" ? "G" : "NS";
          text += `${e.call("ann", ns, e.str(e.mangled(node.target.id)), value)};`;
        } else if (inNamespace && !e.context.tree.futureAnnotations) text += `${expr(e, node.annotation)};`;
        return text;
      }
      if (node.value === null) {
        // The parts of the target are evaluated all the same.
        text += `${expr(e, node.target.value)};`;
        if (node.target.type === "Subscript") text += `${expr(e, node.target.slice)};`;
      }
      if (inNamespace && !e.context.tree.futureAnnotations) text += `${expr(e, node.annotation)};`;
      return text;
    });
  });
}

export function deleteStatement(e: Emitter, node: ast.Delete): void {
  for (const target of node.targets) deleteTarget(e, target);
}

function deleteTarget(e: Emitter, target: ast.Expr): void {
  if (target.type === "Tuple" || target.type === "List") {
    for (const elt of target.elts) deleteTarget(e, elt);
    return;
  }
  e.statement(() => {
    e.withPlace(target, () => {
      switch (target.type) {
        case "Name":
          return remove(e, target.id);
        case "Attribute":
          return `${operate(e, target, "da", [expr(e, target.value), e.str(e.mangled(target.attr))])};`;
        case "Subscript": {
          const o = expr(e, target.value);
          return `${operate(e, target, "di", [o, expr(e, target.slice)])};`;
        }
        default:
          throw new RangeError(`cannot delete ${target.type}`);
      }
    });
  });
}
