/** Runs the example for a test that kills it: FOLDER CACHE. */
import { runExample } from "./example.js";

const [, , folder = "", cache = ""] = process.argv;
await runExample(folder, 1, cache);
