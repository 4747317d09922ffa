/** Which questions the metadata asks of the world outside its layers: seen at the host, the one door to it. */
import type { Host } from "../../src/index.js";
import type { Files, HostQuestion } from "./protocol.js";

/** Asked for every file; not worth a line each. */
const quiet = new Set(["readFile", "stat", "lstat", "list", "realpath", "exists", "readlink"]);
const facts = new Set(["now", "random", "run", "uname"]);

/** The host with an ear at it. Files below the layers and the build directory are its own affair and not told. */
export function watched(
  host: Host,
  questions: { readonly push: (question: HostQuestion) => void },
  files: Files,
): Host {
  const own = new Set(Object.keys(files).map((path) => path.split("/", 2)[1]));
  const inside = (path: string): boolean => own.has(path.split("/", 2)[1]);
  const told = new Set<string>();
  const tell = (what: string, answer: string, refused: boolean): void => {
    if (told.has(what)) return;
    told.add(what);
    questions.push({ what, answer, refused });
  };
  return new Proxy(host, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function") return value;
      const name = String(property);
      return (...args: unknown[]): unknown => {
        const path = typeof args[0] === "string" ? args[0] : "";
        const outside = quiet.has(name) && !inside(path);
        const what = `${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`.slice(0, 200);
        try {
          const answer: unknown = Reflect.apply(value as (...args: unknown[]) => unknown, target, args);
          if (facts.has(name)) tell(what, JSON.stringify(answer) ?? "", false);
          else if (outside) tell(what, shown(answer), false);
          return answer;
        } catch (error) {
          if (facts.has(name) || outside)
            tell(what, error instanceof Error ? error.message : String(error), isRefusal(error));
          throw error;
        }
      };
    },
  });
}

function shown(answer: unknown): string {
  if (answer instanceof Uint8Array) return `${answer.length} bytes`;
  if (typeof answer === "object" && answer !== null) return "found";
  return String(answer);
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && ("permission" in error ? error["permission"] !== undefined : false);
