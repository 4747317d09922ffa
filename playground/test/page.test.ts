/** The page as a user meets it: the built files in a real browser. Run: npm run test:page */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { main } from "../../src/cli/program.js";
import { readTrace, replay } from "../../src/replay/index.js";
import { launch, serve } from "./browser.js";

const example = join(import.meta.dirname, "../../examples/teapot");

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

  it("edits of a class and of the configuration count, after one of the recipe", async () => {
    const page = await open();
    await value(page, "sencha");
    await type(page, 'inherit brew\nINGREDIENTS += "oolong ${HOUSE}"\nHOUSE ?= "none"\n');
    await value(page, "water oolong none jasmine");
    await page.getByRole("button", { name: "brew.bbclass", exact: true }).click();
    await type(page, 'INGREDIENTS = "snow"\n');
    await value(page, "snow oolong none jasmine");
    await page.getByRole("button", { name: "local.conf", exact: true }).click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText('\nHOUSE = "ours"\n');
    await value(page, "snow oolong ours jasmine");
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

  it("a record made here is downloaded, loaded and replayed; a changed value is named", async () => {
    const page = await open();
    await value(page, "sencha");
    await page.getByRole("tab", { name: "Replay" }).click();
    const downloaded = page.waitForEvent("download");
    await page.getByRole("button", { name: "Record green-tea_2.1.bb" }).click();
    const file = await (await downloaded).path();
    const text = readFileSync(file, "utf8");
    const { recipes, outcomes } = readTrace(text);
    expect(recipes).to.deep.equal(["/meta-teapot/recipes-tea/green-tea/green-tea_2.1.bb"]);
    // Replayed in Node, too.
    const here = replay(readTrace(text));
    expect(here.departure).to.equal(undefined);
    expect(here.outcomes.map(({ digest }) => digest)).to.deep.equal(outcomes.map(({ digest }) => digest));

    await type(page, 'INGREDIENTS = "other files"\n');
    const load = page.getByLabel("Load a replay file");
    await load.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByTestId("replay").filter({ hasText: "every value as recorded" }).waitFor();
    expect(await page.locator("tbody tr td:nth-child(3)").allTextContents()).to.deep.equal(
      outcomes.map(({ digest }) => `${digest.slice(0, 16)} equal`),
    );
    await page.getByRole("tab", { name: "Value" }).click();
    await value(page, "water sencha jasmine (one spoon)");
    await page.getByLabel("Variable").fill("WATER_TEMPERATURE");
    await page.keyboard.press("Enter");
    await value(page, "85");

    await page.getByRole("tab", { name: "Replay" }).click();
    const first = outcomes[1]?.values["PV"] ?? "";
    const changed = text
      .replace(`"PV":"${first}"`, '"PV":"000000000000"')
      .replace(outcomes[1]?.digest ?? "", "0".repeat(64));
    await load.setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(changed) });
    await page
      .getByTestId("replay")
      .filter({ hasText: /departs: .*green-tea_2.1.bb: PV departs/ })
      .waitFor();
    const asked = text.replace(/^ {2}\["read",.*meta-infusions\/conf\/layer.conf.*\n/m, "");
    await load.setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(asked) });
    await page
      .getByTestId("replay")
      .filter({ hasText: "asks for read /meta-infusions/conf/layer.conf" })
      .waitFor();
    await load.setInputFiles({ name: "d.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByTestId("replay").filter({ hasText: "d.json: not a trace" }).waitFor();
    await page.getByRole("button", { name: "Back to the files" }).click();
    await page.getByRole("tab", { name: "Value" }).click();
    await page.getByLabel("Variable").fill("INGREDIENTS");
    await page.keyboard.press("Enter");
    await value(page, "other files");
    await page.context().close();
  });

  it("a record of the command line is replayed with the same digests", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    try {
      const trace = join(folder, "trace.json");
      const argv = [
        "record",
        "green-tea",
        "kettle",
        "--bundle",
        "-o",
        trace,
        "--build",
        join(example, "build"),
      ];
      expect(main(argv, { out: () => undefined, err: () => undefined })).to.equal(0);
      const page = await open();
      await page.getByRole("tab", { name: "Replay" }).click();
      await page.getByLabel("Load a replay file").setInputFiles(trace);
      await page.getByTestId("replay").filter({ hasText: "every value as recorded" }).waitFor();
      expect(await page.locator("tbody tr").count()).to.equal(3);
      await page.getByRole("button", { name: "kettle", exact: true }).click();
      await page.getByRole("tab", { name: "JSON" }).click();
      await page.locator("pre.json").filter({ hasText: '"pn": "kettle"' }).waitFor();
      await page.context().close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("the copied command gives the page's value where the .zip is unpacked", async () => {
    const page = await open("", { permissions: ["clipboard-read", "clipboard-write"] });
    await value(page, "sencha");
    const downloaded = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download .zip" }).click();
    const bytes = readFileSync(await (await downloaded).path());
    await page.getByRole("button", { name: "Copy as command" }).click();
    await page.locator("#status").filter({ hasText: "Copied" }).waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    const folder = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    try {
      for (const [path, text] of Object.entries(unzipSync(bytes))) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      expect(command).to.match(
        /^npx sandbake explain INGREDIENTS -r green-tea --build build --machine travel-mug/,
      );
      const argv = command.split(" ").slice(2);
      argv[argv.indexOf("build")] = join(folder, "build");
      let out = "";
      expect(main(argv, { out: (text) => (out += String(text)), err: () => undefined })).to.equal(0);
      expect(out).to.contain("water sencha jasmine (one spoon)");
    } finally {
      rmSync(folder, { recursive: true });
    }
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
        for (const tab of ["Value", "Variables", "Syntax", "Tasks", "Host", "Replay"]) {
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
