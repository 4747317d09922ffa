/** The metadata of recipes: fields, the schema, `sandbake export`, several versions of a layer in one process. */
import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mainAsync } from "../../src/cli/program.js";
import { recipeMetadata, type RecipeMetadata } from "../../src/layers/metadata.js";
import type { Workspace } from "../../src/layers/workspace.js";
import { openExample } from "./example.js";

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../schemas/recipe-metadata.schema.json"), "utf8"),
) as Schema;

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Record<string, Schema>;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Record<string, Schema>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/** What of a value is not as the schema says; fields that the schema does not name are faults too. */
function faults(value: unknown, given: Schema, at = "$"): string[] {
  const part = given.$ref === undefined ? given : schema.$defs![given.$ref.replace("#/$defs/", "")];
  if (part.const !== undefined)
    return value === part.const ? [] : [`${at}: not ${JSON.stringify(part.const)}`];
  if (part.type === "string")
    return typeof value === "string" && new RegExp(part.pattern ?? "").test(value)
      ? []
      : [`${at}: no string`];
  if (part.type === "array")
    return Array.isArray(value)
      ? value.flatMap((item, i) => faults(item, part.items!, `${at}[${i}]`))
      : [`${at}: no array`];
  if (typeof value !== "object" || value === null) return [`${at}: no object`];
  const entries = Object.entries(value);
  return [
    ...(part.required ?? [])
      .filter((key) => !Object.hasOwn(value, key))
      .map((key) => `${at}.${key}: missing`),
    ...entries.flatMap(([key, item]) => {
      const field = part.properties?.[key] ?? part.additionalProperties;
      return field === undefined
        ? part.properties === undefined
          ? []
          : [`${at}.${key}: unknown`]
        : faults(item, field, `${at}.${key}`);
    }),
  ];
}

function metadataOf(workspace: Workspace, file: string): RecipeMetadata[] {
  const place = { file, layer: workspace.files.layerOf(file).name, appends: workspace.files.appendsOf(file) };
  return workspace.evaluate(file, undefined, (variant) =>
    recipeMetadata(variant, place, workspace.evaluator),
  );
}

const recipe = `
SUMMARY = "A kettle"
HOMEPAGE = "https://kettle.example"
LICENSE = "MIT & Zlib"
PE = "1"
BPN = "kettle"
SRC_URI = "https://kettle.example/kettle-\${PV}.tar.gz;name=main git://git.example/lid;protocol=https;branch=main;name=lid;destsuffix=lid \\
    file://fix-CVE-2026-0001.patch file://more.diff;apply=no file://notes.txt git://git.example/next;branch=main"
SRC_URI[main.sha256sum] = "aa"
SRCREV_lid = "0123456789012345678901234567890123456789"
SRCREV = "AUTOINC"
FILESPATH = "/example/kettle"
DEPENDS = "zlib openssl-native"
PROVIDES += "virtual/kettle"
PACKAGES = "\${PN} \${PN}-doc"
RDEPENDS:\${PN} = "libc (>= 2.0) bash"
RPROVIDES:\${PN} = "boiler (= 1.0)"
SUMMARY:\${PN}-doc = "Its manual"
CVE_PRODUCT = "acme:kettle"
CVE_CHECK_STATUSMAP[not-applicable-platform] = "Ignored"
CVE_STATUS[CVE-2026-0002] = "not-applicable-platform: only on Windows"
CVE_STATUS_GROUPS = "KETTLE_OLD"
KETTLE_OLD = "CVE-2020-1 CVE-2020-2"
KETTLE_OLD[status] = "fixed-version"
`;

