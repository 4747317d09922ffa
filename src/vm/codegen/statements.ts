/** Statements: a syntax node to lines of JavaScript in the emitter. */
import type * as ast from "../parser/ast.js";
import { annAssign, assign, assignStatement, augAssign, deleteStatement } from "./assign.js";
import { classDef } from "./classes.js";
import type { Emitter } from "./emitter.js";
import { cond, expr, operate } from "./expressions.js";
import { chargeAt, functionDef, leave } from "./functions.js";
import { matchStatement } from "./match.js";
import { store } from "./names.js";
import { raiseStatement, tryStatement, withStatement } from "./tries.js";
import { typeAlias } from "./typeparams.js";

/** Statements in order; what stands behind a `return` or `raise` is left out. */
export function block(e: Emitter, body: readonly ast.Stmt[]): void {
  for (const node of body) {
    if (e.dead) return;
    statement(e, node);
  }
}

function statement(e: Emitter, node: ast.Stmt): void {
  switch (node.type) {
    case "Expr":
      expressionStatement(e, node);
      return;
    case "Assign":
      assignStatement(e, node);
      return;
    case "AugAssign":
      augAssign(e, node);
      return;
    case "AnnAssign":
      annAssign(e, node);
      return;
    case "Return":
      e.statement(() => {
        let text = "NONE";
        if (node.value !== null) {
          // The place is set before; the value may be an expression that raises.
          const t = e.temp();
          e.withPlace(node, () => {
            text = expr(e, node.value!);
            if (/^(?:[kl]\d+|NONE|TRUE|FALSE)$/.test(text)) return "";
            const set = `${t}=${text};`;
            text = t;
            return set;
          });
        }
        if (/^t\d+$/.test(text) && e.tries === 0 && !e.isGenerator) {
          e.push(`T.d=d-1;return ${text};`);
          e.dead = true;
        } else leave(e, text);
      });
      return;
    case "Pass":
    case "Global":
    case "Nonlocal":
      return;
    case "Break":
      e.push(`break ${e.loops[e.loops.length - 1].breakLabel};`);
      e.dead = true;
      return;
    case "Continue":
      e.push(`continue ${e.loops[e.loops.length - 1].continueLabel};`);
      e.dead = true;
      return;
    case "If":
      ifStatement(e, node);
      return;
    case "While":
      whileStatement(e, node);
      return;
    case "For":
    case "AsyncFor":
      forStatement(e, node);
      return;
    case "Try":
    case "TryStar":
      tryStatement(e, node);
      return;
    case "With":
    case "AsyncWith":
      withStatement(e, node);
      return;
    case "Raise":
      raiseStatement(e, node);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      functionDef(e, node);
      return;
    case "ClassDef":
      classDef(e, node);
      return;
    case "Delete":
      deleteStatement(e, node);
      return;
    case "Assert":
      assertStatement(e, node);
      return;
    case "Import":
      importStatement(e, node);
      return;
    case "ImportFrom":
      importFrom(e, node);
      return;
    case "Match":
      matchStatement(e, node);
      return;
    case "TypeAlias":
      typeAlias(e, node);
      return;
    default: {
      const never: never = node;
      return never;
    }
  }
}

function expressionStatement(e: Emitter, node: ast.ExprStmt): void {
  const display = e.context.interactive && e.scope.kind === "module";
  if (node.value.type === "Constant" && !display) return;
  e.statement(() => {
    e.withPlace(node, () => {
      const text = expr(e, node.value);
      return display ? `${e.call("display", text)};` : `${text};`;
    });
  });
}

function ifStatement(e: Emitter, node: ast.If): void {
  e.statement(() => {
    e.withPlace(node.test, () => `if(${cond(e, node.test)}){`);
  });
  const place = e.place;
  const from = (body: readonly ast.Stmt[]): Set<string> | undefined =>
    e.branch(() => {
      e.place = place;
      block(e, body);
    });
  const ends = [from(node.body)];
  if (node.orelse.length > 0) {
    e.push("}else{");
    ends.push(from(node.orelse));
  } else ends.push(new Set(e.assigned));
  e.push("}");
  e.join(ends);
}

