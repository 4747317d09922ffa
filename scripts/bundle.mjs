// Puts what the executable and the worker threads load into one file (dist/bundle), since a module a file costs each thread
// longer to load than to run; the modules themselves become doors to it. Beside it lies what V8 compiled of it, for this
// version of Node: a third of what a short run takes is compiling. The library's modules stay as they are.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const folder = join(dist, "bundle");
const entries = ["cli/program", "cli/worker", "runs/work", "node-worker"];

if (readFileSync(join(dist, `${entries[0]}.js`), "utf8").includes("/bundle/")) process.exit(0); // nothing compiled since
rmSync(folder, { recursive: true, force: true });

const names = new Map();
for (const entry of entries)
  names.set(entry, Object.keys(await import(pathToFileURL(join(dist, `${entry}.js`)).href)));

/** A module's address is still that of its own file: others are found beside it. */
const addresses = {
  name: "addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!path.startsWith(dist) || !text.includes("import.meta.url")) return undefined;
      const own = `new URL("../${relative(dist, path).replaceAll(sep, "/")}", address).href`;
      return { contents: text.replaceAll("import.meta.url", own) };
    });
  },
};

const { metafile } = await build({
  stdin: {
    contents: entries.map((entry, i) => `export * as entry${i} from "./${entry}.js";`).join("\n"),
    resolveDir: dist,
  },
  outfile: join(folder, "sandbake.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["@viz-js/viz"],
  supported: { "dynamic-import": false },
  banner: { js: "(function (module, require, address) {" },
  footer: { js: "})" },
  minifyWhitespace: true,
  logLevel: "error",
  metafile: true,
  plugins: [addresses],
});

// The licences of the packages in it.
const packages = Object.keys(metafile.inputs)
  .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
  .filter((path) => path !== undefined);
writeFileSync(
  join(folder, "LICENSES.txt"),
  [...new Set(packages)]
    .sort()
    .map((path) => {
      const name = path.replace(/^.*node_modules\//, "");
      const texts = readdirSync(join(root, path)).filter((file) => /^licen[cs]e/i.test(file));
      if (texts.length === 0) throw new Error(`${name} has no licence`);
      return `${name}\n\n${texts.map((file) => readFileSync(join(root, path, file), "utf8")).join("\n")}`;
    })
    .join("\n----\n\n"),
);

writeFileSync(
  join(folder, "load.js"),
  `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
const filename = fileURLToPath(new URL("./sandbake.cjs", import.meta.url));
/** Compiled code, of this version of Node alone; V8 looks whether its flags fit, and compiles anew where they do not. */
export const compiled = \`\${filename}.\${process.version}-\${process.arch}\`;
const kept = () => {
  try {
    return readFileSync(compiled);
  } catch {
    return undefined;
  }
};
export const script = new Script(readFileSync(filename, "utf8"), { filename, cachedData: kept() });
const module = { exports: {} };
script.runInThisContext()(module, createRequire(import.meta.url), import.meta.url);
export default module.exports;
`,
);

entries.forEach((entry, i) => {
  const up = entry.includes("/") ? ".." : ".";
  writeFileSync(
    join(dist, `${entry}.js`),
    `import bundle from "${up}/bundle/load.js";\nexport const { ${names.get(entry).join(", ")} } = bundle.entry${i};\n`,
  );
});

// Compiled is what the example needs.
execFileSync(
  process.execPath,
  [
    "--input-type=module",
    "--eval",
    `import { writeFileSync } from "node:fs";
  await import("./dist/cli/start.js");
  const { mainAsync } = await import("./dist/cli/program.js");
  const { compiled, script } = await import("./dist/bundle/load.js");
  const io = { out: () => {}, err: () => {} };
  await mainAsync(["parse", "--quiet", "--no-cache", "--hashes", "--jobs", "1", "--build", "examples/teapot/build"], io);
  writeFileSync(compiled, script.createCachedData());`,
  ],
  { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
);