describe("recipe metadata", () => {
  it("tells what a recipe is", () => {
    const file = "/example/meta-teapot/recipes/kettle_1.2.bb";
    const workspace = openExample("samovar", {
      [file]: recipe,
      "/example/kettle/notes.txt": "",
      "/example/kettle/fix-CVE-2026-0001.patch": "",
    });
    const [kettle] = metadataOf(workspace, file);
    const { inherits, key, layer, revision, description, section, cve, packages, appends, ...rest } = kettle;
    expect([key, layer, appends]).to.deep.equal([file, workspace.files.layerOf(file).name, []]);
    expect([typeof revision, typeof description, typeof section, Array.isArray(inherits)]).to.deep.equal([
      "string",
      "string",
      "string",
      true,
    ]);
    expect(rest).to.deep.equal({
      format: 1,
      file,
      variant: "",
      multiconfig: "",
      name: "kettle",
      baseName: "kettle",
      epoch: "1",
      version: "1.2",
      summary: "A kettle",
      homepage: "https://kettle.example",
      license: "MIT & Zlib",
      sources: [
        {
          url: "https://kettle.example/kettle-1.2.tar.gz",
          type: "https",
          parameters: { name: "main" },
          checksums: { sha256: "aa" },
        },
        {
          url: "git://git.example/lid",
          type: "git",
          parameters: { protocol: "https", branch: "main", name: "lid", destsuffix: "lid" },
          revision: "0123456789012345678901234567890123456789",
          checksums: {},
        },
        { url: "file://more.diff", type: "file", parameters: { apply: "no" }, checksums: {} },
        {
          url: "file://notes.txt",
          type: "file",
          parameters: {},
          checksums: {},
          path: "/example/kettle/notes.txt",
        },
        {
          url: "git://git.example/next",
          type: "git",
          parameters: { branch: "main" },
          floating: true,
          checksums: {},
        },
      ],
      patches: [
        {
          name: "fix-CVE-2026-0001.patch",
          url: "file://fix-CVE-2026-0001.patch",
          path: "/example/kettle/fix-CVE-2026-0001.patch",
          cves: ["CVE-2026-0001"],
        },
      ],
      provides: ["kettle", "virtual/kettle"],
      buildDepends: ["zlib", "openssl-native"],
    });
    expect(cve.products).to.deep.equal(["acme:kettle"]);
    expect(cve.status).to.deep.equal([
      { id: "CVE-2020-1", detail: "fixed-version", description: "" },
      { id: "CVE-2020-2", detail: "fixed-version", description: "" },
      {
        id: "CVE-2026-0002",
        status: "Ignored",
        detail: "not-applicable-platform",
        description: "only on Windows",
      },
    ]);
    const [own, doc] = packages;
    expect([own.name, own.depends, own.provides]).to.deep.equal([
      "kettle",
      [{ name: "libc", constraints: [">= 2.0"] }, { name: "bash" }],
      ["boiler"],
    ]);
    expect([doc.name, doc.summary, doc.depends]).to.deep.equal(["kettle-doc", "Its manual", []]);
    expect(faults(kettle, schema.$defs!["recipe"])).to.deep.equal([]);
  });

  it("of two versions of a layer in one process, each with its own", () => {
    const file = "/example/meta-teapot/recipes/kettle_1.2.bb";
    const [old, recent] = ["one", "two"].map((summary) =>
      openExample("samovar", {
        [file]: `SUMMARY = "${summary}"\nLICENSE = "MIT"\ndef f(d):\n    return "${summary}"\nDESCRIPTION = "\${@f(d)}"\n`,
      }),
    );
    const [a] = metadataOf(old, file);
    const [b] = metadataOf(recent, file);
    const [again] = metadataOf(old, file);
    expect([a, b, again].map((m) => [m.summary, m.description])).to.deep.equal([
      ["one", "one"],
      ["two", "two"],
      ["one", "one"],
    ]);
  });

  it("is written by `sandbake export`, as the schema says, with any number of threads and from the cache", async () => {
    const build = join(import.meta.dirname, "../../examples/teapot/build");
    const cache = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    const exported = async (...more: string[]): Promise<string> => {
      let out = "";
      const argv = ["export", "--build", build, "--machine", "samovar", "-q", ...more];
      const status = await mainAsync(argv, { out: (data) => (out += String(data)), err: () => undefined });
      expect(status).to.equal(0);
      return out;
    };
    try {
      const all = await exported("--no-cache", "-j", "1");
      const lines = all
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as RecipeMetadata);
      expect(lines.length).to.be.greaterThan(2);
      for (const line of lines) expect(faults(line, schema.$defs!["recipe"]), line.key).to.deep.equal([]);
      expect(await exported("--cache-dir", cache, "-j", "2")).to.equal(all);
      expect(await exported("--cache-dir", cache)).to.equal(all);
      const one = lines.filter(({ name }) => name === "kettle").map((line) => `${JSON.stringify(line)}\n`);
      expect(await exported("--cache-dir", cache, "--recipes", "kettle")).to.equal(one.join(""));
      expect(await exported("--no-cache", "-j", "2", "--recipes", "kettle")).to.equal(one.join(""));
    } finally {
      rmSync(cache, { recursive: true });
    }
  });

  it("a pattern that fits no recipe is an error that suggests one", async () => {
    let err = "";
    const build = join(import.meta.dirname, "../../examples/teapot/build");
    const io = { out: () => undefined, err: (text: string) => void (err += text) };
    expect(await mainAsync(["export", "--build", build, "--recipes", "ketle", "--no-cache"], io)).to.equal(1);
    expect(err).to.match(/no recipe file fits 'ketle'[^]*Did you mean kettle\?/);
  });
});
