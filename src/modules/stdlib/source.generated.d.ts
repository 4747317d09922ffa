/** name -> [source, is package]; made by scripts/generate.mjs. */
export declare const stdlibSource: Readonly<Record<string, readonly [source: string, isPackage: boolean]>>;
