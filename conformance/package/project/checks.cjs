/** What a program does with each subpath of the package; the same for import and require. */
const assert = require("node:assert/strict");
const { dirname, join } = require("node:path");

exports.files = {
  "/build/conf/bblayers.conf": 'BBPATH = "/build"\nBBLAYERS = "/meta"\n',
  "/meta/conf/layer.conf":
    'BBPATH .= ":${LAYERDIR}"\nBBFILES += "${LAYERDIR}/*.bb"\nBBFILE_COLLECTIONS += "m"\nBBFILE_PATTERN_m = "^${LAYERDIR}/"\n',
  "/meta/conf/bitbake.conf":
    'PN = "${@bb.parse.vars_from_file(d.getVar(\'FILE\', False), d)[0] or \'none\'}"\nTMPDIR = "/build/tmp"\nCACHE = "/build/cache"\n',
  "/meta/classes/base.bbclass": 'LICENSE ?= "MIT"\n',
  "/meta/pot_1.0.bb": "A = \"${@', '.join(sorted(['b', 'a']))}\"\n",
};

/** @param modules the namespace of each subpath, by its name */
exports.run = async (modules) => {
  const { main, node, grammar, datastore, vm, replay, testing } = modules;
  const options = { host: main.memoryHost(exports.files), topdir: "/build" };
  assert.equal(main.openWorkspace(options).find("pot").variant.store.getVar("A"), "a, b");

  const installed = dirname(dirname(require.resolve("sandbake/package.json")));
  const build = join(installed, "sandbake/examples/teapot/build");
  assert.equal(node.openBuild(build).find("green-tea").variant.store.getVar("PV"), "2.1");
  const names = [];
  for await (const result of node.evaluateBuild(build, { jobs: 2, metadata: true }))
    if ("summaries" in result) names.push(...result.metadata.map(({ name }) => name));
  assert.deepEqual(names.sort(), ["green-tea", "kettle", "tea-tray"]);

  assert.equal(grammar.parse('A = "b"\n', "x.bb").statements[0].kind, "assignment");
  const store = new datastore.DataStore({ evaluate: () => "" });
  store.setVar("A", "${B}");
  store.setVar("B", "c");
  assert.equal(store.getVar("A"), "c");
  assert.equal(new vm.PythonVM().eval("sum([1, 2, 3])", { as: "int" }), 6);
  const trace = replay.record({ ...options, recipes: ["pot"], bundle: true, version: "test" });
  assert.equal(replay.replay(replay.readTrace(replay.writeTrace(trace))).departure, undefined);
  assert.equal(testing.evaluateRecipe('A = "b"\n').value("A"), "b");
  assert.equal(require("sandbake/schemas/recipe-metadata.schema.json").$defs.recipe.type, "object");
};
