/**
 * Variables that BitBake or a layer gave another name: setting one is told as an error, and marks the evaluation as
 * failed. A layer names them as flags of BB_RENAMED_VARIABLES; the embedder adds its own by an option.
 */
import type { LogInfo } from "./types.js";

/** Flags of this variable are names no longer used, their values the new names, or (with a space) what to say. */
export const RENAMES = "BB_RENAMED_VARIABLES";
/** What BitBake sets when an error was told and the evaluation may go on, but must not succeed. */
export const FAILED = "_FAILPARSINGERRORHANDLED";

/** The message about setting `name`, or undefined if it is not renamed. */
export function renamedMessage(
  renames: ReadonlyMap<string, string>,
  name: string,
  info: LogInfo,
): string | undefined {
  const colon = name.indexOf(":");
  const base = colon < 0 ? name : name.slice(0, colon);
  const renamed = renames.get(base);
  if (renamed === undefined) return undefined;
  const place: string[] = [];
  if (info.file !== undefined) place.push(`file: ${info.file} line: ${info.line ?? 0}`);
  if (colon >= 0) place.push(`referenced as: ${name}`);
  const what = renamed.includes(" ") ? renamed : `has been renamed to ${renamed}`;
  return `Variable ${base} ${what}${place.length > 0 ? ` (${place.join(" ")})` : ""}`;
}
