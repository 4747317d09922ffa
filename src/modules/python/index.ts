/** Modules of ours that are written in Python, by name. */
export interface PythonSource {
  readonly source: string;
  readonly isPackage: boolean;
}

export const pythonSources: ReadonlyMap<string, PythonSource> = new Map();
