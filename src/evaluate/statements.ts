/** One function for each kind of statement: what it does to the store. */
import type { DataStore } from "../datastore/index.js";
import { places } from "../modules/bb/places.js";
import type { Assignment, Statement } from "../recipe-grammar/index.js";
import { EvaluationError } from "./errors.js";
import type { Evaluator } from "./evaluator.js";
import { addFragments } from "./fragments.js";
import { defineFunction, definePython, exportFunctions } from "./functions.js";
import type { UnknownSide } from "./python-side.js";
import { addTaskStatement, deleteTasks } from "./tasks.js";

const exported = { ...places.exportStatement, op: "exported" };

/** Evaluates one statement of `file`. */
export function evaluateStatement(
  statement: Statement,
  store: DataStore,
  evaluator: Evaluator,
  file: string,
): void {
  const { line } = statement;
  switch (statement.kind) {
    case "blank":
    case "comment":
    case "ignored":
      return;
    case "assignment":
      return assign(statement, store, file, evaluator.python.unknown);
    case "export":
      return store.setVarFlag(statement.name, "export", 1, exported);
    case "unset":
      if (statement.flag === undefined) store.delVar(statement.name, { file, line });
      else store.delVarFlag(statement.name, statement.flag, { file, line });
      return;
    case "include":
      return evaluator.include(statement.path, store, file, line, statement.force);
    case "include-all":
      return evaluator.includeAll(statement.path, store, file, line);
    case "inherit":
      return evaluator.inherit(statement.text, store, file, line);
    case "inherit-defer":
      return evaluator.deferInherit(statement.text, store, file, line);
    case "addtask":
      return addTaskStatement(statement, store, evaluator);
    case "deltask":
      return deleteTasks(statement.text, store, evaluator);
    case "addhandler": {
      const handlers = evaluator.stringList(store.getVar("__BBHANDLERS", false));
      const names = statement.text.split(/\s+/).filter(Boolean);
      store.setVar("__BBHANDLERS", [...handlers, ...names], { ignore: true });
      for (const name of names) store.setVarFlag(name, "handler", 1);
      return;
    }
    case "export-functions":
      return exportFunctions(statement.text, store, file, line);
    case "addpylib":
      return evaluator.python.addPylib(store.expand(statement.dir), store.expand(statement.namespace), store);
    case "addfragments":
      return addFragments(statement, store, evaluator, file);
    case "function":
      return defineFunction(statement, store, evaluator, file);
    case "def":
      return definePython(statement, store, evaluator, file);
    case "error":
      throw new EvaluationError(
        statement.diagnostic.code,
        statement.diagnostic.message,
        file,
        line,
        undefined,
        statement.diagnostic.hint,
      );
  }
}

/** The value that the parser's operators work on: unexpanded, without weak default, overrides or pending operations. */
function current(store: DataStore, statement: Assignment): unknown {
  return statement.flag === undefined
    ? store.getVar(statement.name, false, true, true)
    : store.getVarFlag(statement.name, statement.flag, false, true);
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = value as string | number;
  return String(plain);
}

/** Assignments, manual section "Basic Syntax". */
function assign(
  statement: Assignment,
  store: DataStore,
  file: string,
  unknown: UnknownSide | undefined,
): void {
  const { name, operator, line } = statement;
  let flag = statement.flag;
  let value: unknown = statement.value;
  let op: string;
  if (statement.exported) store.setVarFlag(name, "export", 1, { op: "exported", file, line });
  switch (operator) {
    case "=":
      op = "set";
      break;
    case "?=": {
      op = "set?";
      const old = current(store, statement);
      if (old !== null && old !== undefined) value = old;
      break;
    }
    case "??=":
      op = "set";
      // A flag's weak default is kept apart from the variable's.
      flag = flag === undefined ? "_defaultval" : `_defaultval_flag_${flag}`;
      break;
    case ":=":
      op = "immediate";
      // BitBake expands on a copy: what Python sets on the way is lost.
      try {
        value = store.createCopy().expand(statement.value, `${name}[:=]`);
      } catch (error) {
        value = unknown?.valueOf(error);
        if (value === undefined) throw error;
      }
      break;
    case "+=":
      op = "append";
      value = `${text(current(store, statement))} ${statement.value}`;
      break;
    case "=+":
      op = "prepend";
      value = `${statement.value} ${text(current(store, statement))}`;
      break;
    case ".=":
      op = "postdot";
      value = text(current(store, statement)) + statement.value;
      break;
    case "=.":
      op = "predot";
      value = statement.value + text(current(store, statement));
      break;
  }
  if (unknown !== undefined && ["+=", "=+", ".=", "=."].includes(operator)) {
    const old = current(store, statement);
    if (unknown.isUnknown(old)) value = old;
  }
  const detail = statement.value;
  if (flag === undefined) store.setVar(name, value, { file, line, op, detail, parsing: true });
  else store.setVarFlag(name, flag, value, { file, line, op, detail, parsing: true, flag });
}
