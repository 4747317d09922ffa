/**
 * URLs as the fetcher reads them: `scheme://user:password@host:port/path?query;name=value`. The parameters after ";"
 * are BitBake's; a `file:` URL has no host, so `file://a.patch` is the relative path a.patch. Facts from
 * lib/bb/tests/fetch.py (URITest, URLHandle) and from BitBake 2.19's answers.
 */
import { PythonFault } from "../fault.js";

/** The parameters or the query of a URL, in order; a name without "=" has no value (Python's None). */
export type Parameters = Map<string, string | undefined>;

/** urllib.parse.quote(text): UTF-8, everything but letters, digits, "_.-~" and "/". */
export function quotePath(text: string): string {
  let out = "";
  for (const byte of new TextEncoder().encode(text)) {
    const ch = String.fromCharCode(byte);
    out +=
      byte < 0x80 && /[A-Za-z0-9_.\-~/]/.test(ch)
        ? ch
        : "%" + byte.toString(16).toUpperCase().padStart(2, "0");
  }
  return out;
}

/** urllib.parse.unquote(text): runs of %XX are UTF-8, bad sequences become U+FFFD. */
export function unquotePath(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      Uint8Array.from(run.slice(1).split("%"), (hex) => parseInt(hex, 16)),
    ),
  );
}

/** Splits "a=1;b;c=" into its pairs; empty elements are passed over, a later name replaces an earlier one. */
export function splitParameters(text: string, delimiter: string): Parameters {
  const out: Parameters = new Map();
  for (const element of text.split(delimiter)) {
    if (element === "") continue;
    const equals = element.indexOf("=");
    if (equals < 0) out.set(element, undefined);
    else out.set(element.slice(0, equals), element.slice(equals + 1));
  }
  return out;
}

/** Joins ";" parameters; TypeError as Python's join for a name without value. */
export function joinParameters(parameters: Parameters, delimiter: string): string {
  const out: string[] = [];
  for (const [name, value] of parameters) {
    if (value === undefined)
      throw new PythonFault("TypeError", "sequence item 1: expected str instance, NoneType found");
    out.push(`${name}=${value}`);
  }
  return out.join(delimiter);
}

/** Joins a query, where a name without a value, or with an empty one, stands alone. */
export function joinQuery(query: Parameters): string {
  return [...query]
    .map(([name, value]) => (value === undefined || value === "" ? name : `${name}=${value}`))
    .join("&");
}

/** bb.fetch2.URI: the parts are plain fields that may be written; `toString` puts them together. */
export class Uri {
  scheme = "";
  userinfo = "";
  hostname = "";
  port: number | undefined;
  #path = "";
  query: Parameters = new Map();
  params: Parameters = new Map();
  relative = false;

  constructor(text?: string) {
    if (text === undefined || text === "") return;
    const semicolon = text.indexOf(";");
    const parts = splitUrl(semicolon < 0 ? text : text.slice(0, semicolon));
    this.scheme = parts.scheme;
    let path = parts.path;
    if (this.scheme === "file") path = parts.netloc + path;
    else this.#readNetloc(parts.netloc);
    this.path = unquotePath(path);
    if (parts.query !== "") this.query = splitParameters(parts.query, "&");
    if (semicolon >= 0) this.params = splitParameters(text.slice(semicolon + 1), ";");
  }

