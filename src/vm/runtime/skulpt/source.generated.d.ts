/**
 * Skulpt's object model, made anew at each call: `builtin.object`, `builtin.type` and `abstr`, which links types to each
 * other. `functions` stands for `Function` in it; the other globals that lead out are undefined. The module is made by
 * scripts/generate.mjs of files of the package, and is not committed.
 */
export declare function skulptObjectModel(functions: { readonly prototype: object }): any;
