/**
 * The first types of a VM, in the order they need each other: object, type, the singletons, descriptors written for Python
 * (property, classmethod, staticmethod, super, method), mappingproxy, GenericAlias and module.
 */
import type { Runtime } from "../runtime.js";
import { installAliases } from "./alias.js";
import { installPythonDescriptors } from "./descriptors.js";
import { installMappingProxy } from "./mappingproxy.js";
import { installModuleType } from "./module.js";
import { installObject } from "./object.js";
import { installSingletons } from "./singletons.js";
import { installSuper } from "./super.js";
import { installTypeType } from "./type.js";

export function installCore(rt: Runtime): void {
  installObject(rt);
  installTypeType(rt);
  installSingletons(rt);
  installPythonDescriptors(rt);
  installSuper(rt);
  installMappingProxy(rt);
  installAliases(rt);
  installModuleType(rt);
}
