/** Hash of all sources: results of another program are not taken from a cache. */
export const programVersion: string;
