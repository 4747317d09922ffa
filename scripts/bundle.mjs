// Puts what the executable and the worker threads load into a few files (dist/bundle), since a module a file costs each thread
// longer to load than to run; the modules themselves become doors to it. The library's modules stay as they are, packages and
// the generated data stay outside.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { build } from "esbuild";

const dist = join(import.meta.dirname, "../dist");
const entries = ["cli/main", "cli/worker", "runs/worker", "node-worker"];
const bundled = (entry) => entry.replace("/", "-");

if (readFileSync(join(dist, "cli/main.js"), "utf8").includes("/bundle/")) process.exit(0); // nothing compiled since
rmSync(join(dist, "bundle"), { recursive: true, force: true });
/** A module's address in a bundle is still that of its own file: workers and files are found beside it. */
const addresses = {
  name: "addresses",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.generated\.js$/ }, ({ path, resolveDir }) => ({
      path: `../${relative(dist, join(resolveDir, path)).replaceAll(sep, "/")}`,
      external: true,
    }));
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!path.startsWith(dist) || !text.includes("import.meta.url")) return undefined;
      const own = `new URL("../${relative(dist, path).replaceAll(sep, "/")}", import.meta.url).href`;
      return { contents: text.replaceAll("import.meta.url", own) };
    });
  },
};

await build({
  entryPoints: entries.map((entry) => ({ in: join(dist, `${entry}.js`), out: bundled(entry) })),
  outdir: join(dist, "bundle"),
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  minifyWhitespace: true,
  logLevel: "error",
  plugins: [addresses],
});

for (const entry of entries) {
  const up = entry.includes("/") ? ".." : ".";
  const head = basename(entry) === "main" ? "#!/usr/bin/env node\n" : "";
  const target = `${up}/bundle/${bundled(entry)}.js`;
  writeFileSync(join(dist, `${entry}.js`), `${head}export * from "${target}";\n`);
}
