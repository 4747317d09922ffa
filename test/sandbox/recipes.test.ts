/** Attacks by recipes: each ends as it says, and a recipe evaluated afterwards by the same workspace is as it was before. */
import { expect } from "chai";
import { LimitError, SandbakeError } from "../../src/diagnostics/errors.js";
import { openWorkspace, type Workspace } from "../../src/index.js";
import { memoryHost } from "../../src/sandbox/index.js";
import { readAttacks, realm, type Attack } from "./attacks.js";

const layer = "/work/meta";
const base: Record<string, string> = {
  "/work/build/conf/bblayers.conf": `BBLAYERS = "${layer}"\nBBPATH = "\${TOPDIR}"\n`,
  [`${layer}/conf/layer.conf`]: 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/r/*.bb"\n',
  [`${layer}/conf/bitbake.conf`]:
    'FILE_DIRNAME = "${@os.path.dirname(d.getVar("FILE"))}"\nPN = "${@bb.parse.vars_from_file(d.getVar("FILE"), d)[0]}"\nOVERRIDES = "o"\nCACHE = "${TOPDIR}/cache"\n',
  [`${layer}/classes/base.bbclass`]: "addtask constructor\ndo_constructor () {\n    :\n}\n",
  [`${layer}/r/canary_1.bb`]:
    "V = \"${@os.path.join('a', 'b')} ${@bb.utils.contains('W', 'x', 'y', 'n', d)}\"\nW = \"x\"\n",
};
const limits = { steps: 3_000_000, valueBytes: 8 << 20 };

function open(attack: Attack): Workspace {
  const files = new Map([...Object.entries(base), [`${layer}/r/attack_1.bb`, attack.text] as const]);
  for (const [path, text] of attack.files)
    files.set(path.includes("/") ? `${layer}/${path}` : `${layer}/r/${path}`, text);
  return openWorkspace({ host: memoryHost(files, { cwd: "/work/build" }), topdir: "/work/build", limits });
}

function outcome(workspace: Workspace): string {
  try {
    const { store } = workspace.evaluate(`${layer}/r/attack_1.bb`)[0] ?? {};
    return `value ${JSON.stringify(store?.getVar("V"))}`;
  } catch (error) {
    if (error instanceof LimitError) {
      expect(error.message, "a limit names the recipe").to.contain("attack_1.bb");
      return `limit ${error.limit}`;
    }
    if (error instanceof SandbakeError) return `error ${error.code}: ${error.message}`;
    throw error;
  }
}

describe("attacks: recipes.txt", () => {
  for (const attack of readAttacks("recipes.txt")) {
    it(attack.name, () => {
      const before = realm();
      const workspace = open(attack);
      const canary = (): unknown => workspace.evaluate(`${layer}/r/canary_1.bb`)[0]?.store.getVar("V");
      expect(canary()).to.equal("a/b y");
      const said = outcome(workspace);
      const { expected } = attack;
      if (expected.kind === "value") expect(said).to.equal(`value ${JSON.stringify(expected.value)}`);
      else if (expected.kind === "limit") expect(said).to.equal(`limit ${expected.limit}`);
      else if (expected.kind === "error") {
        expect(said).to.match(new RegExp(`^error ${expected.code}: `));
        expect(said).to.match(expected.message);
      } else throw new Error(`${attack.name}: not for recipes`);
      expect(realm()).to.equal(before);
      expect(canary(), "the next recipe").to.equal("a/b y");
    });
  }
});
