/** Finding a recipe by what a person types, and BitBake's choice among versions. */
import { expect } from "chai";
import { SandbakeError } from "../../src/diagnostics/errors.js";
import { collectRecipeFiles, readCollections } from "../../src/layers/collections.js";
import { globFiles } from "../../src/layers/glob.js";
import { memoryHost } from "../../src/sandbox/index.js";
import { openExample } from "./example.js";

const kettle = "/example/meta-teapot/recipes-tea/kettle/kettle_1.0.bb";

function found(
  name: string,
  more: Record<string, string> = {},
): { file: string; pn: unknown; variant: string } {
  const { file, variant } = openExample("samovar", more).find(name);
  return { file, pn: variant.store.getVar("PN"), variant: variant.name };
}

function refusal(name: string): SandbakeError {
  try {
    openExample("samovar").find(name);
  } catch (error) {
    if (error instanceof SandbakeError) return error;
    throw error;
  }
  throw new Error("found");
}

const version = (text: string, more = ""): Record<string, string> => ({
  [`/example/meta-teapot/recipes-tea/kettle/kettle_${text}.bb`]: `LICENSE = "MIT"\n${more}`,
});

describe("layers: finding a recipe", () => {
  it("by PN, file, end of a path", () => {
    const expected = { file: kettle, pn: "kettle", variant: "" };
    expect(found("kettle")).to.deep.equal(expected);
    expect(found(kettle)).to.deep.equal(expected);
    expect(found("kettle/kettle_1.0.bb")).to.deep.equal(expected);
  });

  it("by a provided name, and by PREFERRED_PROVIDER", () => {
    expect(found("virtual/hot-water").pn).to.equal("kettle");
    const distro = "/example/meta-teapot/conf/distro/afternoon.conf";
    expect(
      found("virtual/hot-water", { [distro]: 'PREFERRED_PROVIDER_virtual/hot-water = "tea-tray"\n' }).pn,
    ).to.equal("tea-tray");
  });

  it("a variant by its PN and by virtual:CLASS:FILE", () => {
    const more = {
      "/example/meta-teapot/classes/native.bbclass": 'CLASSOVERRIDE = "class-native"\n',
      "/example/meta-teapot/recipes-tea/kettle/cup_1.0.bb": 'BBCLASSEXTEND = "native"\n',
    };
    const file = "/example/meta-teapot/recipes-tea/kettle/cup_1.0.bb";
    const expected = { file, pn: "cup-native", variant: "native" };
    expect(found(`virtual:native:${file}`, more)).to.deep.equal(expected);
    expect(found("cup-native", more)).to.deep.equal(expected);
    expect(found("cup", more)).to.deep.equal({ file, pn: "cup", variant: "" });
  });

  it("the highest version, by version and not by text", () => {
    expect(found("kettle", { ...version("1.9"), ...version("1.10") }).file).to.match(/kettle_1\.10\.bb$/);
  });

  it("PREFERRED_VERSION, with a % too; DEFAULT_PREFERENCE", () => {
    const distro = "/example/meta-teapot/conf/distro/afternoon.conf";
    const versions = { ...version("1.9"), ...version("2.0") };
    expect(found("kettle", { ...versions, [distro]: 'PREFERRED_VERSION_kettle = "1.9"\n' }).file).to.match(
      /_1\.9\.bb$/,
    );
    expect(found("kettle", { ...versions, [distro]: 'PREFERRED_VERSION_kettle = "1.0%"\n' }).file).to.match(
      /_1\.0\.bb$/,
    );
    const unstable = version("3.0", 'DEFAULT_PREFERENCE = "-1"\n');
    expect(found("kettle", { ...versions, ...unstable }).file).to.match(/_2\.0\.bb$/);
  });

  it("the layer of higher priority before the higher version", () => {
    const file = "/example/meta-infusions/recipes-tea/kettle/kettle_0.5.bb";
    expect(found("kettle", { [file]: 'LICENSE = "MIT"\n' }).file).to.equal(file);
  });

  it("suggests the likely name", () => {
    expect(refusal("kettel").detail.hint).to.equal("Did you mean kettle?");
    expect(refusal("virtual/none").code).to.equal("no-recipe");
  });
});

describe("layers: files of a configuration", () => {
  const regex = (pattern: string) => (text: string) => new RegExp(pattern).test(text);

  it("appends by version and by %, by priority; BBMASK; layers inside layers", () => {
    const { configuration, evaluator } = openExample("samovar", {
      "/example/meta-infusions/recipes-tea/kettle/kettle_1.0.bbappend": "",
      "/example/meta-infusions/recipes-tea/kettle/kettle_2.%.bbappend": "",
      "/example/meta-infusions/recipes-tea/kettle/kettle_%.bbappend": "",
      "/example/meta-teapot/recipes-tea/kettle/kettle_1.%.bbappend": "",
    });
    const store = configuration.createCopy();
    const files = collectRecipeFiles(store, evaluator.host, regex, regex);
    expect(files.appendsOf(kettle)).to.deep.equal([
      "/example/meta-teapot/recipes-tea/kettle/kettle_1.%.bbappend",
      "/example/meta-infusions/recipes-tea/kettle/kettle_%.bbappend",
      "/example/meta-infusions/recipes-tea/kettle/kettle_1.0.bbappend",
    ]);
    expect(files.layerOf(kettle)).to.deep.equal({ name: "teapot", priority: 5 });
    store.setVar("BBMASK", "recipes-tea/kettle/");
    const masked = collectRecipeFiles(store, evaluator.host, regex, regex);
    expect(masked.masked).to.equal(5);
    expect(masked.recipes.some((file) => file.includes("kettle"))).to.equal(false);
    store.setVar("BBFILE_COLLECTIONS", " teapot inner");
    store.setVar("BBFILE_PATTERN_inner", "^/example/meta-teapot/recipes-tea/");
    store.setVar("LAYERDEPENDS_inner", "teapot");
    expect(readCollections(store).map(({ name, priority }) => [name, priority])).to.deep.equal([
      ["teapot", 5],
      ["inner", 6],
    ]);
    expect(collectRecipeFiles(store, evaluator.host, regex, regex).layerOf(kettle).name).to.equal("inner");
  });

  it("globs as Python does: no leading dot, ranges, missing folders", () => {
    const host = memoryHost({
      "/l/a/x1.bb": "",
      "/l/a/x2.bb": "",
      "/l/a/.h.bb": "",
      "/l/b/y.bb": "",
      "/l/c.bb": "",
    });
    expect(globFiles("/l/*/*.bb", host)).to.deep.equal(["/l/a/x1.bb", "/l/a/x2.bb", "/l/b/y.bb"]);
    expect(globFiles("/l/a/x[!1].bb", host)).to.deep.equal(["/l/a/x2.bb"]);
    expect(globFiles("/l/?/y.bb", host)).to.deep.equal(["/l/b/y.bb"]);
    expect(globFiles("/none/*.bb", host)).to.deep.equal([]);
  });
});
