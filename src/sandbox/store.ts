/**
 * A place that keeps what was computed from a text, for later runs: pure results only, so that a lost or refused entry
 * costs time and nothing else. Hosts bring their own (`DiskContentStore` in host/node-store.ts); none is the default.
 */
export interface ContentStore {
  /**
   * What was put under this text.
   * @param space names the kind of result and the version of what computes it ("python-3f2a..."): entries of another
   *   version are never found
   * @param content the text that the result was computed from; a store keeps its hash
   * @returns undefined for what it does not have or cannot read; never throws
   */
  get(space: string, content: string): string | undefined;
  /** Keeps a result; a store may drop it, and never throws. */
  put(space: string, content: string, value: string): void;
}
