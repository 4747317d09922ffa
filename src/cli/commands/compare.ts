/** `sandbake compare OURS THEIRS`: how two dumps differ, by variable and by cause. Exit code 1 if they do. */
import { inflateRawSync } from "node:zlib";
import {
  compareDumps,
  defaultVolatile,
  parseVolatile,
  type Comparison,
  type DumpRecord,
  type Json,
} from "../compare.js";
import { exitCodes, readInput, type Io } from "../output.js";

export interface CompareOptions {
  readonly volatile?: string;
  readonly json?: boolean;
  readonly limit?: string;
  /** The exit code alone tells. */
  readonly quiet?: boolean;
}

export function compare(io: Io, ours: string, theirs: string, options: CompareOptions): number {
  const volatile = parseVolatile(
    options.volatile === undefined ? defaultVolatile : readInput(options.volatile).toString("utf8"),
  );
  const result = compareDumps(readDump(ours), readDump(theirs), volatile);
  if (options.json) io.out(`${JSON.stringify(toJson(result), null, 2)}\n`);
  else if (options.quiet !== true) io.out(report(result, Number(options.limit ?? 40)));
  const { onlyOurs, onlyTheirs, failed } = result.records;
  return result.differences.length + onlyOurs.length + onlyTheirs.length + failed.length === 0
    ? exitCodes.ok
    : exitCodes.error;
}

/** The records of a .jsonl or .jsonl.gz file. */
export function* readDump(path: string): Generator<DumpRecord> {
  const raw = readInput(path);
  let rest: Buffer = Buffer.alloc(0);
  for (const part of raw[0] === 0x1f && raw[1] === 0x8b ? gzipMembers(raw) : [raw]) {
    // By line: a dump of many layers is longer than a JS string can be.
    const bytes = rest.length > 0 ? Buffer.concat([rest, part]) : part;
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      if (end > start) yield JSON.parse(bytes.toString("utf8", start, end)) as DumpRecord;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield JSON.parse(rest.toString("utf8")) as DumpRecord;
}

/** The contents of a gzip file, member by member (RFC 1952): a dump has one for each recipe. */
function* gzipMembers(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length;) {
    const flags = raw[at + 3] ?? 0;
    let body = at + 10;
    if (flags & 4) body += 2 + raw.readUInt16LE(body);
    // The file's name and a comment end in a zero byte.
    for (const flag of [8, 16]) if (flags & flag) body = raw.indexOf(0, body) + 1;
    if (flags & 2) body += 2;
    const { buffer, engine } = inflateRawSync(raw.subarray(body), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    yield buffer;
    at = body + engine.bytesWritten + 8; // checksum and length
  }
}

function toJson(result: Comparison): object {
  return {
    schemaVersion: 1,
    records: result.records,
    areas: Object.fromEntries(result.areas),
    differences: result.differences,
  };
}

/** The readable report: figures first, then each differing name with its causes and one example. */
function report(result: Comparison, limit: number): string {
  const out: string[] = [];
  const { compared, onlyOurs, onlyTheirs, failed } = result.records;
  out.push(
    `${compared} records compared; ${onlyOurs.length} only in ours, ${onlyTheirs.length} only in theirs`,
  );
  for (const key of onlyOurs) out.push(`  only in ours: ${key}`);
  for (const key of onlyTheirs) out.push(`  only in theirs: ${key}`);
  for (const text of failed) out.push(`  failed: ${text}`);
  for (const [area, { equal, total }] of result.areas) {
    out.push(
      `${area.padEnd(12)} ${String(equal).padStart(9)} of ${String(total).padStart(9)} equal  ${percent(equal, total)}`,
    );
  }
  const groups = new Map<string, (typeof result.differences)[number][]>();
  for (const difference of result.differences) {
    const key = `${difference.area}\0${difference.name}`;
    const group = groups.get(key);
    if (group) group.push(difference);
    else groups.set(key, [difference]);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  if (sorted.length > 0) out.push("", `${result.differences.length} differences in ${sorted.length} names:`);
  for (const group of sorted.slice(0, limit)) {
    const [first] = group;
    if (!first) continue;
    const causes = new Map<string, number>();
    for (const { cause } of group) causes.set(cause, (causes.get(cause) ?? 0) + 1);
    const summary = [...causes].map(([cause, n]) => `${cause} x${n}`).join(", ");
    out.push(`- ${first.area} ${first.name}: ${summary}`);
    out.push(
      `    in ${first.record}`,
      `    ours:   ${shown(first.ours, first.theirs)}`,
      `    theirs: ${shown(first.theirs, first.ours)}`,
    );
  }
  if (sorted.length > limit)
    out.push(`(+${sorted.length - limit} more names; --limit N shows them, --json all)`);
  return `${out.join("\n")}\n`;
}

function percent(equal: number, total: number): string {
  return total === 0 ? "" : `${((equal / total) * 100).toFixed(3)} %`;
}

/** A value, from shortly before where it departs from the other. */
function shown(value: Json | undefined, other: Json | undefined): string {
  if (value === undefined) return "(absent)";
  const text = JSON.stringify(value);
  const reference = other === undefined ? "" : JSON.stringify(other);
  let at = 0;
  while (at < text.length && text[at] === reference[at]) at++;
  const from = Math.max(0, at - 60);
  return `${from > 0 ? "…" : ""}${text.slice(from, from + 220)}${text.length > from + 220 ? "…" : ""}`;
}
