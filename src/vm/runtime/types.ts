/** Where the builtin types come from: src/vm/types. */
export { installTypes } from "../types/install.js";
