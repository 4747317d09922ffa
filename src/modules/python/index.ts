/** Modules of ours that are written in Python, by name: thin layers over natives, or the honest refusal of what a sandbox has not. */
import { array } from "./array.js";
import { asyncio } from "./asyncio.js";
import { filecmp, mmap, netrc } from "./files.js";
import {
  bootstrap,
  bootstrapExternal,
  importlib,
  importlibAbc,
  machinery,
  pkgutil,
  util,
} from "./importlib.js";
import { platform } from "./platform.js";
import { dis, httpClient, multiprocessing, socket, urllibError, urllibRequest } from "./refused.js";
import { subprocess } from "./subprocess.js";

export interface PythonSource {
  readonly source: string;
  readonly isPackage: boolean;
}

const module = (source: string): PythonSource => ({ source, isPackage: false });
const packageOf = (source: string): PythonSource => ({ source, isPackage: true });

export const pythonSources: ReadonlyMap<string, PythonSource> = new Map([
  ["array", module(array)],
  ["asyncio", packageOf(asyncio)],
  ["dis", module(dis)],
  ["filecmp", module(filecmp)],
  ["http", packageOf("")],
  ["http.client", module(httpClient)],
  ["importlib", packageOf(importlib)],
  ["importlib._bootstrap", module(bootstrap)],
  ["importlib._bootstrap_external", module(bootstrapExternal)],
  ["importlib.abc", module(importlibAbc)],
  ["importlib.machinery", module(machinery)],
  ["importlib.util", module(util)],
  ["mmap", module(mmap)],
  ["multiprocessing", packageOf(multiprocessing)],
  ["netrc", module(netrc)],
  ["pkgutil", module(pkgutil)],
  ["platform", module(platform)],
  ["socket", module(socket)],
  ["subprocess", module(subprocess)],
  ["urllib.error", module(urllibError)],
  ["urllib.request", module(urllibRequest)],
]);
