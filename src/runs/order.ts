/** The files of a run: in the order of the results, and in the order in which they are evaluated. */
import type { Workspace } from "../layers/workspace.js";

export interface FileItem {
  readonly index: number;
  readonly part: Workspace;
  readonly file: string;
}

export interface FileList {
  /** As results are told: the default configuration first, each in its order. */
  readonly items: readonly FileItem[];
  /** As they are evaluated: what took long before comes first, so that no thread ends with it alone. */
  readonly order: readonly FileItem[];
}

/** Which files, and what is known of them. Plain data. */
export interface Selection {
  /** Only these files of each configuration, in this order; default all. */
  readonly files?: readonly string[] | undefined;
  /** Only these places in the list are evaluated; default all. */
  readonly only?: ReadonlySet<number> | undefined;
  /** Milliseconds that a file took before. */
  readonly costs: ReadonlyMap<string, number>;
}

/** Every thread makes the same lists of the same configuration. */
export function listFiles(workspace: Workspace, { files, only, costs }: Selection): FileList {
  const items: FileItem[] = [];
  for (const part of workspace.multiconfigs())
    for (const file of files ?? part.files.recipes) items.push({ index: items.length, part, file });
  const cost = ({ file }: FileItem): number => costs.get(file) ?? 0;
  const chosen = only === undefined ? [...items] : items.filter(({ index }) => only.has(index));
  return { items, order: chosen.sort((a, b) => cost(b) - cost(a)) };
}
