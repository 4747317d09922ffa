/** The task graph, held to `bitbake -g` for recipes with every kind of dependency (conformance/tasks/graph.sh). */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SandbakeError } from "../../src/diagnostics/errors.js";
import { readCatalog, type Catalog } from "../../src/layers/catalog.js";
import { graphJson, pnBuildList, taskDependsDot } from "../../src/tasks/graph/output.js";
import { aroundPicture, tasksPicture } from "../../src/tasks/graph/picture.js";
import { renderSvg } from "../../src/tasks/graph/render.js";
import { graphOf, type TargetOptions } from "../../src/tasks/graph/targets.js";
import type { TaskGraph } from "../../src/tasks/graph/graph.js";
import { openExample } from "../layers/example.js";

const data = join(import.meta.dirname, "data/graph");
const folder = "/example/meta-teapot/recipes-graph/graph";

/** The example with the recipes of data/graph and `more`. */
export function graphExample(more: Record<string, string> = {}): Promise<Catalog> {
  const recipes = readdirSync(data)
    .filter((name) => name.endsWith(".bb"))
    .map((name) => [`${folder}/${name}`, readFileSync(join(data, name), "utf8")] as const);
  const files = {
    ...Object.fromEntries(recipes),
    "/example/meta-teapot/classes/native.bbclass": "",
    ...more,
  };
  return readCatalog(openExample("samovar", files));
}

const lines = (text: string): string[] => text.split("\n").filter(Boolean).sort();

