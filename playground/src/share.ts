/** A link that holds the files, compressed, after the `#`: it never reaches a server. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { Choice } from "./workspace.js";

const prefix = "#1=";

/** The part of the link after the page's address. */
export function toHash(choice: Choice): string {
  const bytes = deflateSync(strToU8(JSON.stringify(choice)), { level: 9 });
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  text = btoa(text);
  return prefix + text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What a link holds, or undefined for a link of another kind or a damaged one. */
export function fromHash(hash: string): Choice | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const text = atob(hash.slice(prefix.length).replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const choice: unknown = JSON.parse(strFromU8(inflateSync(bytes)));
    return isChoice(choice) ? choice : undefined;
  } catch {
    return undefined;
  }
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== "object" || value === null) return false;
  const { files, open, recipe, variant, variable, configurations, tab } = value as Record<string, unknown>;
  return (
    typeof files === "object" &&
    files !== null &&
    Object.values(files).every((text) => typeof text === "string") &&
    [open, recipe, variant, variable, tab].every((text) => typeof text === "string") &&
    Array.isArray(configurations) &&
    configurations.length > 0
  );
}
