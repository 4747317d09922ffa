/** bb.siggen's generators: the same program as conformance/tasks/siggen-probe.py ran with real BitBake. */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { decompress } from "fzstd";
import { makeWorld } from "./vm.js";

type Answers = Record<string, [label: string, answer: unknown][]>;
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const probe = read("../../../conformance/tasks/siggen-probe.py").replace(/^if __name__.*/ms, "");
const expected = JSON.parse(read("tables/siggen.json")) as Answers;

describe("signature generators answer as BitBake's", () => {
  const world = makeWorld({ "/tmp/.keep": "" });
  const answers = JSON.parse(world.run(`${probe}\nresult = run()`) as string) as Answers;
  for (const [name, wanted] of Object.entries(expected)) {
    it(name, () => {
      const found = answers[name] ?? [];
      expect(found.map(([label]) => label)).to.deep.equal(wanted.map(([label]) => label));
      wanted.forEach(([label, answer], i) => {
        expect(found[i]?.[1], label).to.deep.equal(answer);
      });
    });
  }

  it("write sigdata files that are equal to BitBake's", () => {
    // As BitBake 2.19 wrote it for the same calls.
    const text =
      '{"basehash":"1111111111111111111111111111111111111111111111111111111111111111","basehash_ignore_vars":{"_set_object":["A","B"]},"file_checksum_values":[],"gendeps":{"V":{"_set_object":["Z"]},"Z":{"_set_object":[]}},"runtaskdeps":["b:do_y"],"runtaskhashes":{"b:do_y":"4f2e8d65483c641648cdb374ae9d8abd368d269e4ddffe092a8237b8162cddd6"},"task":"do_x","taskdeps":{"_set_object":["V","Z"]},"taskhash":"HASH","taskhash_ignore_tasks":null,"unihash":"HASH","varvals":{"V":"v \\u00e9","Z":null,"do_x":"x"}}';
    const source = [
      "d = bb.data.init()",
      "d.setVar('BB_BASEHASH_IGNORE_VARS', 'B A')",
      "s = Dropping(d)",
      "c = caches()",
      "c.file_checksums = {'/a.bb': {}, '/b.bb': {}}",
      "s.setup_datacache({'': c})",
      "for x in ('/b.bb:do_y', '/a.bb:do_x'):",
      "    s.prep_taskhash(x, DEPS.get(x, set()), {'': c}); h = s.get_taskhash(x, DEPS.get(x, set()), {'': c})",
      "s.dump_sigtask('/a.bb', 'do_x', c.stamp['/a.bb'], True)",
      "with open(ROOT + '/st/a.do_x.sigdata.' + h, 'rb') as f: result = [h, list(f.read())]",
    ].join("\n");
    const [hash, bytes] = world.run(`${probe}\n${source}`) as [string, number[]];
    expect(new TextDecoder().decode(decompress(Uint8Array.from(bytes)))).to.equal(
      text.replaceAll("HASH", hash),
    );
  });
});
