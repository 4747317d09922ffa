/**
 * The methods of `d`. A write that is not sure to happen makes the variable unknown; one whose name is not known makes
 * everything unknown.
 */
import type { DataStore } from "../../datastore/index.js";
import { StoreValue, Unknown, type Cause, type StaticValue } from "./values.js";
import type { StaticWorld } from "./world.js";

interface StoreCall {
  readonly world: StaticWorld;
  readonly store: DataStore;
  readonly args: readonly StaticValue[];
  readonly keywords: ReadonlyMap<string, StaticValue>;
  readonly cause: Cause;
}

type Method = (call: StoreCall) => StaticValue;

/** `value` as a store keeps it. */
function toStore(value: StaticValue): unknown {
  return value instanceof StoreValue ? value.store : value;
}

/** What a write stands for: done, or only possible. */
function write(
  { world, store, cause }: StoreCall,
  names: readonly StaticValue[],
  done: (names: string[]) => void,
): null {
  const unnamed = names.find((name) => typeof name !== "string");
  if (unnamed !== undefined) {
    const reason = unnamed instanceof Unknown ? unnamed.cause : cause;
    world.havoc({ ...cause, reason: `a variable is written whose name is not known (${reason.reason})` });
    return null;
  }
  const known = names as string[];
  const { interpreter } = world;
  if (interpreter.may === 0 && interpreter.outerMay === 0) done(known);
  else for (const name of known) forget(store, name, { ...cause, reason: `${name} may be written here` });
  return null;
}

/** A variable may hold anything now, and so may what overrides make of it. */
export function forget(store: DataStore, name: string, cause: Cause): void {
  const [base = name] = name.split(/:(?:append|prepend|remove)(?=:|$)/);
  const mark = new Unknown(cause);
  for (const variant of store.top.find(base)?.variants ?? [])
    store.setVarFlag(variant.name, "_content", mark);
  store.setVar(base, mark, { parsing: true, ignore: true });
}

const text = (value: StaticValue | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;
const argument = ({ args, keywords }: StoreCall, at: number, name: string): StaticValue | undefined =>
  args[at] ?? keywords.get(name);

const flagWrite =
  (method: "setVarFlag" | "appendVarFlag" | "prependVarFlag"): Method =>
  (call) => {
    const [name, flag, value = null] = call.args;
    return write(call, [name ?? null, flag ?? null], ([variable = "", flagName = ""]) => {
      call.store[method](variable, flagName, toStore(value), place(call));
    });
  };

const place = ({ cause }: StoreCall): { file: string; line: number } => ({
  file: cause.file ?? "",
  line: cause.line ?? 0,
});

const textWrite =
  (method: "setVar" | "appendVar" | "prependVar"): Method =>
  (call) => {
    const [name = null] = call.args;
    const value = argument(call, 1, "value") ?? null;
    return write(call, [name], ([variable = ""]) => {
      if (value instanceof Unknown && method !== "setVar") forget(call.store, variable, value.cause);
      else call.store[method](variable, toStore(value), place(call));
    });
  };

/** By name. */
export const storeMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    "getVar",
    (call) => {
      const name = text(call.args[0]);
      if (name === undefined) return call.args[0] instanceof Unknown ? call.args[0] : new Unknown(call.cause);
      const expand = argument(call, 1, "expand") ?? true;
      const [weak, parsing] = [
        argument(call, 2, "noweakdefault") ?? false,
        argument(call, 3, "parsing") ?? false,
      ];
      if (typeof expand !== "boolean" && typeof expand !== "number") return new Unknown(call.cause);
      return call.world.reading(() =>
        call.store.getVar(name, Boolean(expand), weak === true, parsing === true),
      );
    },
  ],
  [
    "getVarFlag",
    (call) => {
      const [name, flag] = [text(call.args[0]), text(call.args[1])];
      if (name === undefined || flag === undefined)
        return call.args.find((arg) => arg instanceof Unknown) ?? new Unknown(call.cause);
      const expand = argument(call, 2, "expand") ?? true;
      return call.world.reading(() => call.store.getVarFlag(name, flag, expand === true || expand === 1));
    },
  ],
  [
    "getVarFlags",
    (call) => {
      const name = text(call.args[0]);
      if (name === undefined || call.args.length > 1 || call.keywords.size > 0)
        return new Unknown(call.cause);
      return call.world.reading(() => call.store.getVarFlags(name));
    },
  ],
  ["setVar", textWrite("setVar")],
  ["appendVar", textWrite("appendVar")],
  ["prependVar", textWrite("prependVar")],
  ["setVarFlag", flagWrite("setVarFlag")],
  ["appendVarFlag", flagWrite("appendVarFlag")],
  ["prependVarFlag", flagWrite("prependVarFlag")],
  ["delVar", (call) => write(call, [call.args[0] ?? null], ([name = ""]) => void call.store.delVar(name))],
  [
    "delVarFlag",
    (call) =>
      write(
        call,
        [call.args[0] ?? null, call.args[1] ?? null],
        ([name = "", flag = ""]) => void call.store.delVarFlag(name, flag),
      ),
  ],
  [
    "setVarFlags",
    (call) => {
      const flags = call.args[1];
      return write(call, [call.args[0] ?? null], ([name = ""]) => {
        if (!(flags instanceof Map)) return void forget(call.store, name, call.cause);
        for (const [flag, value] of flags)
          if (typeof flag === "string") call.store.setVarFlag(name, flag, toStore(value));
      });
    },
  ],
  [
    "renameVar",
    (call) =>
      write(call, [call.args[0] ?? null, call.args[1] ?? null], ([from = "", to = ""]) => {
        try {
          call.store.renameVar(from, to);
        } catch {
          for (const name of [from, to]) forget(call.store, name, call.cause);
        }
      }),
  ],
  [
    "expand",
    (call) => {
      const given = text(call.args[0]);
      if (given === undefined)
        return call.args[0] instanceof Unknown ? call.args[0] : new Unknown(call.cause);
      return call.world.reading(() => call.store.expand(given));
    },
  ],
  ["createCopy", ({ store }) => new StoreValue(store.createCopy())],
  [
    "hasOverrides",
    (call) => {
      const name = text(call.args[0]);
      return name === undefined
        ? new Unknown(call.cause)
        : call.world.reading(() => call.store.hasOverrides(name));
    },
  ],
  ["keys", (call) => call.world.reading(() => call.store.keys())],
  [
    "setVarFilter",
    (call) => {
      const filter = call.args[1] ?? null;
      return write(call, [call.args[0] ?? null], ([name = ""]) => {
        if (typeof filter === "string" || filter === null) call.store.setVarFilter(name, filter);
        else forget(call.store, name, call.cause);
      });
    },
  ],
]);
