/**
 * Values of a store that are made of texts and names alone, without what the store does to keep them: whoever reads a
 * thousand values of a store that nobody writes needs no list of what each is made of. What is not that simple (Python,
 * removals, filters, objects, names that are not set) is the store's to answer.
 */
import { isPlainValue, type DataStore, type Template } from "../datastore/index.js";

/** References that lead deeper are left to the store, which knows how deep is too deep. */
const DEEPEST = 60;

/** Values above this length are told before they are put into others. */
const LARGE = 65_536;

/** A value in which nothing is left to replace. */
export class PlainValue {
  isPlain = false;
  /** @param grows is told the length of large values before they are made */
  constructor(private readonly grows: ((length: number) => void) | undefined) {}

  private known: string | undefined;
  private template: Template | undefined;
  private parts: readonly PlainValue[] = [];

  get value(): string {
    return (this.known ??= this.joined());
  }

  private joined(): string {
    const { literals } = this.template as Template;
    let text = literals[0] ?? "";
    for (let i = 0; i < this.parts.length; i++) {
      const { value } = this.parts[i];
      // Told before it is joined: what grows beyond a limit is never made.
      if (value.length > LARGE) this.grows?.(text.length + value.length);
      text += value + (literals[i + 1] ?? "");
    }
    return text;
  }

  is(value: string): this {
    this.known = value;
    this.isPlain = isPlainValue(value);
    return this;
  }

  madeOf(template: Template, parts: readonly PlainValue[]): this {
    this.template = template;
    this.parts = parts;
    this.isPlain = true;
    return this;
  }
}

/** See the file's comment. To be used while nothing is written to the store. */
export class PlainValues {
  readonly #values = new Map<string, PlainValue>();
  #version: number;
  #depth = 0;

  constructor(private readonly store: DataStore) {
    this.#version = store.version;
  }

  /** Forgets what was read before a write (inline Python may write, a filter may end). */
  renew(): void {
    if (this.#version === this.store.version) return;
    this.#version = this.store.version;
    this.#values.clear();
  }

  /** The values of a text's references; undefined if one of them is not plain. Throws what the store throws. */
  ofTemplate(template: Template): PlainValue[] | undefined {
    const parts: PlainValue[] = [];
    for (const name of template.names) {
      const part = this.of(name);
      if (!part.isPlain) return undefined;
      parts.push(part);
    }
    return parts;
  }

  /** A name's value; one that is being made counts as not plain: it leads to itself. */
  of(name: string): PlainValue {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const made = new PlainValue(this.store.options.onExpansion);
    this.#values.set(name, made);
    const text = this.store.plainText(name);
    if (text === null) return made;
    if (text !== undefined) {
      if (!text.includes("${")) return made.is(text);
      const template = this.store.templateOf(text);
      if (template.isPlain && this.#depth < DEEPEST) {
        this.#depth++;
        try {
          const parts = this.ofTemplate(template);
          if (parts !== undefined) return made.madeOf(template, parts);
        } finally {
          this.#depth--;
        }
      }
    }
    const value = this.store.getVar(name);
    return typeof value === "string" ? made.is(value) : made;
  }
}
