/**
 * Who provides what: BitBake's choice of a recipe for a name, over the summaries of one configuration. Behaviour as the
 * manual tells it ("Preferences") and as measured on BitBake 2.19 (test/layers/rules).
 */
import type { Message } from "../evaluate/evaluator.js";
import { compareVersions, type SplitVersion } from "../modules/bb/versions.js";
import { byCodePoint } from "../sandbox/overlay.js";
import { closeMatches } from "./close-matches.js";
import type { RecipeSummary } from "./summary.js";
import type { Workspace } from "./workspace.js";

/** What a configuration says about providers. Absent variables are undefined. */
export interface ProviderSettings {
  /** PREFERRED_PROVIDER_name */
  preferredProvider(name: string): string | undefined;
  /** PREFERRED_RPROVIDER_name */
  preferredRuntimeProvider(name: string): string | undefined;
  /** PREFERRED_VERSION_pn, as the recipe's own overrides (pn-PN) see it. */
  preferredVersion(pn: string): string | undefined;
  /** REQUIRED_VERSION_pn, likewise. */
  requiredVersion(pn: string): string | undefined;
  /** The priority of the layer that a recipe file belongs to. */
  priorityOf(file: string): number;
  /** ASSUME_PROVIDED */
  readonly assumeProvided: ReadonlySet<string>;
  /** BB_MULTI_PROVIDER_ALLOWED */
  readonly multipleAllowed: ReadonlySet<string>;
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** The settings of a workspace's configuration. */
export function providerSettings(workspace: Workspace): ProviderSettings {
  const { configuration, files } = workspace;
  const read = (name: string): string | undefined => {
    const value = configuration.getVar(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  /**
   * PREFIX_pn, or PREFIX alone, as the recipe's own overrides see it. A copy of the configuration with these is made only
   * where some form of the variable is set.
   */
  const ofRecipe = (prefix: string, pn: string): string | undefined => {
    const name = `${prefix}_${pn}`;
    if (![name, prefix].some((key) => configuration.has(key) || configuration.hasOverrides(key)))
      return undefined;
    const store = configuration.createCopy();
    const overrides = store.getVar("OVERRIDES");
    store.setVar("OVERRIDES", `${typeof overrides === "string" ? overrides : ""}:pn-${pn}`);
    return [name, prefix]
      .map((key) => store.getVar(key))
      .find((value): value is string => typeof value === "string" && value !== "");
  };
  return {
    preferredProvider: (name) => read(`PREFERRED_PROVIDER_${name}`),
    preferredRuntimeProvider: (name) => read(`PREFERRED_RPROVIDER_${name}`),
    preferredVersion: (pn) => ofRecipe("PREFERRED_VERSION", pn),
    requiredVersion: (pn) => ofRecipe("REQUIRED_VERSION", pn),
    priorityOf: (file) => files.layerOf(file).priority,
    assumeProvided: new Set(words(configuration.getVar("ASSUME_PROVIDED"))),
    multipleAllowed: new Set(words(configuration.getVar("BB_MULTI_PROVIDER_ALLOWED"))),
  };
}

/** The versions of one PN, and which of them is taken. */
export interface VersionChoice {
  readonly pn: string;
  /** By layer priority, then DEFAULT_PREFERENCE, then version: the highest. */
  readonly latest: RecipeSummary;
  /** What is built: the wanted version if there is one, else `latest`; undefined if REQUIRED_VERSION is not there. */
  readonly chosen: RecipeSummary | undefined;
  /** What REQUIRED_VERSION (`required`) or PREFERRED_VERSION asks for. */
  readonly wanted?: string;
  readonly required: boolean;
  /** The recipe of that version, if there is one. */
  readonly found?: RecipeSummary;
}

/** The recipes that can provide a name, the one to take first. */
export interface ProviderChoice {
  readonly name: string;
  readonly eligible: readonly RecipeSummary[];
  /** A preference (or the lack of any other provider) decides; false: the first is taken for want of one. */
  readonly unique: boolean;
  /** Of a runtime name: the providers that PREFERRED_PROVIDER entries name, if these are more than one. */
  readonly conflicting?: readonly RecipeSummary[];
}

/** All recipes of one configuration, indexed by what they provide. Skipped recipes provide nothing. */
export class Providers {
  readonly #byPn = new Map<string, RecipeSummary[]>();
  readonly #builds = new Map<string, RecipeSummary[]>();
  readonly #packages = new Map<string, RecipeSummary[]>();
  readonly #runtimes = new Map<string, RecipeSummary[]>();
  readonly #dynamic: { readonly test: (name: string) => boolean; readonly summary: RecipeSummary }[] = [];
  readonly #skipped: RecipeSummary[] = [];
  readonly #choices = new Map<string, VersionChoice>();

  /** `match` compiles Python's regular expressions (PACKAGES_DYNAMIC); `warn` hears of those that are none. */
  constructor(
    summaries: Iterable<RecipeSummary>,
    readonly settings: ProviderSettings,
    match: (pattern: string) => (text: string) => boolean,
    warn: (message: Message) => void = () => undefined,
  ) {
    const compile = (pattern: string): ((text: string) => boolean) => {
      try {
        // A "+" stands for itself there, as measured on BitBake 2.19: libstdc++ is a name.
        return match(pattern.replaceAll("+", "\\+"));
      } catch {
        warn({ level: "error", message: `Error parsing regular expression '${pattern}'` });
        return () => false;
      }
    };
    const patterns = new Map<string, (text: string) => boolean>();
    for (const summary of summaries) {
      if (summary.skipped !== undefined) {
        this.#skipped.push(summary);
        continue;
      }
      push(this.#byPn, summary.pn, summary);
      for (const name of summary.provides) push(this.#builds, name, summary);
      for (const { name, rprovides } of summary.packages) {
        push(this.#packages, name, summary);
        for (const provided of rprovides) push(this.#runtimes, provided, summary);
      }
      for (const pattern of summary.packagesDynamic) {
        let test = patterns.get(pattern);
        if (!test) patterns.set(pattern, (test = compile(pattern)));
        this.#dynamic.push({ test, summary });
      }
    }
  }

  /** Every PN that is not skipped, by code point. */
  get names(): string[] {
    return [...this.#byPn.keys()].sort(byCodePoint);
  }

  /** The recipes of a PN, in the order given. */
  recipesOf(pn: string): readonly RecipeSummary[] {
    return this.#byPn.get(pn) ?? [];
  }

  get skipped(): readonly RecipeSummary[] {
    return this.#skipped;
  }

  /** Which version of a PN is taken; undefined if no recipe has that PN. */
  choose(pn: string): VersionChoice | undefined {
    const known = this.#choices.get(pn);
    if (known) return known;
    const recipes = this.#byPn.get(pn);
    if (!recipes) return undefined;
    const ranked = this.ranked(recipes);
    const [latest] = ranked;
    if (!latest) return undefined;
    const requiredVersion = this.settings.requiredVersion(pn);
    const wanted = requiredVersion ?? this.settings.preferredVersion(pn);
    const found = wanted === undefined ? undefined : ranked.find((recipe) => hasVersion(recipe, wanted));
    const required = requiredVersion !== undefined;
    const choice: VersionChoice = {
      pn,
      latest,
      chosen: found ?? (required ? undefined : latest),
      required,
      ...(wanted === undefined ? {} : { wanted }),
      ...(found === undefined ? {} : { found }),
    };
    this.#choices.set(pn, choice);
    return choice;
  }

  /**
   * What BitBake says when it chooses a version of `pn`: that PREFERRED_VERSION or REQUIRED_VERSION is not available, or
   * that both are set. `item` is the name that it is chosen for, where it is chosen for one.
   */
  versionMessages(pn: string, item?: string): Message[] {
    const choice = this.choose(pn);
    if (choice?.wanted === undefined) return [];
    const { wanted, required, found } = choice;
    const forItem = item === undefined ? "" : ` (for item ${item})`;
    const messages: Message[] = [];
    if (required && this.settings.preferredVersion(pn) !== undefined) {
      messages.push({
        level: "warn",
        message: `REQUIRED_VERSION and PREFERRED_VERSION for package ${pn}${forItem} are both set using REQUIRED_VERSION ${wanted}`,
      });
    }
    if (found) return messages;
    const versions = [...new Set(this.recipesOf(pn).map(shownVersion))].sort(byCodePoint).join(" ");
    const missing = `${required ? "required" : "preferred"} version ${wanted} of ${pn} not available${forItem}`;
    messages.push({ level: required ? "error" : "warn", message: missing });
    messages.push({ level: "warn", message: `versions of ${pn} available: ${versions}` });
    return messages;
  }

  /** Layer priority, DEFAULT_PREFERENCE, version: the best first. */
  ranked(recipes: readonly RecipeSummary[]): RecipeSummary[] {
    return [...recipes].sort(
      (a, b) =>
        this.settings.priorityOf(b.file) - this.settings.priorityOf(a.file) ||
        b.defaultPreference - a.defaultPreference ||
        compareVersions(versionOf(b), versionOf(a)),
    );
  }

  /** Who provides a name of DEPENDS. Undefined if nobody does. */
  build(name: string): ProviderChoice | undefined {
    const recipes = this.#builds.get(name);
    if (!recipes) return undefined;
    const eligible = this.#bestOfEach(recipes);
    const preferred = this.settings.preferredProvider(name);
    const first = eligible.find(({ pn }) => pn === preferred);
    if (first) return { name, eligible: toFront(eligible, [first]), unique: true };
    return { name, eligible, unique: eligible.length === 1 };
  }

  /** Who provides a name of RDEPENDS: a package, a provided name of one, or a pattern of PACKAGES_DYNAMIC. */
  runtime(name: string): ProviderChoice | undefined {
    const recipes = unique([...(this.#runtimes.get(name) ?? []), ...(this.#packages.get(name) ?? [])]);
    if (recipes.length === 0) {
      for (const { test, summary } of this.#dynamic) if (test(name)) recipes.push(summary);
    }
    if (recipes.length === 0) return undefined;
    const eligible = this.#bestOfEach(unique(recipes));
    const own = this.settings.preferredRuntimeProvider(name);
    const direct = eligible.find(({ pn }) => pn === own);
    if (direct) return { name, eligible: toFront(eligible, [direct]), unique: true };
    // A preference about anything that a recipe provides speaks for its packages too.
    const preferred = eligible.filter(({ pn, provides }) =>
      provides.some((provided) => this.settings.preferredProvider(provided) === pn),
    );
    return {
      name,
      eligible: toFront(eligible, preferred),
      unique: eligible.length === 1 || preferred.length === 1,
      ...(preferred.length > 1 ? { conflicting: preferred } : {}),
    };
  }

  /** Of each PN among `recipes` the version that is taken; the recipe called as asked stands first. */
  #bestOfEach(recipes: readonly RecipeSummary[]): RecipeSummary[] {
    const eligible: RecipeSummary[] = [];
    for (const pn of new Set(recipes.map((recipe) => recipe.pn))) {
      const own = recipes.filter((recipe) => recipe.pn === pn);
      const choice = this.choose(pn);
      if (choice?.chosen === undefined) continue;
      // A version that does not provide the name cannot be taken for it.
      const best = own.includes(choice.chosen) ? choice.chosen : this.ranked(own)[0];
      if (best) eligible.push(best);
    }
    return eligible.sort((a, b) => byCodePoint(a.pn, b.pn));
  }

  /**
   * BitBake's words for a name of DEPENDS or of a target that nobody provides: recipes skipped that would, names that
   * look like it.
   */
  explainMissing(name: string): string {
    const skipped = this.#skipped
      .filter(({ provides, rprovides }) => provides.includes(name) || rprovides.includes(name))
      .map(({ pn, skipped: reason = "" }) => `${pn} was skipped: ${reason}`);
    const text = `Nothing PROVIDES '${name}'`;
    if (skipped.length > 0) return [text, ...new Set(skipped)].join("\n");
    if (this.#builds.has(name)) return `${text}\nNo eligible PROVIDERs exist for '${name}'`;
    const runtime = [...(this.#runtimes.get(name) ?? []), ...(this.#packages.get(name) ?? [])];
    const close = [
      ...closeMatches(name, [...this.#builds.keys()]).sort(byCodePoint),
      ...new Set(runtime.map(({ pn }) => `${pn} RPROVIDES ${name}`)),
    ];
    return close.length === 0 ? text : `${text}. Close matches:\n  ${close.join("\n  ")}`;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const toFront = <T>(items: readonly T[], first: readonly T[]): T[] => unique([...first, ...items]);

/** (PE, PV, PR) as versions are compared. */
export function versionOf({ pe, pv, pr }: RecipeSummary): SplitVersion {
  return [/^\d+$/.test(pe) ? BigInt(pe) : 0n, pv, pr];
}

/** The version as listings show it: `[PE:]PV`. */
export function shownVersion({ pe, pv }: { readonly pe: string; readonly pv: string }): string {
  return pe === "" ? pv : `${pe}:${pv}`;
}

/**
 * Whether a recipe has the version `[PE:]PV`; a `%` at the end stands for any rest. PR has no part in it, as measured on
 * BitBake 2.19: what follows an underscore belongs to PV.
 */
export function hasVersion(
  { pe, pv }: { readonly pe: string; readonly pv: string },
  wanted: string,
): boolean {
  const [, epoch, version = ""] = /^(?:(\d+):)?(.*)$/s.exec(wanted) ?? [];
  if (epoch !== undefined && epoch !== pe) return false;
  return version.endsWith("%") ? pv.startsWith(version.slice(0, -1)) : pv === version;
}
