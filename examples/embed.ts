/** sandbake in a program: a layer held in memory, one recipe read out. Run: npx tsx examples/embed.ts */
import { memoryHost, openWorkspace } from "sandbake";

const host = memoryHost({
  "/build/conf/bblayers.conf": 'BBPATH = "${TOPDIR}"\nBBFILES = "/layer/*.bb"\nBBLAYERS = "/layer"\n',
  "/layer/conf/layer.conf":
    'BBPATH .= ":${LAYERDIR}"\nBBFILE_COLLECTIONS = "demo"\nBBFILE_PATTERN_demo = "^/layer/"\n',
  "/layer/conf/bitbake.conf":
    'PN = "${@bb.parse.vars_from_file(d.getVar(\'FILE\', False), d)[0]}"\nOVERRIDES = "hot"\n',
  "/layer/classes/base.bbclass": "",
  "/layer/cocoa_1.0.bb":
    'CUP = "milk"\nCUP:append:hot = " and ${@\'choco\' + \'late\'}"\nPROVIDES = "${PN}"\n',
});
const workspace = openWorkspace({ host, topdir: "/build", tracking: true });
const { store } = workspace.find("cocoa").variant;

console.log(store.getVar("CUP"));
for (const { op, file, line } of store.history("CUP")) console.log(`  ${op} in ${file}, line ${line}`);
