/** The object `R` that generated code gets: every function it may call, and the thread's state. */
import type { CodeSystem } from "../system.js";
import type { Runtime } from "../../runtime/runtime.js";
import { access } from "./access.js";
import { arithmetic } from "./arithmetic.js";
import { caches } from "./caches.js";
import { control } from "./control.js";
import { namespaces } from "./names.js";
import { patterns } from "./patterns.js";

/** Names are those that the visitors of src/vm/codegen write with `e.op(...)`. */
export type Support = Record<string, any>;

export function makeSupport(rt: Runtime, code: CodeSystem): Support {
  const reach = access(rt) as Support;
  return {
    ...arithmetic(rt),
    ...reach,
    ...caches(rt, reach["ga"], reach["direct"]),
    ...namespaces(rt),
    ...control(rt, code, reach["mergeKeywords"]),
    ...patterns(rt),
    T: code.thread,
    S: code.thread.stack,
    N: code.thread.places,
    B: rt.budget,
    NONE: rt.none,
    TRUE: rt.true,
    FALSE: rt.false,
    Int: rt.types["int"],
    Float: rt.types["float"],
    List: rt.types["list"],
    Tuple: rt.types["tuple"],
    Str: rt.types["str"],
    MX: Number.MAX_SAFE_INTEGER,
  };
}
