/**
 * try, with and raise. Three rules run through all of this text:
 * - what is caught goes through `hit(e,d)`: it adds this frame to the traceback, turns an overflow of JS's stack into
 *   RecursionError and throws again what is not a Python exception (a limit, a bug of ours): no handler sees that;
 * - `T.exc` is the exception being handled: set when a handler begins, set back when it ends in any way;
 * - code of the `finally` clause stands once, in a JS finally, and is skipped for what is not a Python exception.
 */
import type * as ast from "../parser/ast.js";
import { assign } from "./assign.js";
import type { Emitter } from "./emitter.js";
import { awaitExpr, expr, operate } from "./expressions.js";
import { store, unbind } from "./names.js";
import { block } from "./statements.js";

export function tryStatement(e: Emitter, node: ast.Try | ast.TryStar): void {
  if (node.finalbody.length === 0) {
    guardedBody(e, node);
    return;
  }
  // state: 0 normal, 1 a Python exception, 2 something that is not one
  const state = e.variable();
  const error = e.variable();
  const saved = e.variable();
  e.push(`${state}=0;try{`);
  e.tries++;
  const before = new Set(e.assigned);
  const end = e.branch(() => {
    if (node.handlers.length > 0) guardedBody(e, node);
    else block(e, node.body);
  });
  e.push(
    `}catch(e){${state}=2;${error}=${e.op("hit")}(e,d);${state}=1;throw ${error};}finally{if(${state}!==2){`,
  );
  e.push(`if(${state}===1){${keep(e, saved)}T.exc=${error};}try{`);
  e.assigned = new Set(before);
  const wasDead = e.dead;
  e.dead = false;
  e.place = -1;
  block(e, node.finalbody);
  const finalDead = e.dead;
  const finalAssigned = e.assigned;
  e.push(`}catch(e){throw ${e.op("hit")}(e,d);}finally{if(${state}===1){${restore(e, saved)}${error}=U;}}}}`);
  e.tries--;
  e.dead = wasDead || finalDead || end === undefined;
  e.assigned = end === undefined ? finalAssigned : new Set([...end, ...finalAssigned]);
  e.place = -1;
}

/**
 * Keeps the exception being handled. A generator's own base changes with whoever resumes it, so it is only marked; `T.h`
 * counts the handlers that a generator is in.
 */
function keep(e: Emitter, saved: string): string {
  return e.isGenerator ? `${saved}=T.h++===0?U:T.exc;` : `${saved}=T.exc;`;
}

function restore(e: Emitter, saved: string): string {
  return e.isGenerator ? `T.h--;T.exc=${saved}===U?T.g:${saved};` : `T.exc=${saved};`;
}

/** The part without `finally`. */
function guardedBody(e: Emitter, node: ast.Try | ast.TryStar): void {
  const done = node.orelse.length > 0 ? e.variable() : undefined;
  const ends: (Set<string> | undefined)[] = [];
  const saved = e.variable();
  if (done !== undefined) e.push(`${done}=false;`);
  e.push("try{");
  e.tries++;
  let bodyEnd = e.branch(() => {
    block(e, node.body);
    if (done !== undefined && !e.dead) e.push(`${done}=true;`);
  });
  // In nested handlers each JS catch variable has a name of its own.
  const caught = e.variable();
  e.push(`}catch(e){${caught}=${e.op("hit")}(e,d);${keep(e, saved)}T.exc=${caught};try{`);
  if (node.type === "TryStar") starHandlers(e, node, caught, ends);
  else handlers(e, node, caught, ends);
  e.push(`}catch(e){throw ${e.op("hit")}(e,d);}finally{${restore(e, saved)}${caught}=U;}}`);
  e.tries--;
  if (done !== undefined) {
    e.push(`if(${done}){`);
    const before = e.assigned;
    if (bodyEnd !== undefined) e.assigned = bodyEnd;
    bodyEnd = bodyEnd === undefined ? undefined : e.branch(() => block(e, node.orelse));
    e.assigned = before;
    e.push("}");
  }
  ends.push(bodyEnd);
  e.join(ends);
}

function handlers(
  e: Emitter,
  node: ast.Try | ast.TryStar,
  caught: string,
  ends: (Set<string> | undefined)[],
): void {
  let open = 0;
  for (const handler of node.handlers) {
    if (handler.exc_type === null) {
      // The last one, by the grammar.
      ends.push(e.branch(() => handlerBody(e, handler, caught)));
      e.push("}".repeat(open));
      return;
    }
    const type = handler.exc_type;
    e.statement(() => {
      e.place = -1;
      e.push(`if(${operate(e, type, "exm", [caught, expr(e, type)])}){`);
    });
    ends.push(e.branch(() => handlerBody(e, handler, caught)));
    e.push("}else{");
    open++;
  }
  e.push(`throw ${caught};${"}".repeat(open)}`);
}