/** The body of a loop with its `else`; `head` and `step` are generated inside. */
function loop(
  e: Emitter,
  at: ast.Located,
  body: readonly ast.Stmt[],
  orelse: readonly ast.Stmt[],
  head: (out: string) => void,
): void {
  const label = e.label();
  const outer = orelse.length > 0 ? e.label() : label;
  if (orelse.length > 0) e.push(`${outer}:{`);
  e.push(`${label}:for(;;){`);
  e.place = -1;
  e.branch(() => {
    head(`break ${label};`);
    e.push(chargeAt(e, at));
    e.loops.push({ breakLabel: outer, continueLabel: label });
    block(e, body);
    e.loops.pop();
  });
  e.push("}");
  e.place = -1;
  if (orelse.length > 0) {
    // A break skips the else clause: what it assigns is not sure.
    e.branch(() => block(e, orelse));
    e.push("}");
  }
}

function whileStatement(e: Emitter, node: ast.While): void {
  loop(e, node.test, node.body, node.orelse, (out) => {
    e.statement(() => {
      e.withPlace(node.test, () => {
        const test = cond(e, node.test);
        return test === "true" ? "" : `if(!${test})${out}`;
      });
    });
  });
}

function forStatement(e: Emitter, node: ast.For | ast.AsyncFor): void {
  const it = e.variable();
  const v = e.variable();
  const isAsync = node.type === "AsyncFor";
  e.statement(() => {
    e.withPlace(node.iter, () => {
      const source = expr(e, node.iter);
      return `${it}=${operate(e, node.iter, isAsync ? "aiter" : "iter", [source])};`;
    });
  });
  loop(e, node.iter, node.body, node.orelse, (out) => {
    e.push(`${e.mark({ ...node.iter, lineno: node.lineno })};`);
    if (isAsync) e.push(`${v}=yield* ${e.op("anx")}(${it});d=T.d;`);
    else e.push(`${v}=${it}.tp$iternext();`);
    e.push(`if(${v}===U)${out}`);
    e.statement(() => {
      e.withPlace(node.target, () => assign(e, node.target, v));
    });
  });
}

function assertStatement(e: Emitter, node: ast.Assert): void {
  e.statement(() => {
    e.withPlace(node, () => `if(!${cond(e, node.test)}){`);
    e.branch(() => {
      const message = node.msg === null ? "U" : expr(e, node.msg);
      e.push(`throw ${operate(e, node.test, "assertion", [message])};`);
    });
    e.push("}");
  });
}

function importStatement(e: Emitter, node: ast.Import): void {
  for (const alias of node.names) {
    e.statement(() => {
      e.withPlace(node, () => {
        const parts = alias.name.split(".");
        let text = e.call("imp", "G", e.str(alias.name), "U", "0");
        if (alias.asname === null) return store(e, parts[0], text);
        for (const part of parts.slice(1)) text = e.call("impf", text, e.str(part));
        return store(e, alias.asname, text);
      });
    });
  }
}

function importFrom(e: Emitter, node: ast.ImportFrom): void {
  e.statement(() => {
    e.withPlace(node, () => {
      const names = node.names.map((alias) => e.str(alias.name)).join(",");
      const module = e.temp();
      let text = `${module}=${e.call("imp", "G", e.str(node.module ?? ""), `[${names}]`, String(node.level))};`;
      for (const alias of node.names) {
        if (alias.name === "*") text += `${e.call("imps", module, e.mode === "globals" ? "G" : "NS")};`;
        else text += store(e, alias.asname ?? alias.name, e.call("impf", module, e.str(alias.name)));
      }
      return text;
    });
  });
}
