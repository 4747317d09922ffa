#!/usr/bin/env node
/** The executable: the process's arguments and streams to the program. */
import { mainAsync } from "./program.js";

// A reader that has seen enough (`| head`) closes the pipe: the end, and no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const last: (() => void)[] = [];

void mainAsync(process.argv.slice(2), {
  out: (data) => void process.stdout.write(data),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  atEnd: (body) => void last.push(body),
}).then((status) => {
  for (const body of last) body();
  process.exitCode = status;
});
