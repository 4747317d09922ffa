/** The classic traps of BitBake's operators (the manual's "Syntax and Operators"), found in an explained variable. */
import type { ExplainedOperation, ExplainedPart, Explanation, Place, Trap } from "./explain.js";

type Untrapped = Omit<Explanation, "traps">;

/** The traps of one variable; `suggest` names active overrides that a mistyped one may have meant. */
export function findTraps(told: Untrapped, suggest: (override: string) => readonly string[]): Trap[] {
  return [
    ...appendedDefaults(told),
    ...replacingAppends(told),
    ...unknownOverrides(told, suggest),
    ...missingSpaces(told),
  ];
}

const EXTENDING = new Set(["+=", "=+", ".=", "=."]);
const isOwn = (told: Untrapped) => (operation: ExplainedOperation) =>
  operation.variable === told.name && operation.effect !== "flag";

const placeOf = ({ file, line, func }: Partial<Place>): { place?: Place } =>
  file === undefined || line === undefined
    ? {}
    : { place: { file, line, ...(func === undefined ? {} : { func }) } };

/** `+=` and its like see neither a weak default nor a `?=` that comes later. */
function appendedDefaults(told: Untrapped): Trap[] {
  const own = told.operations.filter(isOwn(told));
  const first = own.find(({ operator }) => operator !== "??=" && !operator.startsWith(":"));
  if (first === undefined || !EXTENDING.has(first.operator)) return [];
  const traps: Trap[] = [];
  if (own.some(({ operator }) => operator === "??=")) {
    traps.push({
      code: "append-to-weak-default",
      message: `${first.operator} on ${told.name} sets it, so its weak default (??=) is lost.`,
      hint: `Use ${told.name}:${first.operator.startsWith("=") ? "prepend" : "append"}, which is applied to the weak default too.`,
      ...placeOf(first),
    });
  }
  const late = own.find(({ operator, effect }) => operator === "?=" && effect === "no effect");
  if (late !== undefined && own.indexOf(late) > own.indexOf(first)) {
    traps.push({
      code: "append-before-default",
      message: `${first.operator} on ${told.name} sets it before ?= is read, so the default of ?= has no effect.`,
      hint: `Use ${told.name}:${first.operator.startsWith("=") ? "prepend" : "append"}, or set the default earlier.`,
      ...placeOf(first),
    });
  }
  return traps;
}

/** `A:x:append` appends to the variant A:x, which then replaces A; `A:append:x` is what is mostly meant. */
function replacingAppends(told: Untrapped): Trap[] {
  const [first] = told.parts;
  if (
    first === undefined ||
    first.variable === told.name ||
    (first.role !== "append" && first.role !== "prepend")
  )
    return [];
  const suffix = first.variable.slice(told.name.length + 1);
  return [
    {
      code: "override-append-replaces",
      message: `${first.variable}:${first.role} makes a value of ${first.variable}, which replaces the value of ${told.name}.`,
      hint: `To add to ${told.name} when '${suffix}' is active, write ${told.name}:${first.role}:${suffix}.`,
      ...(first.place ? { place: first.place } : {}),
    },
  ];
}

/** An operation waits for an override that is not active and looks like an active one. */
function unknownOverrides(told: Untrapped, suggest: (override: string) => readonly string[]): Trap[] {
  const traps: Trap[] = [];
  for (const operation of told.operations) {
    if (operation.effect !== "not active") continue;
    const suffix = operation.variable === told.name ? "" : operation.variable.slice(told.name.length + 1);
    for (const override of [suffix, operation.condition ?? ""].join(":").split(":").filter(Boolean)) {
      if (told.overrides.includes(override)) continue;
      const near = suggest(override);
      if (near.length === 0) continue;
      traps.push({
        code: "unknown-override",
        message: `'${override}' is not in OVERRIDES, so this has no effect here.`,
        hint: `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`,
        ...placeOf(operation),
      });
    }
  }
  return traps;
}

/** `:append` and `:prepend` add no space: two words of a list become one. */
function missingSpaces(told: Untrapped): Trap[] {
  const traps: Trap[] = [];
  let value = "";
  for (const part of told.parts) {
    if (part.role === "append" && joins(value, part.text) && isList(value)) traps.push(noSpace(part, " "));
    if (part.role === "prepend" && joins(part.text, value) && isList(value)) traps.push(noSpace(part, ""));
    if (part.role === "append") value += part.text;
    else if (part.role === "prepend") value = part.text + value;
    else if (part.role !== "remove" && part.role !== "filter") value = part.text;
  }
  return traps;
}

const joins = (left: string, right: string): boolean => /[\w.)}-]$/.test(left) && /^[\w$-]/.test(right);
const isList = (value: string): boolean => /\S\s+\S/.test(value);

function noSpace(part: ExplainedPart, before: string): Trap {
  const which = part.role === "append" ? "begin" : "end";
  return {
    code: "no-space",
    message: `:${part.role} adds no space of its own: its text grows together with the word beside it.`,
    hint: `Let the text ${which} with a space${before === "" ? "" : `: " ${part.text.trim()}"`}.`,
    ...(part.place ? { place: part.place } : {}),
  };
}
