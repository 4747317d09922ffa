/** Where the command line keeps things for later processes; all of it can be removed at any time. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { DiskContentStore } from "../sandbox/host/node-store.js";
import { PackedContentStore } from "../sandbox/host/packed-store.js";
import { CodeCache } from "../vm/index.js";
import type { Io } from "./output.js";

export interface CacheOptions {
  /** False with --no-cache. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
}

/** Adds the options of `CacheOptions`. */
export function withCacheOptions(command: Command): Command {
  return command
    .option("--no-cache", "take nothing from earlier runs and keep nothing")
    .option(
      "--cache-dir <dir>",
      "where compiled Python and results are kept (default: sandbake in XDG_CACHE_HOME, or in ~/.cache)",
    );
}

/** The folder that the options name; undefined where nothing is kept. */
export function cacheFolder({ cache, cacheDir }: CacheOptions): string | undefined {
  if (cache === false) return undefined;
  if (cacheDir !== undefined) return resolve(cacheDir);
  const { XDG_CACHE_HOME: xdg } = process.env;
  return join(xdg === undefined || xdg === "" ? join(homedir(), ".cache") : xdg, "sandbake");
}

/** Generated code: the standard library's came with the package, what is added lies in a cache folder if there is one. */
export function codeCacheIn(folder: string | undefined): CodeCache {
  const packed = fileURLToPath(new URL("../modules/stdlib/code.packed", import.meta.url));
  const disk = folder === undefined ? undefined : new DiskContentStore(join(folder, "code"));
  return new CodeCache(new PackedContentStore(packed, disk));
}

/** Generated code for a command of the executable; it is written when the command is done. */
export function commandCodeCache(io: Io, options: CacheOptions): CodeCache | undefined {
  if (io.atEnd === undefined) return undefined;
  const folder = cacheFolder(options);
  const cache = codeCacheIn(folder);
  if (folder !== undefined) io.atEnd(() => cache.flush());
  return cache;
}
