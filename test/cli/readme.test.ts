/** What the README shows is what the program prints, and what it links to exists. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { main } from "../../src/cli/program.js";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

describe("README", () => {
  it("shows the demo's real output", () => {
    let out = "";
    const status = main(["demo"], { out: (data) => (out += String(data)), err: (text) => (out += text) });
    expect(status).to.equal(0);
    // The name of an anonymous function holds the folder of the checkout.
    const plain = (text: string): string => text.replace(/__anon_24_\w+/g, "__anon_24_");
    const shown = /^ {4}MACHINE = travel-mug\n[^]*?^ {4}INGREDIENTS=.*\n/m.exec(readme)?.[0] ?? "";
    const lines = shown.replace(/^ {4}/gm, "");
    expect(lines.split("\n").length).to.be.greaterThan(15);
    expect(plain(out)).to.contain(plain(lines));
  });

  it("links to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? "");
    expect(links.length).to.be.greaterThan(4);
    expect(links.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
  });
});
