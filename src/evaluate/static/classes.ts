/** Classes as far as they are followed: a method is looked for in the class and its bases of the same module. */
import { ClassValue, FunctionValue, type InstanceValue } from "./values.js";
import type { StaticWorld } from "./world.js";

/** A method of an instance's class or of its bases in the same module. */
export function methodOf({ of }: InstanceValue, name: string, world: StaticWorld): FunctionValue | undefined {
  for (let at: ClassValue | undefined = of; at !== undefined;) {
    const { node, file, module }: ClassValue = at;
    const found = node.body.find((statement) => statement.type === "FunctionDef" && statement.name === name);
    if (found?.type === "FunctionDef") return new FunctionValue(found, name, file, undefined, module);
    const [base] = node.bases;
    const next: unknown =
      base?.type === "Name" && module !== undefined ? world.moduleAttribute(module, base.id) : undefined;
    at = next instanceof ClassValue ? next : undefined;
  }
  return undefined;
}