  #readNetloc(netloc: string): void {
    const at = netloc.lastIndexOf("@");
    if (at >= 0) {
      this.userinfo = netloc.slice(0, at);
      if (this.userinfo.endsWith(":") && this.userinfo.indexOf(":") === this.userinfo.length - 1) {
        this.userinfo = this.userinfo.slice(0, -1);
      }
    }
    const address = netloc.slice(at + 1);
    const bracket = /^\[([^\]]*)\](?::(.*))?$/.exec(address);
    const colon = address.indexOf(":");
    const host = bracket ? (bracket[1] ?? "") : colon < 0 ? address : address.slice(0, colon);
    const port = bracket ? (bracket[2] ?? "") : colon < 0 ? "" : address.slice(colon + 1);
    this.hostname = host.toLowerCase();
    if (port === "") return;
    if (!/^[0-9]+$/.test(port)) {
      throw new PythonFault("ValueError", `Port could not be cast to integer value as '${port}'`);
    }
    const number = Number(port);
    if (number > 65535) throw new PythonFault("ValueError", "Port out of range 0-65535");
    this.port = number;
  }

  /** Unquoted. Writing it decides whether the URL is relative. */
  get path(): string {
    return this.#path;
  }
  set path(text: string) {
    this.#path = text;
    this.relative = text !== "" && !text.startsWith("/");
  }
  get username(): string {
    const colon = this.userinfo.indexOf(":");
    return colon < 0 ? this.userinfo : this.userinfo.slice(0, colon);
  }
  set username(name: string) {
    const password = this.password;
    this.userinfo = password === "" ? name : `${name}:${password}`;
  }
  get password(): string {
    const colon = this.userinfo.indexOf(":");
    return colon < 0 ? "" : this.userinfo.slice(colon + 1);
  }
  set password(text: string) {
    this.userinfo = `${this.username}:${text}`;
  }
  get hostport(): string {
    return this.port === undefined || this.port === 0 ? this.hostname : `${this.hostname}:${this.port}`;
  }
  get pathQuoted(): string {
    return quotePath(this.path);
  }
  set pathQuoted(text: string) {
    this.path = unquotePath(text);
  }

  toString(): string {
    const user = this.userinfo === "" ? "" : `${this.userinfo}@`;
    const query = this.query.size === 0 ? "" : `?${joinQuery(this.query)}`;
    const params = this.params.size === 0 ? "" : `;${joinParameters(this.params, ";")}`;
    return `${this.scheme}:${this.relative ? "" : "//"}${user}${this.hostport}${this.pathQuoted}${query}${params}`;
  }
}

interface UrlParts {
  scheme: string;
  netloc: string;
  path: string;
  query: string;
}

/** urllib.parse.urlsplit without the fragment: leading control characters and all tabs and newlines go. */
function splitUrl(text: string): UrlParts {
  let rest = text.replace(/^[\0- ]+/, "").replace(/[\t\r\n]/g, "");
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(rest)?.[1] ?? "";
  if (scheme !== "") rest = rest.slice(scheme.length + 1);
  let netloc = "";
  if (rest.startsWith("//")) {
    const end = rest.slice(2).search(/[/?#]/);
    netloc = end < 0 ? rest.slice(2) : rest.slice(2, end + 2);
    rest = end < 0 ? "" : rest.slice(end + 2);
    if (netloc.includes("[") !== netloc.includes("]"))
      throw new PythonFault("ValueError", "Invalid IPv6 URL");
  }
  const hash = rest.indexOf("#");
  if (hash >= 0) rest = rest.slice(0, hash);
  const mark = rest.indexOf("?");
  const query = mark < 0 ? "" : rest.slice(mark + 1);
  return { scheme: scheme.toLowerCase(), netloc, path: mark < 0 ? rest : rest.slice(0, mark), query };
}

/** The tuple of bb.fetch2.decodeurl. */
export interface DecodedUrl {
  readonly type: string;
  readonly host: string;
  readonly path: string;
  readonly user: string;
  readonly password: string;
  readonly params: Parameters;
}

/** bb.fetch2.decodeurl: the parts; the query is lost, an empty path is "/". */
export function decodeUrl(url: string | undefined): DecodedUrl {
  const uri = new Uri(url);
  return {
    type: uri.scheme,
    host: uri.hostport,
    path: uri.path === "" ? "/" : uri.path,
    user: uri.username,
    password: uri.password,
    params: uri.params,
  };
}

/** bb.fetch2.encodeurl of parts with a type; repeated slashes of the path become one. */
export function encodeUrl(parts: DecodedUrl): string {
  const params = parts.params.size === 0 ? "" : `;${joinParameters(parts.params, ";")}`;
  const path = quotePath(parts.path.replace(/\/\/+/g, "/"));
  if (parts.type === "file") return `file://${path}${params}`;
  const relative = path !== "" && !path.startsWith("/");
  const password = parts.password === "" ? "" : `:${parts.password}`;
  const user = parts.user === "" ? "" : `${parts.user}${password}@`;
  return `${parts.type}:${relative ? "" : "//"}${user}${parts.host}${path}${params}`;
}