describe("tasks: graph", () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await graphExample();
  });
  const make = (targets: string[], options: Partial<TargetOptions> = {}): TaskGraph =>
    graphOf(catalog.parts, targets, { task: "build", ...options }).graph;

  const cases: [string, string[], Partial<TargetOptions>][] = [
    ["set", ["set"], {}],
    ["pot", ["pot:do_warm", "leaves"], {}],
    ["lay", ["set"], { task: "lay" }],
    ["unused", ["set"], { task: "unused" }],
    ["runall", ["set"], { runall: ["pick"] }],
    ["runonly", ["set"], { runonly: ["dry"] }],
    ["ignored", ["pot"], { ignored: ["leaves"] }],
    ["world", ["world"], {}],
    ["extra", ["extra"], {}],
  ];
  for (const [name, targets, options] of cases) {
    it(`${name}: pn-buildlist and task-depends.dot as BitBake's`, () => {
      const graph = make(targets, options);
      const theirs = (file: string): string[] => lines(readFileSync(join(data, name, file), "utf8"));
      expect(lines(taskDependsDot(graph))).to.deep.equal(theirs("task-depends.dot"));
      expect(lines(pnBuildList(graph))).to.deep.equal(theirs("pn-buildlist"));
    });
  }

  it("of several multiconfigs: as BitBake's", async () => {
    const folderOf = join(data, "multiconfig");
    const own = (name: string): string => readFileSync(join(folderOf, name), "utf8");
    const local = readFileSync(
      join(import.meta.dirname, "../../examples/teapot/build/conf/local.conf"),
      "utf8",
    );
    const parts = await graphExample({
      [`${folder}/mcpot_1.0.bb`]: own("mcpot_1.0.bb"),
      [`${folder}/mcsecond_1.0.bb`]: own("mcsecond_1.0.bb"),
      "/example/build/conf/multiconfig/urn.conf": own("urn.conf"),
      "/example/build/conf/local.conf": `${local}BBMULTICONFIG = "urn"\n`,
    });
    for (const [name, targets] of [
      ["default", ["mcpot"]],
      ["urn", ["mc:urn:mcpot"]],
      ["both", ["mcpot", "mc:urn:mcpot", "mcsecond:do_zip"]],
    ] as const) {
      const { graph } = graphOf(parts.parts, targets, { task: "build" });
      const theirs = (file: string): string[] => lines(readFileSync(join(folderOf, name, file), "utf8"));
      expect(lines(taskDependsDot(graph)), name).to.deep.equal(theirs("task-depends.dot"));
      expect(lines(pnBuildList(graph)), name).to.deep.equal(theirs("pn-buildlist"));
    }
  });

  it("as JSON: flags and dependencies", () => {
    const { tasks, targets, recipes } = graphJson(make(["leaves"]));
    expect(targets).to.deep.equal([`${folder}/leaves_1.0.bb:do_build`]);
    expect(recipes.map(({ pn, version }) => [pn, version])).to.deep.equal([
      ["leaves", "1.0-r0"],
      ["leaves-tool", "2:1.0-r0"],
    ]);
    const dry = tasks.find(({ id }) => id === `${folder}/leaves_1.0.bb:do_dry`);
    expect(dry).to.deep.include({
      noexec: true,
      depends: [`${folder}/leaves-tool_1.0.bb:do_sharpen`, `${folder}/leaves_1.0.bb:do_pick`],
    });
    expect(tasks.find(({ task }) => task === "do_pick")?.lockfiles).to.deep.equal([
      "/example/build/tmp/lock",
    ]);
    expect(tasks.find(({ task }) => task === "do_build")?.nostamp).to.equal(true);
  });

  it("says what is missing, and who needs it", async () => {
    const code = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        if (error instanceof SandbakeError) return `${error.code}: ${error.message}`;
        throw error;
      }
      return "";
    };
    expect(code(() => make(["nothing"]))).to.match(/^no-provider: Nothing PROVIDES 'nothing'/);
    expect(code(() => make(["pot:do_nothing"]))).to.match(
      /^no-task: Task do_nothing does not exist for target pot/,
    );
    expect(code(() => make(["mc:x:pot"]))).to.equal("no-multiconfig: mc:x:pot: there is no multiconfig 'x'");
    const broken = await graphExample({
      [`${folder}/a_1.bb`]: 'LICENSE = "MIT"\nDEPENDS = "b"\n',
      [`${folder}/b_1.bb`]: 'LICENSE = "MIT"\nDEPENDS = "nowhere"\n',
      [`${folder}/c_1.bb`]:
        'LICENSE = "MIT"\naddtask one after do_two\naddtask two after do_one\ndo_one() {\n}\ndo_two() {\n}\n',
      [`${folder}/d_1.bb`]: 'LICENSE = "MIT"\naddtask one\ndo_one() {\n}\ndo_one[depends] = "pot:do_no"\n',
      [`${folder}/e_1.bb`]: 'LICENSE = "MIT"\naddtask one\ndo_one() {\n}\ndo_one[depends] = "pot"\n',
    });
    const ask = (target: string): string => code(() => graphOf(broken.parts, [target], { task: "build" }));
    expect(ask("a")).to.equal(
      "no-provider: Required build target 'a' has no buildable providers.\nMissing or unbuildable dependency chain was: ['a', 'b', 'nowhere']",
    );
    expect(ask("c:do_one")).to.match(/^task-loop: Dependency loop found:\n {2}Task .*c_1.bb:do_/);
    expect(ask("d:do_one")).to.match(
      /^task-dependency: Task .*d_1.bb:do_one depends upon non-existent task .*pot_1.0.bb:do_no/,
    );
    expect(ask("e:do_one")).to.match(/^task-dependency: .*does not contain exactly one ':' character/);
  });

  it("pictures: a recipe's tasks, the recipes around one", async () => {
    const graph = make(["set"]);
    const svg = await renderSvg(tasksPicture(graph, "leaves"));
    expect(svg).to.match(/^<\?xml[^]*<svg/);
    expect([...svg.matchAll(/<g id="node/g)]).to.have.length(3);
    expect(svg).to.contain("+1 of other recipes");
    expect(aroundPicture(graph, "leaves", 1)).to.contain('leaves_1.0.bb" -> "');
    expect(() => tasksPicture(graph, "potty")).to.throw(SandbakeError, "no task of 'potty' takes part");
  });
});
