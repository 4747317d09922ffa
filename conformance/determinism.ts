/**
 * The same input gives the same bytes: recipes of a build directory evaluated again and again, by one, two and four threads,
 * from another folder, in another locale and time zone, by another user, with another umask, at another time of day.
 *
 *     npm run build; npx tsx conformance/determinism.ts BUILD --bitbake DIR [--sample 12] [--times 100]
 *
 * No program runs: git refuses another user's checkout. With --fixed-facts, since a recipe sees who the user is
 * (HOST_USER_UID, HOME), as BitBake lets it. Exit code 1 where something differs.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { storeRecord } from "../src/layers/record.js";
import { openBuild } from "../src/node.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    bitbake: { type: "string" },
    sample: { type: "string", default: "12" },
    times: { type: "string", default: "100" },
  },
});
const build = resolve(positionals[0] ?? ".");
const bitbake = values.bitbake === undefined ? undefined : resolve(values.bitbake);
const main = join(import.meta.dirname, "../dist/cli/main.js");
const sha = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

let failures = 0;
function compare(what: string, expected: string, got: string): void {
  if (expected !== got) failures++;
  console.log(`${expected === got ? "same   " : "DIFFERS"} ${got}  ${what}`);
}

// Again and again, each recipe after all others.
const open = () =>
  openBuild(build, { ...(bitbake === undefined ? {} : { bitbake }), read: ["/usr/include/linux"] });
const workspace = open();
const all = workspace.files.recipes;
const step = Math.max(1, all.length / Number(values.sample));
const files = Array.from(
  { length: Math.floor(all.length / step) },
  (_, i) => all[Math.floor(i * step)] ?? "",
);
const record = (file: string, of = workspace): string =>
  sha(
    JSON.stringify(
      of.evaluate(file, undefined, (variant) => storeRecord(variant.store, of.evaluator, (path) => path)),
    ),
  );
const first = new Map(files.map((file) => [file, record(file)]));
const rounds = Math.ceil(Number(values.times) / files.length);
for (let round = 0; round < rounds; round++)
  for (const file of round % 2 === 0 ? [...files].reverse() : files)
    if (record(file) !== first.get(file)) {
      failures++;
      console.log(`DIFFERS in round ${round + 1}: ${file}`);
    }
const digest = (records: Iterable<string>): string => sha([...records].join());
console.log(`evaluated ${rounds + 1} times: ${files.length} recipes, all variants and values`);
const alone = files.slice(0, 3);
compare(
  "each in a workspace of its own",
  digest(alone.map((file) => first.get(file) ?? "")),
  digest(alone.map((file) => record(file, open()))),
);

// Processes.
interface Conditions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
  /** What stands before the command. */
  readonly before?: readonly string[];
}
function run(
  args: readonly string[],
  { cwd = build, env = {}, node = [], before = [] }: Conditions = {},
): string {
  const [command = "", ...rest] = [
    ...before,
    process.execPath,
    ...node,
    main,
    ...args,
    ...["--build", build, "--no-cache", "--allow-read", "/usr/include/linux"],
    ...(bitbake === undefined ? [] : ["--bitbake", bitbake]),
    "--fixed-facts",
  ];
  const done = spawnSync(command, rest, {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    maxBuffer: 1 << 30,
  });
  if (done.status !== 0) return `exit code ${String(done.status)}: ${done.stderr.toString().slice(0, 300)}`;
  return sha(done.stdout);
}
const recipe = files[0] ?? "";
const env = ["env", recipe, "--json"];
const expected = run(env);
console.log(`${recipe}: every variable, flag and function`);
const later = "const now = Date.now; Date.now = () => now() + 4e11; Math.random = () => 0.5;";
for (const [what, conditions] of [
  ["again", {}],
  ["another folder", { cwd: "/" }],
  ["another locale", { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr" } }],
  ["another time zone", { env: { TZ: "Asia/Kathmandu" } }],
  [
    "another environment",
    { env: { HOME: "/nowhere", USER: "other", LOGNAME: "other", SOURCE_DATE_EPOCH: "1", SECRET_TOKEN: "x" } },
  ],
  [
    "another time of day, and another Math.random",
    { node: [`--import=data:text/javascript,${encodeURIComponent(later)}`] },
  ],
  ["another umask", { before: ["/bin/sh", "-c", 'umask 077; exec "$@"', "sh"] }],
  [
    "another user",
    {
      before: [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        "--inh-caps=+dac_read_search",
        "--ambient-caps=+dac_read_search",
      ],
    },
  ],
] as const satisfies readonly (readonly [string, Conditions])[])
  compare(what, expected, run(env, conditions));

// Fewer would be left to one thread.
const many = Array.from({ length: 24 }, (_, i) => all[Math.floor((i * all.length) / 24)] ?? "");
const exported = (jobs: number): string => run(["export", "--jobs", String(jobs), "--recipes", ...many]);
const one = exported(1);
console.log(`${many.length} recipes exported`);
for (const jobs of [2, 4]) compare(`${jobs} threads`, one, exported(jobs));
if (failures > 0) process.exitCode = 1;