function handlerBody(e: Emitter, handler: ast.ExceptHandler, value: string): void {
  e.place = -1;
  if (handler.name === null) {
    block(e, handler.body);
    return;
  }
  const name = handler.name;
  e.push(store(e, name, value));
  e.push("try{");
  block(e, handler.body);
  e.push(`}finally{${unbind(e, name)}}`);
  e.assigned.delete(e.mangled(name));
}

function starHandlers(
  e: Emitter,
  node: ast.Try | ast.TryStar,
  caught: string,
  ends: (Set<string> | undefined)[],
): void {
  const group = e.variable();
  const match = e.variable();
  e.push(`${group}=${e.op("egbegin")}(${caught});`);
  for (const handler of node.handlers) {
    const type = handler.exc_type!;
    e.statement(() => {
      e.place = -1;
      e.push(`if((${match}=${operate(e, type, "egmatch", [group, expr(e, type)])})!==U){T.exc=${match};try{`);
    });
    ends.push(e.branch(() => handlerBody(e, handler, match)));
    e.push(`}catch(e){${group}.raised.push(${e.op("hit")}(e,d));}finally{T.exc=${caught};}}`);
  }
  e.push(`${e.op("egend")}(${group});`);
}

export function raiseStatement(e: Emitter, node: ast.Raise): void {
  e.statement(() => {
    if (node.exc === null) {
      e.setPlace(node);
      e.push(`throw ${e.op("reraise")}(d);`);
      return;
    }
    const value = expr(e, node.exc);
    const args = node.cause === null ? [value] : [value, expr(e, node.cause)];
    e.push(`throw ${operate(e, node, "raise", args)};`);
  });
  e.dead = true;
}

export function withStatement(e: Emitter, node: ast.With | ast.AsyncWith): void {
  withItem(e, node, 0);
}

function withItem(e: Emitter, node: ast.With | ast.AsyncWith, at: number): void {
  const item = node.items[at];
  if (item === undefined) {
    block(e, node.body);
    return;
  }
  const isAsync = node.type === "AsyncWith";
  const exit = e.variable();
  const entered = e.variable();
  const ok = e.variable();
  e.statement(() => {
    e.withPlace(item.context_expr, () => {
      const manager = e.temp();
      let text = `${manager}=${expr(e, item.context_expr)};`;
      text += `${exit}=${operate(e, item.context_expr, isAsync ? "axit" : "wxit", [manager])};`;
      const enter = operate(e, item.context_expr, isAsync ? "aent" : "went", [manager]);
      text += `${entered}=${isAsync ? awaitExpr(e, enter, item.context_expr) : enter};${ok}=true;`;
      return text;
    });
  });
  e.push("try{");
  e.tries++;
  const before = new Set(e.assigned);
  const end = e.branch(() => {
    if (item.optional_vars !== null) {
      const target = item.optional_vars;
      e.statement(() => {
        e.withPlace(target, () => assign(e, target, entered));
      });
    }
    withItem(e, node, at + 1);
  });
  e.place = -1;
  const place = e.unit.place(item.context_expr);
  if (isAsync) {
    const error = e.variable();
    const saved = e.variable();
    const stop = awaitExpr(e, `${e.op("wex")}(${exit},${error})`, item.context_expr);
    const leave = awaitExpr(e, `${e.op("wnone")}(${exit})`, item.context_expr);
    e.push(
      `}catch(e){${ok}=false;${error}=${e.op("hit")}(e,d);${keep(e, saved)}T.exc=${error};N[d]=${place};`,
    );
    e.push(
      `try{if(!${e.op("truth")}(${stop})){${error}.$at=d;throw ${error};}}catch(e){throw ${e.op("hit")}(e,d);}`,
    );
    e.push(`finally{${restore(e, saved)}}}finally{if(${ok}){N[d]=${place};${leave};}}`);
  } else {
    e.push(`}catch(e){${ok}=false;${e.op("wcatch")}(${exit},e,d,${place});}`);
    e.push(`finally{if(${ok}){N[d]=${place};${e.op("wnone")}(${exit});}}`);
  }
  e.tries--;
  // __exit__ may swallow the exception, so the text goes on even after a body that does not end.
  e.dead = false;
  e.assigned = end === undefined ? before : new Set([...before].filter((n) => end.has(n)));
  e.place = -1;
}
