// The direction of imports (docs/architecture.md): a folder imports only what stands to its left.
const order = [
  "diagnostics",
  "recipe-grammar",
  "datastore",
  "sandbox",
  "vm",
  "analysis",
  "modules",
  "embed",
  "evaluate",
  "layers",
  "replay",
  "testing",
  "tasks",
  "runs",
  "cli",
];
const apart = ["recipe-grammar", "datastore", "sandbox"]; // these do not know each other
const rightOf = (folder) => order.slice(order.indexOf(folder) + 1);
const forbidden = order
  .filter((folder) => rightOf(folder).length > 0)
  .map((folder) => ({
    name: `${folder}-imports-leftwards`,
    severity: "error",
    comment: `src/${folder} may import only folders that stand before it in the pipeline`,
    from: { path: `^src/${folder}/` },
    to: {
      path: [
        ...rightOf(folder).map((f) => `^src/${f}/`),
        "^src/(index|node)\\.ts$",
        ...(apart.includes(folder) ? apart.filter((f) => f !== folder).map((f) => `^src/${f}/`) : []),
      ],
    },
  }));
const door = (name, pattern, allowed) => ({
  name: `one-door-for-${name}`,
  severity: "error",
  comment: `${name} is imported in ${allowed} only`,
  from: { path: "^src/", pathNot: allowed },
  to: { path: pattern },
});
module.exports = {
  forbidden: [
    ...forbidden,
    door("ohm-js", "node_modules/ohm-js", "^src/(recipe-grammar|tasks/query)/"),
    door("viz-js", "node_modules/@viz-js/viz", "^src/tasks/graph/render"),
    door("unbash", "node_modules/unbash", "^src/analysis/"),
    door("immer", "node_modules/immer", "^src/datastore/"),
    door("fzstd", "node_modules/fzstd", "^src/tasks/signatures/"),
    door("pako", "node_modules/pako", "^src/modules/zlib/"),
    {
      name: "node-only-in-host-and-cli",
      severity: "error",
      comment: "node:* belongs to sandbox/host/node, runs and cli",
      from: {
        path: "^src/",
        pathNot: "^src/(sandbox/host/(node|guarded|packed-store)|testing/golden|runs/|cli/)",
      },
      to: { dependencyTypes: ["core"] },
    },
    // The code generator is one recursion over node kinds, a file a kind: its files name each other.
    {
      name: "no-circular",
      severity: "error",
      comment: "imports form no ring",
      from: { path: "^src/", pathNot: "^src/vm/codegen/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
