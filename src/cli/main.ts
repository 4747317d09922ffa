#!/usr/bin/env node
/** The executable: the process's arguments and streams to the program. */
import "./start.js";
import { mainAsync } from "./program.js";

// A reader that has seen enough (`| head`) closes the pipe: the end, and no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const last: (() => void)[] = [];
const ended = new AbortController();
// `watch` ends in order; all else ends at once, as without a handler.
if (process.argv[2] === "watch")
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => ended.abort());

void mainAsync(process.argv.slice(2), {
  out: (data) => void process.stdout.write(data),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  signal: ended.signal,
  atEnd: (body) => void last.push(body),
}).then((status) => {
  for (const body of last) body();
  process.exitCode = status;
});
