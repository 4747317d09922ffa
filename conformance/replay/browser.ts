/**
 * Records recipes in Node and replays the trace in headless Chromium, with no host at all: the digests must be the same.
 *
 *     npx tsx conformance/replay/browser.ts TRACE [CHROMIUM]
 *
 * TRACE is made by `sandbake record ... --bundle -o TRACE`; CHROMIUM is /usr/bin/chromium unless given.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSync } from "esbuild";
import { chromium } from "playwright-core";
import { readTrace } from "../../src/replay/index.js";

const [path, executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
if (path === undefined) {
  console.error("name a trace that was recorded with --bundle");
  process.exit(2);
}
const text = readFileSync(path, "utf8");
const trace = readTrace(text);
const { outputFiles } = buildSync({
  stdin: {
    contents: 'export { readTrace, replay } from "./src/replay/index.ts";',
    resolveDir: new URL("../..", import.meta.url).pathname,
  },
  bundle: true,
  platform: "browser",
  format: "esm",
  write: false,
  logLevel: "error",
});
const script = outputFiles[0]?.text ?? "";
const page = `<!doctype html><meta charset="utf-8"><script type="module">
  import { readTrace, replay } from "./replay.js";
  const text = await (await fetch("./trace.json")).text();
  globalThis.result = (() => { try { return replay(readTrace(text)); } catch (e) { return { departure: String(e.stack), outcomes: [] }; } })();
</script>`;
const server = createServer((request, response) => {
  const [type, body] =
    request.url === "/replay.js"
      ? ["text/javascript", script]
      : request.url === "/trace.json"
        ? ["application/json", text]
        : ["text/html", page];
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction("globalThis.result !== undefined", undefined, { timeout: 600_000 });
  const { outcomes, departure } = await tab.evaluate<{
    outcomes: { key: string; digest: string }[];
    departure?: string;
  }>("globalThis.result");
  for (const [i, { key, digest }] of trace.outcomes.entries()) {
    const there = outcomes[i]?.digest;
    console.log(
      `${there === digest ? "equal  " : "differs"} ${digest} ${key === "" ? "(configuration)" : key}`,
    );
    if (there !== digest) process.exitCode = 1;
  }
  console.log(departure ?? `replayed in ${browser.version()}`);
} finally {
  await browser.close();
  server.close();
}
