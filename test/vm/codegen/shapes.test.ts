/** Trees of expressions by shape: those that the parser gives. */
import { expect } from "chai";
import fc from "fast-check";
import { literalsOf, Shapes } from "../../../src/vm/codegen/shapes.js";
import { PythonVM } from "../../../src/vm/index.js";
import { parse } from "../../../src/vm/parser/parse.js";

const tree = (text: string) => parse(text, { filename: "x", mode: "eval" });
/** Every `@` is the place of a literal. */
const shapes = [
  "bb.utils.contains(@, @, @, @, d)",
  "d.getVar(@)  or @ if d.getVar(@) else -1",
  "[x for x in @.split() if x != @]",
  "{@: 1, @: [@, (@,)]}[@](k=@, **{@: 2})",
  "(lambda a=@: a + @)(@) % (@, d)",
  "@",
  "f(@)[@:@].x.join(y for y in @ if y in (@))",
];

/** The tree without columns, with these strings. */
function placeless(node: unknown, texts?: ReadonlyMap<number, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => placeless(item, texts));
  if (typeof node !== "object" || node === null) return node;
  const { type, value, col_offset: at } = node as Record<string, unknown>;
  if (type === "Constant" && (value as { kind: string }).kind === "str")
    return texts === undefined ? value : { kind: "str", value: texts.get(at as number) };
  const parts = Object.entries(node).filter(([key]) => !/^(?:end_)?col_offset$/.test(key));
  return Object.fromEntries(parts.map(([key, part]) => [key, placeless(part, texts)]));
}

describe("expressions by shape", () => {
  it("are what the parser gives", () => {
    const literal = fc
      .tuple(fc.constantFrom("'", '"'), fc.stringMatching(/^[ !$-&(-[\]-~]{0,6}$/))
      .map(([quote, text]) => quote + text + quote);
    const text = (shape: string) =>
      fc.array(literal, { minLength: 8, maxLength: 8 }).map((list) => {
        let n = 0;
        return shape.replaceAll("@", () => list[n++]);
      });
    const pair = fc.constantFrom(...shapes).chain((shape) => fc.tuple(text(shape), text(shape)));
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const kept = new Shapes();
        kept.keep(literalsOf(first)!, tree(first));
        const { tree: found, values } = kept.find(literalsOf(second)!)!;
        expect(values).to.have.length(literalsOf(second)!.starts.length);
        expect(placeless(found, values)).to.deep.equal(placeless(tree(second)));
      }),
      { numRuns: 300 },
    );
  });

  it("leave alone what literals alone do not tell", () => {
    const others = [
      "1 + x",
      "r'a'",
      "f'{a}'",
      "'a' 'b'",
      "'''a'''",
      "''''",
      "'a\\n'",
      "'\u00e9'",
      "'a' # b",
      "'a",
      "x\n+'a'",
    ];
    for (const text of others) expect(literalsOf(text), text).to.equal(undefined);
  });

  it("keep values, refusals and places of errors apart", () => {
    const vm = new PythonVM();
    vm.exec("def f(*a, **k): return a, k");
    const repr = (text: string) => vm.runtime.repr(vm.eval(text));
    expect(repr("f('a', k='b')")).to.equal("(('a',), {'k': 'b'})");
    expect(repr("f('longer', k=\"it's\")")).to.equal("(('longer',), {'k': \"it's\"})");
    for (const text of ["f(k='a', k='b')", "f(k='aa', k='bb')"])
      expect(() => vm.eval(text), text).to.throw("keyword argument repeated: k");
    expect(() => vm.eval("f('a', 1 / 0)")).to.throw("division by zero");
    expect(() => vm.eval("f('another', 1 / 0)")).to.throw("division by zero");
    let said = "";
    const warned = new PythonVM({ stderr: (t) => (said += t) });
    warned.exec(
      "class W:\n def warn_explicit(self, m, *a): print(m, file=__import__('sys').stderr)\nimport sys\nsys.modules['warnings'] = W()",
    );
    for (const text of ["1 is 'a'", "1 is 'b'"]) warned.eval(text);
    expect(said.split("\n")).to.have.length(3);
  });
});
