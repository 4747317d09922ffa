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
    // A node that is closed never changes again: only the open ones, each the last of its siblings, need a twin.
    const copy = new IncludeHistory();
    copy.roots.push(...this.roots);
    let siblings = copy.roots;
    copy.open = this.open.map(({ file, children }) => {
      const twin: IncludeNode = { file, children: [...children] };
      siblings[siblings.length - 1] = twin;
      siblings = twin.children;
      return twin;
    });
    return copy;
  }
}
