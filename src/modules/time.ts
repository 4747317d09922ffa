/**
 * `time`: the host's clock (UTC is the local zone), struct_time, strftime and strptime in the C locale. sleep() does not
 * wait: it moves the clock that Python sees.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { formatTime, parseTime, yearDay, type TimeFields } from "./strftime.js";
import { structSequence } from "./structseq.js";
import { addFunctions, addInts, floatOf, indexOf, textOf } from "./support.js";

export function installTime(rt: Runtime, context: ModuleContext): void {
  rt.registerModule("time", (_, module) => {
    const { host } = context;
    const fields = [
      "tm_year",
      "tm_mon",
      "tm_mday",
      "tm_hour",
      "tm_min",
      "tm_sec",
      "tm_wday",
      "tm_yday",
      "tm_isdst",
    ];
    const structTime = structSequence(rt, "time", "struct_time", fields, ["tm_zone", "tm_gmtoff"]);
    const now = (): number => host.now() + context.slept;
    const monotonic = (): number => host.monotonic() + context.slept;
    const nanoseconds = (seconds: number): PyObject => rt.int(BigInt(Math.round(seconds * 1e6)) * 1000n);
    const broken = (seconds: number, zone = "UTC"): PyObject => {
      if (!Number.isFinite(seconds)) throw rt.error("ValueError", "Invalid value NaN (not a number)");
      const whole = Math.floor(seconds);
      const date = new Date(whole * 1000);
      if (Number.isNaN(date.getTime()))
        throw rt.error("OverflowError", "timestamp out of range for platform time_t");
      const year = date.getUTCFullYear();
      const items = [
        year,
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
        (date.getUTCDay() + 6) % 7,
        yearDay(year, date.getUTCMonth() + 1, date.getUTCDate()),
        0,
      ];
      return structTime.make([...items.map((n) => rt.int(n)), rt.str(zone), rt.int(0)]);
    };
    const secondsOf = (value: PyObject): number => (value === rt.none ? now() : floatOf(rt, value));
    const fieldsOf = (value: PyObject): TimeFields => {
      if (!rt.isInstance(value, rt.types["tuple"]))
        throw rt.error("TypeError", "Tuple or struct_time argument required");
      const items = (value.v as PyObject[]).map((item) => indexOf(rt, item));
      if (items.length !== 9)
        throw rt.error("TypeError", "function takes exactly 9 arguments (" + items.length + " given)");
      const [year, month, day, hour, minute, second, weekday, yday] = items;
      const bad = (what: string): PyObject => rt.error("ValueError", `${what} out of range`);
      if (month < 0 || month > 12) throw bad("month");
      if (day < 0 || day > 31) throw bad("day of month");
      if (hour < 0 || hour > 23) throw bad("hour");
      if (minute < 0 || minute > 59) throw bad("minute");
      if (second < 0 || second > 61) throw bad("seconds");
      if (yday < 0 || yday > 366) throw bad("day of year");
      if (weekday < -1) throw bad("day of week");
      return {
        year,
        month: month || 1,
        day: day || 1,
        hour,
        minute,
        second,
        weekday: ((weekday % 7) + 7) % 7,
        yearDay: yday || 1,
        zone: value.ob$type === structTime.type ? rt.strOf(value.hiddenItems[0]) : undefined,
      };
    };
    const asctime = (f: TimeFields): string =>
      formatTime("%a %b ", f) + String(f.day).padStart(2) + formatTime(" %H:%M:%S ", f) + String(f.year);
    const timegm = (f: readonly number[]): number => {
      const date = new Date(0);
      date.setUTCFullYear(f[0], f[1] - 1, f[2]);
      date.setUTCHours(f[3], f[4], f[5]);
      return date.getTime() / 1000;
    };
    const info = (implementation: string, adjustable: boolean): PyObject =>
      rt.call(
        rt.getattr(rt.importModule("types"), "SimpleNamespace"),
        [],
        [
          "implementation",
          rt.str(implementation),
          "monotonic",
          rt.bool(!adjustable),
          "adjustable",
          rt.bool(adjustable),
          "resolution",
          rt.float(1e-9),
        ],
      );
    module.setStr("struct_time", structTime.type);
    module.setStr("tzname", rt.tuple([rt.str("UTC"), rt.str("UTC")]));
    addInts(rt, module, {
      timezone: 0,
      altzone: 0,
      daylight: 0,
      CLOCK_REALTIME: 0,
      CLOCK_MONOTONIC: 1,
      CLOCK_PROCESS_CPUTIME_ID: 2,
      CLOCK_THREAD_CPUTIME_ID: 3,
    });
    addFunctions(rt, module, {
      time: ["()", () => rt.float(now())],
      time_ns: ["()", () => nanoseconds(now())],
      monotonic: ["()", () => rt.float(monotonic())],
      monotonic_ns: ["()", () => nanoseconds(monotonic())],
      perf_counter: ["()", () => rt.float(monotonic())],
      perf_counter_ns: ["()", () => nanoseconds(monotonic())],
      process_time: ["()", () => rt.float(monotonic())],
      process_time_ns: ["()", () => nanoseconds(monotonic())],
      thread_time: ["()", () => rt.float(monotonic())],
      clock_gettime: ["(clk_id, /)", (id: PyObject) => rt.float(indexOf(rt, id) === 0 ? now() : monotonic())],
      get_clock_info: [
        "(name, /)",
        (name: PyObject) => info(textOf(rt, name, "get_clock_info() argument 1"), rt.strOf(name) === "time"),
      ],
      sleep: [
        "(secs, /)",
        (seconds: PyObject) => {
          const n = floatOf(rt, seconds);
          if (n < 0) throw rt.error("ValueError", "sleep length must be non-negative");
          context.slept += n;
        },
      ],
      gmtime: ["(seconds=None, /)", (seconds: PyObject) => broken(secondsOf(seconds), "GMT")],
      localtime: ["(seconds=None, /)", (seconds: PyObject) => broken(secondsOf(seconds))],
      mktime: [
        "(t, /)",
        (t: PyObject) => {
          const f = rt.toArray(t).map((item) => indexOf(rt, item));
          return rt.float(timegm(f));
        },
      ],
      asctime: ["(t=..., /)", (t: PyObject | undefined) => asctime(fieldsOf(t ?? broken(now())))],
      ctime: ["(seconds=None, /)", (seconds: PyObject) => asctime(fieldsOf(broken(secondsOf(seconds))))],
      strftime: [
        "(format, t=..., /)",
        (format: PyObject, t: PyObject | undefined) => {
          const text = textOf(rt, format, "strftime() argument 1");
          // A width in a directive pads to any length.
          for (const [, width] of text.matchAll(/%[-_0^#]?(\d+)/g)) rt.budget.allocate(Number(width));
          return formatTime(text, fieldsOf(t ?? broken(now())));
        },
      ],
      strptime: [
        "(string, format='%a %b %d %H:%M:%S %Y', /)",
        (string: PyObject, format: PyObject) => {
          const result = parseTime(
            textOf(rt, string, "strptime() argument 0"),
            textOf(rt, format, "strptime() argument 1"),
          );
          if ("error" in result) throw rt.error("ValueError", result.error);
          const { year, month, day, hour, minute, second, weekday } = result;
          const items = [
            year,
            month,
            day,
            hour,
            minute,
            second,
            weekday,
            result.yearDay,
            result.zone === undefined ? -1 : 0,
          ];
          return structTime.make([
            ...items.map((n) => rt.int(n)),
            result.zone === undefined ? rt.none : rt.str(result.zone),
            result.offset === undefined ? rt.none : rt.int(result.offset),
          ]);
        },
      ],
      tzset: ["()", () => rt.none],
    });
  });
  rt.registerModule("_strptime", (_, module) => {
    addFunctions(rt, module, {
      _strptime_datetime: [
        "(cls, data_string, format)",
        (cls: PyObject, string: PyObject, format: PyObject) => {
          for (const [index, value] of [string, format].entries())
            textOf(rt, value, `strptime() argument ${index}`);
          const r = parseTime(string.v as string, format.v as string);
          if ("error" in r) throw rt.error("ValueError", r.error);
          const args = [r.year, r.month, r.day, r.hour, r.minute, r.second, r.microsecond].map((n) =>
            rt.int(n),
          );
          if (r.offset !== undefined) {
            const datetime = rt.importModule("datetime");
            const delta = rt.call(rt.getattr(datetime, "timedelta"), [rt.int(0), rt.int(r.offset)]);
            args.push(
              rt.call(
                rt.getattr(datetime, "timezone"),
                r.zone === undefined || r.zone === "" ? [delta] : [delta, rt.str(r.zone)],
              ),
            );
          }
          return rt.call(cls, args);
        },
      ],
    });
  });
}
