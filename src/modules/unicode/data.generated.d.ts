/** UnicodeData.txt with aliases (a line a name), deflated, base64; made by scripts/generate.mjs. */
export declare const unicodeData: { readonly text: string };
