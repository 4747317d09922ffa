/** Hash of the sources of parser, scope and codegen: code made by others is not taken from a cache. */
export const codegenVersion: string;
