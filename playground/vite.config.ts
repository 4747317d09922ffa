/** The page as static files: relative addresses, so that it works below any folder of any web server. */
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { dataInFiles } from "./data-plugin.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  define: { sandbakeVersion: JSON.stringify(version) },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2000 },
  worker: { format: "es", plugins: () => [dataInFiles()] },
});
