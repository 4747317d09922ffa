/** Debian's chromium without a window, and the built page on a server of this machine. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { chromium, type Browser } from "playwright-core";

const dist = join(import.meta.dirname, "..", "dist");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** A file of the built page by the address's path; undefined if there is none. */
export function pageFile(address: string): { readonly content: Buffer; readonly type: string } | undefined {
  const path = decodeURIComponent(address.split("?", 1)[0] ?? "/");
  const file = join(dist, normalize(path === "/" ? "/index.html" : path));
  if (!file.startsWith(dist) || !existsSync(file)) return undefined;
  return { content: readFileSync(file), type: types[extname(file)] ?? "text/plain; charset=utf-8" };
}

/** Serves playground/dist; `npm run page` makes it. */
export async function serve(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const file = pageFile(request.url ?? "/");
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": file.type }).end(file.content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

export async function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `no browser at ${executablePath}: install Debian's chromium, or name another one in the variable CHROMIUM`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
