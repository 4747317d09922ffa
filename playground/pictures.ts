/**
 * Takes the page's pictures: three widths, both themes. Run `npm run page` before.
 *
 *     npx tsx playground/pictures.ts OUT_FOLDER [REPLAY_FILE]
 *
 * With a replay file (`sandbake record ... --bundle -o FILE`) also of its replay.
 */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launch, serve } from "./test/browser.js";

const [out, trace] = process.argv.slice(2);
if (out === undefined) throw new Error("name the folder for the pictures");
const { server, url } = await serve();
const browser = await launch();
try {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [name, width, height] of [
      ["wide", 1280, 800],
      ["tablet", 820, 1000],
      ["phone", 390, 1600],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      await page.goto(url);
      await page.getByTestId("value").first().filter({ hasText: "sencha" }).waitFor();
      const shoot = async (what: string): Promise<void> => {
        await page.screenshot({ path: join(out, `page-${what}-${name}-${colorScheme}.png`) });
      };
      await shoot("value");
      if (trace !== undefined) {
        await replay(page, trace);
        await shoot("replay");
        await page.getByRole("tab", { name: "Variables" }).click();
        await shoot("replayed-variables");
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}

async function replay(page: Page, file: string): Promise<void> {
  await page.getByRole("tab", { name: "Replay" }).click();
  await page.getByLabel("Load a replay file").setInputFiles(file);
  await page.getByTestId("replay").waitFor({ timeout: 180_000 });
}
