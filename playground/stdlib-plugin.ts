/**
 * Python's standard library is 4 MB of text of which an evaluation imports a few modules. In Node it is one JavaScript
 * module; on the page each Python module is a file of its own, read when it is first imported. The worker reads it
 * synchronously, which workers may.
 */
import type { Plugin } from "vite";

const carrier = /modules\/stdlib\/source\.generated\.js$/;

interface Carrier {
  readonly stdlibSource: Readonly<Record<string, readonly [source: string, isPackage: boolean]>>;
}

export function standardLibraryInFiles(): Plugin {
  let building = false;
  return {
    name: "sandbake-standard-library",
    enforce: "pre",
    configResolved: (config) => void (building = config.command === "build"),
    async load(id) {
      if (!carrier.test(id) || !building) return undefined;
      const { stdlibSource } = (await import(id)) as Carrier;
      const rows = Object.entries(stdlibSource).map(([name, [source, isPackage]]) => {
        const file = this.emitFile({ type: "asset", name: `${name}.py.txt`, source });
        return `[${JSON.stringify(name)}, import.meta.ROLLUP_FILE_URL_${file}, ${isPackage}]`;
      });
      return `
        const read = (url) => {
          const request = new XMLHttpRequest();
          request.open("GET", url, false);
          request.send();
          if (request.status !== 200) throw new Error("cannot load " + url + ": " + request.status);
          return request.responseText;
        };
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
