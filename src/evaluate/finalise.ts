/**
 * From a recipe file to its variants: appends, deferred classes, events, key expansion, anonymous functions, tasks, in
 * BitBake's order; then the same for every entry of BBCLASSEXTEND.
 */
import type { RecipeSignatures } from "../analysis/signatures.js";
import type { DataStore } from "../datastore/index.js";
import { LimitError } from "../diagnostics/errors.js";
import { basename } from "../sandbox/paths.js";
import { EvaluationError } from "./errors.js";
import type { Evaluator } from "./evaluator.js";
import { places } from "../modules/bb/places.js";
import { remapVirtualProviders } from "./providers.js";
import { finaliseTasks } from "./tasks.js";

/** One evaluated variant of a recipe. */
export interface Variant {
  /** "" for the recipe itself, "native", "nativesdk", "devupstream:target", ... */
  readonly name: string;
  readonly store: DataStore;
  /** Why the recipe is skipped (bb.parse.SkipRecipe), else undefined. */
  readonly skipped: string | undefined;
  /** Base hashes of its tasks, where the request asks for them and the recipe came so far. */
  readonly signatures?: RecipeSignatures | undefined;
  /** What kept them from being computed. */
  readonly signatureError?: unknown;
}

export interface RecipeRequest {
  readonly file: string;
  /** Files of bbappends in the order applied. */
  readonly appends: readonly string[];
  /** A fresh copy of the configuration, with __BBMULTICONFIG and FILE_LAYERNAME set. */
  readonly store: DataStore;
  /** Only these variants are finished ("" is always evaluated, since the others are copies of it); default all. */
  readonly only?: (variant: string) => boolean;
  /** Computes the signatures of a variant's tasks, when its tasks are final and before RecipeParsed is fired. */
  readonly sign?: (store: DataStore, tasks: readonly string[]) => RecipeSignatures;
}

/** Evaluates a recipe with its appends and gives its variants, "" first, then in the order of BBCLASSEXTEND. */
export function evaluateRecipe(request: RecipeRequest, evaluator: Evaluator): Variant[] {
  const { store, file } = request;
  return evaluator.python.isolate(store, () => {
    store.setVar("__BBAPPEND", request.appends.join(" "), { ignore: true });
    const early = skipReasonOf(evaluator, () => {
      evaluator.evaluateFile(file, store, false);
      for (const append of request.appends) evaluator.evaluateFile(append, store, true);
    });
    // Skipped before it was read to its end: there is nothing to finish and no variant.
    if (early !== undefined) {
      store.setVar("__SKIPPED", true, { ignore: true });
      return [{ name: "", store, skipped: early }];
    }

    const wanted = request.only ?? (() => true);
    const variants: Variant[] = [];
    const own = store.createCopy();
    // The recipe itself is finished first even when only a variant is asked for: its handlers and BBCLASSEXTEND count.
    const finished = finalise(file, "", own, evaluator, wanted("") ? request.sign : undefined);
    if (wanted("")) variants.push({ name: "", store: own, ...finished });

    const extend = own.getVar("BBCLASSEXTEND");
    const names = typeof extend === "string" ? extend.split(/\s+/).filter(Boolean) : [];
    for (const name of new Set(names)) {
      if (!wanted(name)) continue;
      const copy = store.createCopy();
      const [className = name, variant] = name.split(":", 2);
      if (variant === undefined) {
        const pn = copy.getVar("PN");
        copy.setVar("PN", `${String(pn)}-${name}`);
      } else {
        copy.setVar("BBEXTENDCURR", className);
        copy.setVar("BBEXTENDVARIANT", variant);
      }
      // The class comes after what the recipe itself deferred.
      evaluator.deferInherit(className, copy, file, 0);
      variants.push({ name, store: copy, ...finalise(file, name, copy, evaluator, request.sign) });
    }
    return variants;
  });
}

type Sign = RecipeRequest["sign"];
type Finished = Omit<Variant, "name" | "store">;

