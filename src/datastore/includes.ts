/** Which file included which, as a tree, for the head of `bitbake -e`. */

/** One file and what it included, in order. */
export interface IncludeNode {
  readonly file: string;
  readonly children: IncludeNode[];
}

/** See the file's comment. */
export class IncludeHistory {
  private readonly roots: IncludeNode[] = [];
  private open: IncludeNode[] = [];

  /** Runs `body` as the evaluation of `file`. */
  within<T>(file: string, body: () => T): T {
    const node: IncludeNode = { file, children: [] };
    (this.open.at(-1)?.children ?? this.roots).push(node);
    this.open.push(node);
    try {
      return body();
    } finally {
      this.open.pop();
    }
  }

  /** The files no other file included. */
  tree(): readonly IncludeNode[] {
    return this.roots;
  }

  /** The file being evaluated, or undefined. */
  current(): string | undefined {
    return this.open.at(-1)?.file;
  }

  copy(): IncludeHistory {
    const copy = new IncludeHistory();
    const twins = new Map<IncludeNode, IncludeNode>();
    const twin = (node: IncludeNode): IncludeNode => {
      const made: IncludeNode = { file: node.file, children: node.children.map(twin) };
      twins.set(node, made);
      return made;
    };
    copy.roots.push(...this.roots.map(twin));
    copy.open = this.open.map((node) => twins.get(node) ?? node);
    return copy;
  }
}
