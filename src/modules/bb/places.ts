/**
 * Where BitBake itself changes variables. An operation that no file of the metadata makes is recorded with the step of
 * BitBake that makes it (its module and function), as `bitbake -e` names it; the line in BitBake's own source, which
 * differs from release to release, is left out.
 */
import type { LogInfo } from "../../datastore/index.js";

const place = (file: string, func: string): LogInfo => ({ file, line: 0, func });
const configuration = place("cookerdata.py", "parseConfigurationFiles");

/** By what happens there. */
export const places = {
  fromEnvironment: place("data.py", "inheritFromOS"),
  environmentExport: place("data.py", "inheritFromOS"),
  originalEnvironment: place("cookerdata.py", "__init__"),
  commandLine: place("cooker.py", "initConfigurationData"),
  hashServer: place("cooker.py", "handlePRServ"),
  currentMulticonfig: configuration,
  topdir: configuration,
  cacheDirectory: configuration,
  layerDirectory: configuration,
  layerSeries: configuration,
  coreSeries: configuration,
  layerDirectoryRegex: configuration,
  layerDirectoryEnd: configuration,
  layerSeriesAgain: configuration,
  coreSeriesAgain: configuration,
  included: configuration,
  recipeLayer: place("cookerdata.py", "_parse_recipe"),
  expandedInPlace: place("data_smart.py", "expandVarref"),
  enterConfiguration: place("ConfHandler.py", "handle"),
  leaveConfiguration: place("ConfHandler.py", "handle"),
  enterRecipe: place("BBHandler.py", "handle"),
  leaveRecipe: place("BBHandler.py", "handle"),
  exportStatement: place("ast.py", "eval"),
  functionPython: place("ast.py", "eval"),
  functionFakeroot: place("ast.py", "eval"),
  functionFlag: place("ast.py", "eval"),
  functionText: place("ast.py", "eval"),
  functionFile: place("ast.py", "eval"),
  functionLine: place("ast.py", "eval"),
  virtualProviders: place("ast.py", "handleVirtRecipeProviders"),
  virtualTaskProviders: place("ast.py", "handleVirtRecipeProviders"),
  classExtend: place("ast.py", "multi_finalize"),
  includedByRecipe: place("ast.py", "finalize"),
  taskDependencies: place("build.py", "add_tasks"),
  markTask: place("build.py", "add_tasks"),
  addTask: place("build.py", "addtask"),
  addTaskAfter: place("build.py", "addtask"),
  addTaskBefore: place("build.py", "addtask"),
  deleteTask: place("build.py", "deltask"),
  expandKeys: place("data.py", "expandKeys"),
} as const satisfies Record<string, LogInfo>;
