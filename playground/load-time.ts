/**
 * The page's load and keystroke, in the manner of Lighthouse, measured in Debian's chromium on this machine.
 *
 *     npm run page && npx tsx playground/load-time.ts [--runs 5] [--slow]
 *
 * Each run loads the built page with an empty cache and prints the median (least to most): first contentful paint, largest
 * contentful paint, time until the first value shows, total blocking time (of tasks over 50 ms on the page's thread, from the
 * paint to the value), layout shift, bytes as a server would send them gzipped; then the time from a keystroke in the recipe to
 * the new value, and the longest task of the page's thread meanwhile. `--slow`: the processor throttled four times and the
 * network like Lighthouse's "slow 4G" (150 ms, 1.6 Mbit/s), as its mobile figures are.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { launch, pageFile } from "./test/browser.js";

const argv = process.argv.slice(2);
const runs = Number(argv[argv.indexOf("--runs") + 1] ?? "") || 5;
const slow = argv.includes("--slow");

/** What the page notes of itself; installed before its first script. */
interface Noted {
  tasks: { start: number; duration: number }[];
  largest: number;
  shift: number;
}

/** As text: a transpiler's helpers are not there in the page. */
const observe = `
  globalThis.noted = { tasks: [], largest: 0, shift: 0 };
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on("longtask", ({ startTime, duration }) => noted.tasks.push({ start: startTime, duration }));
  on("largest-contentful-paint", ({ startTime }) => (noted.largest = startTime));
  on("layout-shift", ({ value }) => (noted.shift += value));
`;

const received = { bytes: 0 };
const { server, url } = await serveGzipped();
const browser = await launch();
const rows = new Map<string, number[]>();
const note = (name: string, value: number): void => void rows.set(name, [...(rows.get(name) ?? []), value]);
try {
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    received.bytes = 0;
    await session.send("Network.enable");
    if (slow) {
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      const [latency, rate] = [150, (1.6 * 1024 * 1024) / 8];
      const network = { offline: false, latency, downloadThroughput: rate, uploadThroughput: rate / 2 };
      await session.send("Network.emulateNetworkConditions", network);
    }
    await page.addInitScript({ content: observe });
    await page.goto(url, { waitUntil: "commit" });
    await page.getByTestId("value").first().filter({ hasText: "sencha" }).waitFor({ timeout: 120_000 });
    const loaded = await page.evaluate(read);
    note("first contentful paint", loaded.paint);
    note("largest contentful paint", loaded.largest);
    note("first value", loaded.now);
    note("total blocking time", blocking(loaded.tasks, loaded.paint, loaded.now));
    note("layout shift x 1000", loaded.shift * 1000);
    note("kB received, gzipped", received.bytes / 1000);
    for (let key = 0; key < 6; key++) {
      const { time, longest } = await keystroke(page, String(key));
      if (key === 0) continue; // the first one warms up
      note("keystroke to value", time);
      note("longest task meanwhile", longest);
    }
    await context.close();
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${runs} loads in chromium ${browser.version()}${slow ? ", slow 4G, processor / 4" : ""}`);
for (const [name, values] of rows) {
  const sorted = values.sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? NaN).toFixed(0);
  const unit = name.startsWith("kB") || name.includes("x 1000") ? "" : " ms";
  console.log(`${name.padEnd(26)} ${at(0.5).padStart(6)}${unit} (${at(0)} to ${at(1)})`);
}

function read(): Noted & { paint: number; now: number } {
  const { noted } = globalThis as unknown as { noted: Noted };
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
  return { ...noted, paint, now: performance.now() };
}

function blocking(tasks: Noted["tasks"], from: number, to: number): number {
  const counted = tasks.filter(({ start }) => start >= from && start <= to);
  return counted.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
}

/** Types one character into the value of a variable and waits, in the page, until it shows. */
async function keystroke(page: Page, key: string): Promise<{ time: number; longest: number }> {
  await page.locator(".cm-content").click();
  if (key === "0") {
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText('inherit brew\nINGREDIENTS = "tea"\n');
    await page.getByTestId("value").first().filter({ hasText: "tea" }).waitFor({ timeout: 60_000 });
  }
  await page.keyboard.press("Control+End");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowLeft"); // before the last quote
  await page.locator("body[data-busy=false]").waitFor();
  await page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: Noted };
    noted.tasks.length = 0;
    const root = document.querySelector("#panel");
    const before = document.querySelector('[data-testid="value"]')?.textContent;
    Object.assign(globalThis, {
      shown: new Promise<number>((resolve) => {
        setTimeout(resolve, 60_000, NaN);
        document.addEventListener(
          "keydown",
          ({ timeStamp }) => {
            new MutationObserver((_, observer) => {
              if (document.querySelector('[data-testid="value"]')?.textContent === before) return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - timeStamp));
            }).observe(root!, { childList: true, subtree: true });
          },
          { once: true },
        );
      }),
    });
  });
  await page.keyboard.press("x");
  return page.evaluate(async () => {
    const { noted, shown } = globalThis as unknown as { noted: Noted; shown: Promise<number> };
    const time = await shown;
    return { time, longest: Math.max(0, ...noted.tasks.map(({ duration }) => duration)) };
  });
}

/** The built page as web servers send it, to the page and its worker. */
async function serveGzipped(): Promise<{ server: Server; url: string }> {
  const sent = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const file = pageFile(path);
    if (file === undefined) return void response.writeHead(404).end();
    let body = sent.get(path);
    if (body === undefined) sent.set(path, (body = gzipSync(file.content, { level: 9 })));
    received.bytes += body.length;
    response.writeHead(200, { "content-type": file.type, "content-encoding": "gzip" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
