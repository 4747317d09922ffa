/** What the page starts with, and the cheat sheet: each row is an example that loads. */
import type { Choice } from "./workspace.js";

const bundled: Record<string, string> = import.meta.glob(
  "../../examples/teapot/**/*.{conf,bb,bbappend,bbclass,py}",
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** The example layers of the package, for two machines side by side. */
export function teapot(): Choice {
  const files: Record<string, string> = {};
  for (const [path, text] of Object.entries(bundled)) {
    files[path.replace(/^.*examples\/teapot/, "")] = text;
  }
  const recipe = "/meta-teapot/recipes-tea/green-tea/green-tea_2.1.bb";
  return {
    files,
    open: recipe,
    recipe,
    variant: "",
    variable: "INGREDIENTS",
    configurations: [
      { machine: "travel-mug", distro: "afternoon" },
      { machine: "samovar", distro: "afternoon" },
    ],
    tab: "value",
  };
}

export interface CheatRow {
  readonly syntax: string;
  readonly meaning: string;
  /** The recipe that shows it, and the variable to look at. */
  readonly recipe: string;
  readonly variable: string;
}

export const cheatSheet: readonly { readonly title: string; readonly rows: readonly CheatRow[] }[] = [
  {
    title: "Assignment",
    rows: [
      row('A = "x"', "set; expanded when it is read", 'B = "tea"\nA = "green ${B}"\nB = "coffee"\n'),
      row('A := "${B}"', "set; expanded at once", 'B = "tea"\nA := "green ${B}"\nB = "coffee"\n'),
      row('A ?= "x"', "set if it is not set yet", 'A ?= "first"\nA ?= "second"\n'),
      row(
        'A ??= "x"',
        "weak default: counts if nothing else sets it, the last one wins",
        'A ??= "one"\nA ??= "two"\n',
      ),
      row('A += "x"', "append with a space, at once", 'A = "water"\nA += "tea"\n'),
      row('A =+ "x"', "prepend with a space, at once", 'A = "water"\nA =+ "hot"\n'),
      row('A .= "x"', "append without a space, at once", 'A = "1.0"\nA .= "-rc1"\n'),
      row('A[flag] = "x"', "a flag: a note on the variable", 'A = "1"\nA[doc] = "A number"\n'),
    ],
  },
  {
    title: "Overrides",
    rows: [
      row(
        'A:x = "y"',
        "the value while x is in OVERRIDES",
        'OVERRIDES = "hot"\nA = "ice"\nA:hot = "steam"\n',
      ),
      row(
        'A:append = " x"',
        "append when it is read: after every = and +=",
        'A:append = " last"\nA = "first"\n',
      ),
      row('A:prepend = "x "', "prepend when it is read", 'A:prepend = "first "\nA = "last"\n'),
      row('A:remove = "x"', "remove words when it is read", 'A = "a b c b"\nA:remove = "b"\n'),
      row(
        'A:append:x = " y"',
        "append while x is in OVERRIDES",
        'OVERRIDES = "hot"\nA = "water"\nA:append:hot = " tea"\n',
      ),
      row(
        "A:x:append (trap)",
        "makes a value of A:x, which replaces A",
        'OVERRIDES = "hot"\nA = "water"\nA:hot:append = " tea"\n',
      ),
    ],
  },
  {
    title: "Python",
    rows: [
      row(
        "${@...}",
        "a Python expression in a value",
        "A = \"${@', '.join(str(n * n) for n in range(5))}\"\n",
      ),
      row(
        "def f(d):",
        "a function for expressions",
        "def double(text):\n    return text * 2\n\nA = \"${@double('ab')}\"\n",
      ),
      row(
        "python () {",
        "anonymous: runs when the recipe is read",
        'A = "before"\n\npython () {\n    d.setVar("A", d.getVar("A").upper())\n}\n',
      ),
    ],
  },
  {
    title: "Tasks",
    rows: [
      row(
        "addtask",
        "a task, after and before others",
        'A = "see the tab Tasks"\n\ndo_brew() {\n    echo ${A}\n}\naddtask brew after do_boil before do_serve\n\ndo_boil() {\n    :\n}\naddtask boil\n\npython do_serve() {\n    bb.note("tea")\n}\naddtask serve\n',
      ),
    ],
  },
];

function row(syntax: string, meaning: string, recipe: string): CheatRow {
  return { syntax, meaning, recipe, variable: "A" };
}

/** A workspace of one layer with nothing but the recipe of a row. */
export function exampleOf(cheat: CheatRow): Choice {
  const recipe = "/layer/example_1.0.bb";
  return {
    files: {
      "/build/conf/bblayers.conf":
        'BBPATH = "${TOPDIR}"\nBBFILES ?= ""\nBBLAYERS = "${@os.path.normpath(\'${TOPDIR}/../layer\')}"\n',
      "/layer/conf/layer.conf":
        'BBPATH .= ":${LAYERDIR}"\nBBFILES += "${LAYERDIR}/*.bb"\nBBFILE_COLLECTIONS += "example"\n' +
        'BBFILE_PATTERN_example = "^${LAYERDIR}/"\nLAYERSERIES_CORENAMES = "page"\nLAYERSERIES_COMPAT_example = "page"\n',
      "/layer/conf/bitbake.conf":
        "# The least that a configuration needs.\nPN = \"${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[0]}\"\n" +
        'PV = "${@bb.parse.vars_from_file(d.getVar(\'FILE\', False), d)[1]}"\nPROVIDES = "${PN}"\n',
      "/layer/classes/base.bbclass": "# Inherited by every recipe.\n",
      [recipe]: cheat.recipe,
    },
    open: recipe,
    recipe,
    variant: "",
    variable: cheat.variable,
    configurations: [{ machine: "", distro: "" }],
    tab: cheat.syntax === "addtask" ? "tasks" : "value",
  };
}
