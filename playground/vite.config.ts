/** The page as static files: relative addresses, so that it works below any folder of any web server. */
import { defineConfig } from "vite";
import { dataInFiles } from "./data-plugin.js";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2000 },
  worker: { format: "es", plugins: () => [dataInFiles()] },
});
