/** The text of skulpt/dist/skulpt.min.js; the module is made by scripts/generate.mjs and is not committed. */
export declare const skulptSource: string;
