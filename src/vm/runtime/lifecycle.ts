/**
 * The order of birth of a VM: load -> patch types -> native types -> modules registered -> seal -> first import.
 * A step out of order is an error that names the step that is missing.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { TypeSpec } from "./native.js";
import type { PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

export type Stage = "loading" | "open" | "sealed" | "running";

/** A native type on its way: defined, then ready (slots and methods built), then registered in its module. */
export interface NativeTypeHandle {
  readonly spec: TypeSpec;
  readonly fullName: string;
  state: "defined" | "ready" | "registered";
  type: PyType | undefined;
}

export class Lifecycle {
  stage: Stage = "loading";
  private readonly handles = new Map<string, NativeTypeHandle>();

  constructor(private readonly rt: Runtime) {}

  /** Builtin types stand; native types and modules may come. */
  patched(): void {
    this.stage = "open";
  }

  /** Step 1 of a native type that a module offers: name it. */
  define(spec: TypeSpec): NativeTypeHandle {
    const fullName = `${spec.module ?? "builtins"}.${spec.name}`;
    this.mustBeOpen(`define native type ${fullName}`);
    if (this.handles.has(fullName)) throw order(`native type ${fullName} is defined twice`);
    const handle: NativeTypeHandle = { spec, fullName, state: "defined", type: undefined };
    this.handles.set(fullName, handle);
    return handle;
  }

  /** Step 2: build its slots, methods and attributes. */
  ready(handle: NativeTypeHandle): PyType {
    if (handle.state !== "defined") throw order(`native type ${handle.fullName} is made ready twice`);
    handle.type = this.rt.defineType(handle.spec) as PyType;
    handle.state = "ready";
    return handle.type;
  }

  /** Step 3: its module will offer it under its name. */
  register(handle: NativeTypeHandle): void {
    this.mustBeOpen(`register native type ${handle.fullName}`);
    if (handle.state === "defined")
      throw order(`native type ${handle.fullName} is registered before it is ready: call ready() first`);
    if (handle.state === "registered") throw order(`native type ${handle.fullName} is registered twice`);
    handle.state = "registered";
    const module = handle.spec.module ?? "builtins";
    this.rt.imports.addAttribute(module, handle.spec.name, handle.type!);
  }

  mayRegister(name: string): void {
    this.mustBeOpen(`register module ${name}`);
  }

  seal(): void {
    if (this.stage === "loading") throw order("seal() before the types are patched");
    if (this.stage !== "open") throw order("seal() is called twice");
    for (const handle of this.handles.values()) {
      if (handle.state === "defined")
        throw order(`seal() with native type ${handle.fullName} defined but not ready: call ready() first`);
      if (handle.state === "ready")
        throw order(
          `seal() with native type ${handle.fullName} ready but not registered: call register() first`,
        );
    }
    this.stage = "sealed";
  }

  /** Called by every import. */
  importing(name: string): void {
    if (this.stage === "running") return;
    if (this.stage !== "sealed")
      throw order(`import of ${name} before the runtime is sealed: call seal() after registering modules`);
    this.stage = "running";
  }

  private mustBeOpen(what: string): void {
    if (this.stage === "loading") throw order(`cannot ${what}: the builtin types are not patched yet`);
    if (this.stage === "sealed") throw order(`cannot ${what}: the runtime is sealed; do it before seal()`);
    if (this.stage === "running")
      throw order(`cannot ${what}: the first import has happened; do it before seal()`);
  }
}

function order(message: string): SandbakeError {
  return new SandbakeError("vm-order", message);
}
