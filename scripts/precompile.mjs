// Compiles the Python of the standard library to the JavaScript that imports of it run, so that not even a first start reads its
// Python: dist/modules/stdlib/code.packed, a PackedContentStore. Made when the library or the code generator has changed.
// Codecs of encodings/ are left out: tables, seldom wanted.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { findStandard, standardNames } from "../dist/modules/finders.js";
import { packedSpace, writePacked } from "../dist/sandbox/host/packed-store.js";
import { storedUnder, storedWhole } from "../dist/vm/codegen/cache.js";
import { generate } from "../dist/vm/codegen/generate.js";
import { parse } from "../dist/vm/parser/parse.js";
import { analyse } from "../dist/vm/scope/analyse.js";

const file = join(import.meta.dirname, "../dist/modules/stdlib/code.packed");
const names = standardNames().filter((name) => !/^encodings\.(?!aliases$)/.test(name));
const sources = names.map((name) => [name, findStandard(name).source]);
const [version] = storedUnder("");
const all = createHash("sha256").update(JSON.stringify(sources)).digest("hex");
// The library's hash rides along as an entry.
const mark = storedUnder(`library ${all}`)[1];
const { PackedContentStore } = await import("../dist/sandbox/host/packed-store.js");
if (packedSpace(file) !== version || new PackedContentStore(file).get(version, mark) === undefined) {
  const values = sources.map(([name, source]) => {
    const options = { filename: name, mode: "exec" };
    const tree = parse(source, options);
    const text = storedWhole(() => generate(tree, analyse(tree, options), "globals", source, true));
    return [storedUnder(source)[1], text];
  });
  writePacked(file, version, [[mark, ""], ...values]);
}
