/** The page as a user meets it: the built files in a real browser. Run: npm run test:page */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launch, serve } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the page", () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  const faults: string[] = [];

  before(async () => {
    ({ server, url } = await serve());
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  async function open(hash = "", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(url + hash);
    return page;
  }

  const value = (page: Page, text: string): Promise<unknown> =>
    page.getByTestId("value").first().filter({ hasText: text }).waitFor();

  /** Replaces the text in the editor by typing. */
  async function type(page: Page, text: string): Promise<void> {
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  }

  it("starts with an example, two machines side by side", async () => {
    const page = await open();
    await value(page, "water sencha jasmine (one spoon)");
    expect(await page.getByTestId("value").allTextContents()).to.deep.equal([
      "water sencha jasmine (one spoon)",
      "water sencha jasmine",
    ]);
    await page.context().close();
  });

  it("a change in the recipe changes the value and its history", async () => {
    const page = await open();
    await value(page, "sencha");
    await type(page, 'inherit brew\nINGREDIENTS += "oolong"\n');
    await value(page, "water oolong jasmine");
    await page.getByRole("button", { name: "green-tea_2.1.bb:2" }).first().click();
    expect(await page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).to.equal(
      true,
    );
    await page.context().close();
  });

  it("a syntax error is told with its line; a Python error with its traceback", async () => {
    const page = await open();
    await value(page, "sencha");
    await type(page, 'A = "x"\nB == "y"\n');
    await page.locator(".finding.error").filter({ hasText: "green-tea_2.1.bb:2" }).waitFor();
    expect(await page.locator(".cm-lint-marker-error").count()).to.equal(1);
    await type(page, "python () {\n    1 / 0\n}\n");
    await page.locator(".finding.error").filter({ hasText: "ZeroDivisionError" }).waitFor();
    expect(await page.locator(".finding.error pre").first().textContent()).to.contain("division by zero");
    await page.context().close();
  });

  it("an endless loop is stopped, the page answers meanwhile and goes on afterwards", async () => {
    const page = await open();
    await value(page, "sencha");
    await type(page, "python () {\n    while True:\n        pass\n}\n");
    await page.locator("body[data-busy=true]").waitFor();
    await page.getByRole("tab", { name: "Syntax" }).click();
    await page.locator(".syntax li").first().waitFor();
    await page
      .locator(".finding.error")
      .filter({ hasText: /Stopped after|limit reached/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await type(page, 'INGREDIENTS = "nothing"\n');
    await page.getByRole("tab", { name: "Value" }).click();
    await value(page, "nothing jasmine");
    await page.context().close();
  });

  it("a shared link brings back the files and the choice", async () => {
    const page = await open();
    await value(page, "sencha");
    await type(page, 'INGREDIENTS = "shared"\n');
    await value(page, "shared jasmine");
    await page.getByRole("button", { name: "Share link" }).click();
    await page.waitForFunction(() => location.hash.length > 100);
    const hash = await page.evaluate(() => location.hash);
    await page.context().close();
    const other = await open(hash);
    await value(other, "shared jasmine");
    await other.context().close();
    const damaged = await open(`${hash.slice(0, 80)}!!`);
    await value(damaged, "water sencha jasmine");
    await damaged.context().close();
  });

  it("a .zip of a layer loads, and its first recipe is evaluated", async () => {
    const page = await open();
    await value(page, "sencha");
    const layer = zipSync({
      "meta-x/conf/layer.conf": strToU8(
        'BBPATH .= ":${LAYERDIR}"\nBBFILES += "${LAYERDIR}/*.bb"\nBBFILE_COLLECTIONS += "x"\nBBFILE_PATTERN_x = "^${LAYERDIR}/"\n',
      ),
      "meta-x/conf/bitbake.conf": strToU8('PN = "x"\nPROVIDES = "x"\n'),
      "meta-x/classes/base.bbclass": strToU8(""),
      "meta-x/x_1.bb": strToU8('INGREDIENTS = "from the zip"\n'),
    });
    await page
      .locator("input[accept*=zip]")
      .setInputFiles({ name: "layer.zip", mimeType: "application/zip", buffer: Buffer.from(layer) });
    await value(page, "from the zip");
    await page.context().close();
  });

  it("the rows of the cheat sheet load as examples", async () => {
    const page = await open();
    await value(page, "sencha");
    const rows = await page.locator(".cheat").count();
    expect(rows).to.be.greaterThan(12);
    await page.getByRole("button", { name: "Cheat sheet" }).click();
    await page.locator(".cheat").filter({ hasText: "A:x:append (trap)" }).click();
    await page.locator(".traps").filter({ hasText: "replaces the value of A" }).waitFor();
    await page.context().close();
  });

  it("the tabs are walked by keyboard; the cursor and the syntax tree are in step", async () => {
    const page = await open();
    await value(page, "sencha");
    await page.getByRole("tab", { name: "Value" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("searchbox", { name: "Filter" }).fill("WATER_TEMP");
    await page.locator("tr.differs").first().waitFor();
    await page.getByRole("tab", { name: "Variables" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.locator(".syntax .here").filter({ hasText: "LICENSE" }).waitFor();
    await page.getByRole("tab", { name: "Tasks" }).click();
    expect(await page.locator("svg .task").count()).to.equal(3);
    await page.context().close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`no accessibility fault that axe knows, ${colorScheme}, at three widths`, async () => {
      for (const width of [1280, 800, 390]) {
        const page = await open("", { colorScheme, viewport: { width, height: 800 } });
        await value(page, "sencha");
        for (const tab of ["Value", "Variables", "Syntax", "Tasks", "Host"]) {
          await page.getByRole("tab", { name: tab }).click();
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => {
            const { axe } = window as unknown as {
              axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            };
            return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
          });
          expect(violations, `${tab} at ${width}`).to.deep.equal([]);
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `sideways scroll at ${width}`).to.be.at.most(0);
        await page.context().close();
      }
    });
  }

  it("nothing failed in the browser's console", () => {
    expect(faults).to.deep.equal([]);
  });
});
