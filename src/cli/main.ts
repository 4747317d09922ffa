#!/usr/bin/env node
/** The executable: the process's arguments and streams to the program. */
import { main } from "./program.js";

process.exitCode = main(process.argv.slice(2), {
  out: (data) => void process.stdout.write(data),
  err: (text) => void process.stderr.write(text),
});
