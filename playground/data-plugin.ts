/**
 * Python's standard library is 4 MB of text of which an evaluation imports a few modules, and Unicode's names are needed
 * seldom. In Node each is one JavaScript module (scripts/generate.mjs); on the page every Python module, and the names, are
 * a file that is read when it is first asked for. The worker reads it synchronously, which workers may.
 */
import type { Plugin } from "vite";

const library = /modules\/stdlib\/source\.generated\.js$/;
const names = /modules\/unicode\/data\.generated\.js$/;

interface Carrier {
  readonly stdlibSource: Readonly<Record<string, readonly [source: string, isPackage: boolean]>>;
}

const reader = `
  const read = (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.send();
    if (request.status !== 200) throw new Error("cannot load " + url + ": " + request.status);
    return request.responseText;
  };
`;

export function dataInFiles(): Plugin {
  let building = false;
  return {
    name: "sandbake-data-in-files",
    enforce: "pre",
    configResolved: (config) => void (building = config.command === "build"),
    async load(id) {
      if (!building) return undefined;
      const asset = (name: string, source: string): string =>
        `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", name, source })}`;
      if (names.test(id)) {
        const { unicodeData } = (await import(id)) as { unicodeData: { text: string } };
        return `${reader}
          const url = ${asset("unicode.txt", unicodeData.text)};
          let text;
          export const unicodeData = { get text() { return (text ??= read(url)); } };`;
      }
      if (!library.test(id)) return undefined;
      const { stdlibSource } = (await import(id)) as Carrier;
      const rows = Object.entries(stdlibSource).map(
        ([name, [source, isPackage]]) =>
          `[${JSON.stringify(name)}, ${asset(`${name}.py.txt`, source)}, ${isPackage}]`,
      );
      return `${reader}
        const table = {};
        for (const [name, url, isPackage] of [${rows.join(",")}]) {
          let text;
          Object.defineProperty(table, name, {
            enumerable: true,
            get: () => [(text ??= read(url)), isPackage],
          });
        }
        export const stdlibSource = table;`;
    },
  };
}
