/**
 * From what a person types (a PN, a provided name, a file, `virtual:native:FILE`) to one evaluated variant. File names
 * decide as far as they can; only when they don't are more recipes evaluated.
 */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Variant } from "../evaluate/finalise.js";
import { compareVersions } from "../modules/bb/versions.js";
import { basename, joinPath, normalise } from "../sandbox/paths.js";
import { hasVersion, providerSettings } from "./providers.js";
import type { Workspace } from "./workspace.js";

/** One variant with the file it came from. */
export interface Found {
  readonly file: string;
  readonly variant: Variant;
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
const text = (store: DataStore, name: string): string => {
  const value = store.getVar(name);
  return typeof value === "string" ? value : "";
};

/** Throws SandbakeError "no-recipe" with suggestions where nothing fits. */
export function findRecipe(name: string, workspace: Workspace): Found {
  const mc = /^mc:([^:]*):(.*)$/s.exec(name);
  if (mc) {
    const [, config = "", rest = ""] = mc;
    const part = workspace.multiconfig(config);
    if (part) return findRecipe(rest, part);
    throw new SandbakeError(
      "no-multiconfig",
      `Multiconfig dependency ${name} depends on nonexistent multiconfig configuration named ${config}`,
      { hint: "BBMULTICONFIG lists the configurations besides the default one." },
    );
  }
  const virtual = /^virtual:(.+):(\/.*)$/.exec(name);
  if (virtual) {
    const [, variant = "", file = ""] = virtual;
    const found = workspace.evaluate(file, (v) => v === variant).find((v) => v.name === variant);
    if (!found) throw noRecipe(name, `${file} has no variant ${variant}`, workspace);
    return { file, variant: found };
  }
  if (name.endsWith(".bb") || (name.includes("/") && !name.startsWith("virtual/")))
    return byFile(name, workspace);
  return byName(name, workspace, []);
}

function byFile(name: string, workspace: Workspace): Found {
  const { host } = workspace.evaluator;
  const absolute = normalise(joinPath(host.cwd, name));
  let matches = workspace.files.recipes.filter((file) => file === absolute);
  if (matches.length === 0 && host.exists(absolute)) matches = [absolute];
  if (matches.length === 0)
    matches = workspace.files.recipes.filter((file) => file.endsWith(`/${name.replace(/^\.?\//, "")}`));
  const [file] = matches;
  if (file === undefined) throw noRecipe(name, `Unable to match ${name} (0 matches found)`, workspace);
  if (matches.length > 1) {
    throw new SandbakeError(
      "ambiguous-recipe",
      `Unable to match ${name} (${matches.length} matches found):\n    ${matches.join("\n    ")}`,
    );
  }
  const [variant] = workspace.evaluate(file, (v) => v === "");
  if (!variant) throw noRecipe(name, `${file} gave no recipe`, workspace);
  return { file, variant };
}

function byName(name: string, workspace: Workspace, path: readonly string[]): Found {
  if (path.includes(name))
    throw noRecipe(name, `PREFERRED_PROVIDER chain ${[...path, name].join(" -> ")}`, workspace);
  const preferred = text(workspace.configuration, `PREFERRED_PROVIDER_${name}`);
  if (preferred !== "" && preferred !== name) return byName(preferred, workspace, [...path, name]);

  const byPn = new Map<string, string[]>();
  for (const file of workspace.files.recipes) {
    const pn = nameOfFile(file);
    const known = byPn.get(pn);
    if (known) known.push(file);
    else byPn.set(pn, [file]);
  }
  // The file that has the name, then those whose name is part of it (zlib in zlib-native, in lib32-zlib), longest first.
  const exact = choose(name, byPn.get(name) ?? [], workspace, (v) => v === "");
  if (exact) return exact;
  const parts = [...byPn.keys()]
    .filter((pn) => pn !== name && `-${name}-`.includes(`-${pn}-`))
    .sort((a, b) => b.length - a.length);
  for (const pn of parts) {
    const found = choose(name, byPn.get(pn) ?? [], workspace);
    if (found) return found;
  }
  // A provided name: who knows all recipes is asked; else recipes that mention it are evaluated, then all others.
  if (workspace.provider !== undefined) {
    const key = workspace.provider(name, workspace);
    if (key === undefined) throw noRecipe(name, `Nothing PROVIDES '${name}'`, workspace);
    return findRecipe(key, workspace);
  }
  const mentions: string[] = [];
  const others: string[] = [];
  for (const file of workspace.files.recipes)
    (mentionsName(file, name, workspace) ? mentions : others).push(file);
  workspace.evaluator.log({
    level: "note",
    message: `no recipe file is called ${name}: evaluating up to ${workspace.files.recipes.length} recipes to see which provides it`,
  });
  for (const file of [...mentions, ...others]) {
    const found = tryEvaluate(file, workspace)?.find(
      (v) => v.skipped === undefined && provides(v.store, name),
    );
    if (found) return { file, variant: found };
  }
  throw noRecipe(name, `Nothing PROVIDES '${name}'`, workspace);
}

function provides(store: DataStore, name: string): boolean {
  return text(store, "PN") === name || words(store.getVar("PROVIDES")).includes(name);
}

function mentionsName(file: string, name: string, workspace: Workspace): boolean {
  try {
    return workspace.evaluator.sources.text(file).includes(name);
  } catch {
    return true; // unreadable: its error shows when it is evaluated
  }
}

function tryEvaluate(file: string, workspace: Workspace): Variant[] | undefined {
  try {
    return workspace.evaluate(file);
  } catch (error) {
    workspace.evaluator.log({ level: "warn", message: `${file} cannot be evaluated: ${String(error)}` });
    return undefined;
  }
}

/** The variant called `name` that BitBake prefers among the versions in `files`. */
function choose(
  name: string,
  files: readonly string[],
  workspace: Workspace,
  only?: (variant: string) => boolean,
): Found | undefined {
  const found: Found[] = [];
  for (const file of files) {
    const variants = files.length === 1 ? workspace.evaluate(file, only) : tryEvaluate(file, workspace);
    for (const variant of variants ?? []) {
      if (text(variant.store, "PN") === name) found.push({ file, variant });
    }
  }
  const usable = found.filter((f) => f.variant.skipped === undefined);
  const pool = usable.length > 0 ? usable : found;
  if (pool.length <= 1) return pool[0];
  const settings = providerSettings(workspace);
  const wanted = settings.requiredVersion(name) ?? settings.preferredVersion(name);
  const layerPriority = (f: Found): number => workspace.files.layerOf(f.file).priority;
  const rank = [...pool].sort(
    (a, b) =>
      layerPriority(b) - layerPriority(a) ||
      Number(text(b.variant.store, "DEFAULT_PREFERENCE") || 0) -
        Number(text(a.variant.store, "DEFAULT_PREFERENCE") || 0) ||
      compareVersions(version(b.variant.store), version(a.variant.store)),
  );
  if (wanted !== undefined) {
    const match = rank.find(({ variant: { store } }) =>
      hasVersion({ pe: text(store, "PE"), pv: text(store, "PV") }, wanted),
    );
    if (match) return match;
  }
  return rank[0];
}

function version(store: DataStore): [bigint, string, string] {
  return [BigInt(text(store, "PE") || 0), text(store, "PV"), text(store, "PR")];
}

/** PN as the file name tells it: what stands before the first underscore. */
export function nameOfFile(file: string): string {
  return basename(file).replace(/\.bb$/, "").split("_", 1)[0] ?? "";
}

/** Names of recipe files that `name` may have been meant to be, the likeliest first. */
export function nearNames(name: string, { files }: Workspace): string[] {
  return suggest(name, files.recipes.map(nameOfFile));
}

function noRecipe(name: string, reason: string, workspace: Workspace): SandbakeError {
  const near = nearNames(name, workspace);
  return new SandbakeError("no-recipe", `no recipe '${name}': ${reason}`, {
    ...(near.length > 0 ? { hint: `Did you mean ${near.join(" or ")}?` } : {}),
  });
}
