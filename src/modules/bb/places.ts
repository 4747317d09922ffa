/**
 * Where BitBake itself changes variables. An operation that no file of the metadata makes is recorded with the place in
 * BitBake's own code that made it, and `bitbake -e` prints that place; tools and people compare these texts, so ours name
 * the same ones. As BitBake 2.19.0 prints them; other versions differ in the line numbers.
 */
import type { LogInfo } from "../../datastore/index.js";

const place = (file: string, line: number, func: string): LogInfo => ({ file, line, func });
const configuration = (line: number): LogInfo => place("cookerdata.py", line, "parseConfigurationFiles");

/** By what happens there. */
export const places = {
  fromEnvironment: place("data.py", 105, "inheritFromOS"),
  environmentExport: place("data.py", 107, "inheritFromOS"),
  originalEnvironment: place("cookerdata.py", 253, "__init__"),
  commandLine: place("cooker.py", 311, "initConfigurationData"),
  currentMulticonfig: configuration(359),
  topdir: configuration(370),
  cacheDirectory: configuration(374),
  layerDirectory: configuration(407),
  layerSeries: configuration(424),
  coreSeries: configuration(428),
  layerDirectoryRegex: configuration(430),
  layerDirectoryEnd: configuration(431),
  layerSeriesAgain: configuration(433),
  coreSeriesAgain: configuration(469),
  included: configuration(506),
  recipeLayer: place("cookerdata.py", 513, "_parse_recipe"),
  expandedInPlace: place("data_smart.py", 1049, "expandVarref"),
  enterConfiguration: place("ConfHandler.py", 153, "handle"),
  leaveConfiguration: place("ConfHandler.py", 156, "handle"),
  enterRecipe: place("BBHandler.py", 153, "handle"),
  leaveRecipe: place("BBHandler.py", 171, "handle"),
  exportStatement: place("ast.py", 67, "eval"),
  functionPython: place("ast.py", 197, "eval"),
  functionFakeroot: place("ast.py", 199, "eval"),
  functionFlag: place("ast.py", 200, "eval"),
  functionText: place("ast.py", 201, "eval"),
  functionFile: place("ast.py", 202, "eval"),
  functionLine: place("ast.py", 203, "eval"),
  virtualProviders: place("ast.py", 505, "handleVirtRecipeProviders"),
  virtualTaskProviders: place("ast.py", 514, "handleVirtRecipeProviders"),
  classExtend: place("ast.py", 625, "multi_finalize"),
  includedByRecipe: place("ast.py", 557, "finalize"),
  taskDependencies: place("build.py", 933, "add_tasks"),
  markTask: place("build.py", 895, "add_tasks"),
  addTask: place("build.py", 943, "addtask"),
  addTaskAfter: place("build.py", 956, "addtask"),
  addTaskBefore: place("build.py", 963, "addtask"),
  deleteTask: place("build.py", 979, "deltask"),
  expandKeys: place("data.py", 97, "expandKeys"),
} as const satisfies Record<string, LogInfo>;
