/**
 * One configuration of the page's files, kept from keystroke to keystroke: an edit of a metadata file evaluates only what
 * depends on it; everything else begins anew.
 */
import { LiveWorkspace, memoryHost, type Variant, type Workspace } from "../../src/index.js";
import { chosenFile, hostFiles, topdirOf } from "./inputs.js";
import type { Configuration, Files, Finding, HostQuestion } from "./protocol.js";
import { watched } from "./questions.js";
import { findingOf } from "./read.js";

/** What an evaluation said and asked. */
interface Said {
  readonly findings: Finding[];
  readonly questions: HostQuestion[];
}

const silence = (): Said => ({ findings: [], questions: [] });

export class Session {
  readonly #live: LiveWorkspace;
  readonly #base = silence();
  #current = this.#base;
  readonly #recipes = new Map<string, Said & { readonly variants: readonly Variant[] }>();
  #files: Files;
  /** An edit touched the configuration: what it said is not known any more. */
  #ended = false;

  constructor(
    files: Files,
    private readonly configuration: Configuration,
  ) {
    this.#files = files;
    const topdir = topdirOf(files);
    this.#live = new LiveWorkspace({
      host: watched(
        memoryHost(hostFiles(files, configuration)),
        { push: (question) => void this.#current.questions.push(question) },
        files,
      ),
      topdir,
      tracking: true,
      prefiles: [chosenFile(topdir)],
      log: (message) => void this.#current.findings.push(...findingOf(message)),
    });
  }

  /** Takes the files as they are now; false where the session is of no use for them. */
  accepts(files: Files, { machine, distro }: Configuration): boolean {
    if (this.#ended || machine !== this.configuration.machine || distro !== this.configuration.distro)
      return false;
    const before = this.#files;
    const paths = Object.keys(files);
    if (paths.length !== Object.keys(before).length || paths.some((path) => !Object.hasOwn(before, path)))
      return false;
    const changed = paths.filter((path) => files[path] !== before[path]);
    // What the metadata's Python reads itself is not followed.
    if (!changed.every((path) => /\.(bb|bbappend|bbclass|inc)$/.test(path))) return false;
    this.#files = files;
    for (const path of changed) this.#ended ||= this.#live.edit(path, files[path] ?? "").configuration;
    return !this.#ended;
  }

  get workspace(): Workspace {
    return this.#live.workspace;
  }

  /** The variants of a recipe file. What was said is in `said` afterwards, also where it throws. */
  evaluate(file: string): readonly Variant[] {
    const kept = this.#recipes.get(file);
    this.#current = silence();
    const variants = this.#live.evaluate(file);
    if (kept?.variants === variants) this.#current = kept;
    else this.#recipes.set(file, { ...this.#current, variants });
    return variants;
  }

  /** What the configuration and the last evaluation said and asked. */
  said(): Said {
    if (this.#current === this.#base) return this.#base;
    return {
      findings: [...this.#base.findings, ...this.#current.findings],
      questions: [...this.#base.questions, ...this.#current.questions],
    };
  }
}
