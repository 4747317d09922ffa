/** strftime and strptime of the C locale on plain fields. Texts of errors are CPython's _strptime. */

export interface TimeFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly yearDay: number;
  /** Name of the time zone; "UTC" if absent. */
  readonly zone?: string | undefined;
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const cumulative = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function yearDay(year: number, month: number, day: number): number {
  return cumulative[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Days before 1 January of a year in the proleptic Gregorian calendar, 1 January of year 1 being day 1. */
function daysBefore(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

/** Monday is 0. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (daysBefore(year) + yearDay(year, month, day) + 6) % 7;
}

/** ISO 8601 week and year. */
function isoWeek(f: TimeFields): [year: number, week: number] {
  const week = Math.floor((f.yearDay - 1 - f.weekday + 10) / 7);
  const weeks = (year: number): number => {
    const jan1 = weekdayOf(year, 1, 1);
    return jan1 === 3 || (jan1 === 2 && isLeap(year)) ? 53 : 52;
  };
  if (week < 1) return [f.year - 1, weeks(f.year - 1)];
  if (week > weeks(f.year)) return [f.year + 1, 1];
  return [f.year, week];
}

const pad = (n: number, width = 2, fill = "0"): string =>
  n < 0 ? `-${String(-n).padStart(width - 1, fill)}` : String(n).padStart(width, fill);

/** strftime; directives that glibc does not know are kept as they are. */
export function formatTime(format: string, f: TimeFields): string {
  return format.replace(
    /%([-_0^#]?)(\d*)([EO]?)([a-zA-Z%+])/g,
    (whole, flag: string, width: string, _modifier: string, directive: string) => {
      let text = directiveText(directive, f);
      if (text === undefined) return whole;
      if (flag === "-") text = text.replace(/^[0 ]+(?=\d)/, "");
      else if (flag === "_") text = text.replace(/^0+(?=\d)/, (zeros) => " ".repeat(zeros.length));
      else if (flag === "^") text = text.toUpperCase();
      else if (flag === "#") text = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
      return width === "" ? text : text.padStart(Number(width), /^\d/.test(text) && flag !== "_" ? "0" : " ");
    },
  );
}

function directiveText(directive: string, f: TimeFields): string | undefined {
  const hour12 = f.hour % 12 === 0 ? 12 : f.hour % 12;
  const sub = (format: string): string => formatTime(format, f);
  switch (directive) {
    case "a":
      return days[f.weekday].slice(0, 3);
    case "A":
      return days[f.weekday];
    case "b":
    case "h":
      return months[f.month - 1].slice(0, 3);
    case "B":
      return months[f.month - 1];
    case "c":
      return sub("%a %b %e %H:%M:%S %Y");
    case "C":
      return pad(Math.floor(f.year / 100));
    case "d":
      return pad(f.day);
    case "D":
      return sub("%m/%d/%y");
    case "e":
      return pad(f.day, 2, " ");
    case "F":
      return sub("%Y-%m-%d");
    case "g":
      return pad(isoWeek(f)[0] % 100);
    case "G":
      return String(isoWeek(f)[0]);
    case "H":
      return pad(f.hour);
    case "I":
      return pad(hour12);
    case "j":
      return pad(f.yearDay, 3);
    case "k":
      return pad(f.hour, 2, " ");
    case "l":
      return pad(hour12, 2, " ");
    case "m":
      return pad(f.month);
    case "M":
      return pad(f.minute);
    case "n":
      return "\n";
    case "p":
      return f.hour < 12 ? "AM" : "PM";
    case "P":
      return f.hour < 12 ? "am" : "pm";
    case "r":
      return sub("%I:%M:%S %p");
    case "R":
      return sub("%H:%M");
    case "s":
      return String(
        (daysBefore(f.year) - daysBefore(1970) + f.yearDay - 1) * 86400 +
          f.hour * 3600 +
          f.minute * 60 +
          f.second,
      );
    case "S":
      return pad(f.second);
    case "t":
      return "\t";
    case "T":
    case "X":
      return sub("%H:%M:%S");
    case "u":
      return String(f.weekday + 1);
    case "U":
      return pad(Math.floor((f.yearDay + 6 - ((f.weekday + 1) % 7)) / 7));
    case "V":
      return pad(isoWeek(f)[1]);
    case "w":
      return String((f.weekday + 1) % 7);
    case "W":
      return pad(Math.floor((f.yearDay + 6 - f.weekday) / 7));
    case "x":
      return sub("%m/%d/%y");
    case "y":
      return pad(((f.year % 100) + 100) % 100);
    case "Y":
      return String(f.year);
    case "z":
      return "+0000";
    case "Z":
      return f.zone ?? "UTC";
    case "%":
      return "%";
    default:
      return undefined;
  }
}

export interface ParsedTime extends TimeFields {
  readonly microsecond: number;
  readonly zone: string | undefined;
  /** Seconds east of UTC. */
  readonly offset: number | undefined;
}

const alternatives = (names: readonly string[]): string =>
  [...names].sort((a, b) => b.length - a.length).join("|");
const patterns: Readonly<Record<string, string>> = {
  d: "(?<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])",
  f: "(?<f>[0-9]{1,6})",
  H: "(?<H>2[0-3]|[0-1]\\d|\\d)",
  I: "(?<I>1[0-2]|0[1-9]|[1-9])",
  G: "(?<G>\\d\\d\\d\\d)",
  j: "(?<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])",
  m: "(?<m>1[0-2]|0[1-9]|[1-9])",
  M: "(?<M>[0-5]\\d|\\d)",
  S: "(?<S>6[0-1]|[0-5]\\d|\\d)",
  U: "(?<U>5[0-3]|[0-4]\\d|\\d)",
  w: "(?<w>[0-6])",
  u: "(?<u>[1-7])",
  V: "(?<V>5[0-3]|0[1-9]|[1-4]\\d|\\d)",
  y: "(?<y>\\d\\d)",
  Y: "(?<Y>\\d\\d\\d\\d)",
  z: "(?<z>[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z)",
  A: `(?<A>${alternatives(days)})`,
  a: `(?<a>${days.map((d) => d.slice(0, 3)).join("|")})`,
  B: `(?<B>${alternatives(months)})`,
  b: `(?<b>${months.map((m) => m.slice(0, 3)).join("|")})`,
  p: "(?<p>am|pm)",
  Z: "(?<Z>utc|gmt)",
  W: "(?<W>5[0-3]|[0-4]\\d|\\d)",
  "%": "%",
  c: "",
  x: "",
  X: "",
};
const composed: Readonly<Record<string, string>> = {
  c: "%a %b %d %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/** strptime; the error is CPython's ValueError text. */
export function parseTime(text: string, format: string): ParsedTime | { error: string } {
  const expanded = format.replace(/%[cxX]/g, (directive) => composed[directive[1]]);
  let pattern = "";
  for (let i = 0; i < expanded.length; i++) {
    const c = expanded[i];
    if (c === "%") {
      const directive = expanded[++i];
      if (directive === undefined) return { error: `stray % in format '${format}'` };
      if (!Object.hasOwn(patterns, directive))
        return { error: `'${directive}' is a bad directive in format '${format}'` };
      pattern += patterns[directive];
    } else if (/\s/.test(c)) {
      while (/\s/.test(expanded[i + 1] ?? "")) i++;
      pattern += "\\s+";
    } else pattern += c.replace(/[\\.^$*+?(){}[\]|]/g, "\\$&");
  }
  let match: RegExpExecArray | null;
  try {
    // Every part is one of the table above or an escaped character; no nested repeats.
    match = new RegExp(`^(?:${pattern})`, "i").exec(text);
  } catch {
    return { error: `redefinition of group name in format '${format}'` };
  }
  if (match === null) return { error: `time data '${text}' does not match format '${format}'` };
  if (match[0].length !== text.length)
    return { error: `unconverted data remains: ${text.slice(match[0].length)}` };
  const g = match.groups ?? {};
  const number = (name: string): number | undefined => (g[name] === undefined ? undefined : Number(g[name]));
  let year = number("Y");
  if (g["y"] !== undefined) year = Number(g["y"]) + (Number(g["y"]) <= 68 ? 2000 : 1900);
  let month = number("m");
  if (g["B"] !== undefined) month = months.findIndex((m) => m.toLowerCase() === g["B"].toLowerCase()) + 1;
  if (g["b"] !== undefined)
    month = months.findIndex((m) => m.slice(0, 3).toLowerCase() === g["b"].toLowerCase()) + 1;
  let hour = number("H") ?? 0;
  if (g["I"] !== undefined) {
    hour = Number(g["I"]) % 12;
    if (g["p"]?.toLowerCase() === "pm") hour += 12;
  }
  let weekday: number | undefined;
  if (g["A"] !== undefined) weekday = days.findIndex((d) => d.toLowerCase() === g["A"].toLowerCase());
  if (g["a"] !== undefined)
    weekday = days.findIndex((d) => d.slice(0, 3).toLowerCase() === g["a"].toLowerCase());
  if (g["w"] !== undefined) weekday = (Number(g["w"]) + 6) % 7;
  if (g["u"] !== undefined) weekday = Number(g["u"]) - 1;
  let day = number("d");
  let julian = number("j");
  const isoYear = number("G");
  const isoWeekNumber = number("V");
  if (isoYear !== undefined && isoWeekNumber === undefined) {
    return {
      error:
        "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').",
    };
  }
  if (isoWeekNumber !== undefined && (isoYear === undefined || weekday === undefined)) {
    return {
      error:
        "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').",
    };
  }
  const week = number("U") ?? number("W");
  const base = year ?? isoYear ?? 1900;
  if (julian === undefined && weekday !== undefined) {
    if (week !== undefined && year !== undefined) {
      const sunday = g["U"] !== undefined;
      const first = weekdayOf(year, 1, 1);
      const firstShifted = sunday ? (first + 1) % 7 : first;
      const wanted = sunday ? (weekday + 1) % 7 : weekday;
      const week0 = (7 - firstShifted) % 7;
      julian = week === 0 ? 1 + wanted - firstShifted : 1 + week0 + 7 * (week - 1) + wanted;
    } else if (isoYear !== undefined && isoWeekNumber !== undefined) {
      const correction = weekdayOf(isoYear, 1, 4) + 1 + 3;
      julian = isoWeekNumber * 7 + weekday + 1 - correction;
    }
  }
  let finalYear = base;
  if (julian !== undefined && (day === undefined || month === undefined)) {
    let ordinal = daysBefore(finalYear) + julian;
    while (ordinal > daysBefore(finalYear + 1)) finalYear++;
    while (ordinal <= daysBefore(finalYear)) finalYear--;
    ordinal -= daysBefore(finalYear);
    month = 12;
    while (month > 1 && yearDay(finalYear, month, 1) > ordinal) month--;
    day = ordinal - yearDay(finalYear, month, 1) + 1;
  }
  month ??= 1;
  day ??= 1;
  const lengths = [
    31,
    isLeap(finalYear) || (year === undefined && month === 2 && day === 29) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (day > lengths[month - 1]) return { error: "day is out of range for month" };
  let offset: number | undefined;
  let zone: string | undefined;
  if (g["z"] !== undefined) {
    if (g["z"].toUpperCase() === "Z") offset = 0;
    else {
      const digits = g["z"].slice(1).replaceAll(":", "").split(".")[0];
      offset =
        Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60 + Number(digits.slice(4, 6) || 0);
      if (g["z"].startsWith("-")) offset = -offset;
    }
  }
  if (g["Z"] !== undefined) {
    zone = g["Z"].toUpperCase();
    offset ??= 0;
  }
  return {
    year: finalYear,
    month,
    day,
    hour,
    minute: number("M") ?? 0,
    second: number("S") ?? 0,
    weekday: weekday ?? weekdayOf(finalYear, month, day),
    yearDay: yearDay(finalYear, month, day),
    microsecond: g["f"] === undefined ? 0 : Number(g["f"].padEnd(6, "0")),
    zone,
    offset,
  };
}