/** Finishes one store; says whether the recipe asks to be skipped, and its signatures. */
function finalise(file: string, name: string, store: DataStore, evaluator: Evaluator, sign: Sign): Finished {
  const { python, host } = evaluator;
  const saved = python.saveHandlers();
  // The same random bytes whichever other variants are evaluated.
  host.reseed?.(`${basename(file)} ${name}`);
  let signed: Omit<Finished, "skipped"> = {};
  try {
    const skipped = skipReasonOf(evaluator, () =>
      finish(file, store, evaluator, (tasks) => {
        if (sign === undefined) return;
        try {
          signed = { signatures: sign(store, tasks) };
        } catch (error) {
          if (error instanceof LimitError) throw error;
          signed = { signatureError: error };
        }
      }),
    );
    if (skipped !== undefined) store.setVar("__SKIPPED", skipped, { ignore: true });
    return { skipped, ...signed };
  } finally {
    python.restoreHandlers(saved);
  }
}

/** Runs `body`; gives the reason if it raises bb.parse.SkipRecipe, undefined if it ends. */
function skipReasonOf(evaluator: Evaluator, body: () => void): string | undefined {
  try {
    body();
    return undefined;
  } catch (error) {
    const reason = evaluator.python.skipReason(error);
    if (reason === undefined) throw error;
    return reason;
  }
}

/** The steps between the end of a recipe's text and a finished recipe, in BitBake's order. */
function finish(
  file: string,
  store: DataStore,
  evaluator: Evaluator,
  sign: (tasks: readonly string[]) => void,
): void {
  const { python } = evaluator;
  const waiting = evaluator.deferred(store).map((d) => d.names);
  python.fire({ name: "RecipePreDeferredInherits", args: [file, waiting] }, store);
  for (let pending = evaluator.deferred(store); pending.length > 0; pending = evaluator.deferred(store)) {
    const [first, ...rest] = pending;
    store.setVar("__BBDEFINHERITS", rest, { ignore: true });
    if (first) evaluator.inherit(first.names, store, first.file, first.line, true);
  }
  registerHandlers(store, evaluator);
  python.fire({ name: "RecipePreFinalise", args: [file] }, store);
  store.expandKeys(store, places.expandKeys);
  python.fire({ name: "RecipePostKeyExpansion", args: [file] }, store);
  python.runAnonymous(evaluator.stringList(store.getVar("__BBANONFUNCS", false)), store);
  const tasks = evaluator.stringList(store.getVar("__BBTASKS", false));
  python.fire({ name: "RecipeTaskPreProcess", args: [file, tasks] }, store);
  // Handlers may have changed the list.
  const final = evaluator.stringList(store.getVar("__BBTASKS", false));
  remapVirtualProviders(store, final, evaluator);
  finaliseTasks(store, evaluator);
  sign(final);
  store.setVar("BBINCLUDED", evaluator.includedFiles.of(store), places.includedByRecipe);
  python.fire({ name: "RecipeParsed", args: [file] }, store);
}

/** Registers what `addhandler` named so far. */
export function registerHandlers(store: DataStore, evaluator: Evaluator): void {
  for (const name of evaluator.stringList(store.getVar("__BBHANDLERS", false))) {
    const mask = store.getVarFlag(name, "eventmask");
    const file = store.getVarFlag(name, "filename", false);
    const line = store.getVarFlag(name, "lineno", false);
    const body = store.getVar(name, false);
    if (typeof file !== "string") {
      throw new EvaluationError(
        "missing-handler",
        `Undefined event handler function '${name}'`,
        String(store.getVar("FILE", false)),
        0,
        undefined,
        `Define it with "python ${name} () {", or remove it from addhandler.`,
      );
    }
    evaluator.python.registerHandler(
      name,
      typeof body === "string" ? body : "",
      typeof mask === "string" ? mask.split(/\s+/).filter(Boolean) : [],
      file,
      Number(line),
      store,
    );
  }
}
