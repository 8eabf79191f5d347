import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import {
  frameAround,
  type HostileRequest,
  hostileRoster,
  hostileUpload,
  rosterPath,
  uploadPath,
} from "./pages.ts";

/** Content security policies the pages can be sent with. */
const policies: Record<string, string> = {
  strict:
    "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'none'; style-src 'none'; frame-ancestors 'none'",
  "trusted-types": "require-trusted-types-for 'script'; trusted-types 'none'",
  sandbox: "sandbox allow-scripts allow-forms",
};

type Options = {
  tricks?: readonly string[];
  rows?: string;
  classId?: string;
  clobbered?: boolean;
  policy?: string;
};

export type Hostile = {
  url: string;
  /** What its pages have sent home: a page whose own prototypes are broken can still do that. */
  heard: string[];
  rosterAddress: (options?: Options) => string;
  uploadAddress: (options?: Options) => string;
  /** A roster (or, with `upload`, an upload page) in a frame: "same", "sandboxed", "srcdoc", or of `from`, another site. */
  frameAddress: (kind: string, options?: Options & { upload?: boolean; from?: string }) => string;
  close: () => Promise<void>;
};

const queryOf = ({ tricks = [], rows = "three", classId = "CLS-1", clobbered, policy }: Options): string =>
  new URLSearchParams({
    tricks: tricks.join(","),
    rows,
    class: classId,
    ...(clobbered && { clobbered: "yes" }),
    ...(policy !== undefined && { policy }),
  }).toString();

const requestOf = (query: URLSearchParams): HostileRequest => ({
  tricks: (query.get("tricks") ?? "").split(",").filter((name) => /^[a-z-]+$/.test(name)),
  rows: query.get("rows") ?? "three",
  classId: query.get("class") ?? "CLS-1",
  clobbered: query.has("clobbered"),
});

const pageAt = (path: string, query: URLSearchParams): string | undefined => {
  const request = requestOf(query);
  if (path === rosterPath) return hostileRoster(request);
  if (path === uploadPath) return hostileUpload(request);
  if (path !== "/frame") return;
  const upload = query.has("upload");
  const inner = upload ? hostileUpload(request) : hostileRoster(request);
  const address = `${query.get("from") ?? ""}${upload ? uploadPath : rosterPath}?${query}`;
  return frameAround(query.get("kind") ?? "", inner, address);
};

/** A portal that means harm, on this computer: 127.0.0.1, or another of its own addresses. */
export const startHostile = async (host = "127.0.0.1"): Promise<Hostile> => {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://portal");
    const trick =
      pathname === "/worker.js" ? "service-worker" : /^\/tricks\/([a-z-]+)\.js$/.exec(pathname)?.[1];
    if (pathname === "/heard") {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      heard.push(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(204);
      return response.end();
    }
    const body = trick
      ? await readFile(join(import.meta.dirname, "tricks", `${trick}.js`), "utf8").catch(() => undefined)
      : pageAt(pathname, searchParams);
    const policy = policies[searchParams.get("policy") ?? ""];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": `${trick ? "text/javascript" : "text/html"}; charset=utf-8`,
      // Without this the back/forward cache could keep the page.
      "cache-control": "no-cache",
      ...(policy !== undefined && { "content-security-policy": policy }),
    });
    response.end(body ?? "There is no such page.");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const url = `http://${host}:${address.port}`;
  return {
    url,
    heard,
    rosterAddress: (options = {}) => `${url}${rosterPath}?${queryOf(options)}`,
    uploadAddress: (options = {}) => `${url}${uploadPath}?${queryOf(options)}`,
    frameAddress: (kind, { upload, from, ...options } = {}) =>
      `${url}/frame?kind=${kind}${upload ? "&upload=yes" : ""}${from ? `&from=${encodeURIComponent(from)}` : ""}&${queryOf(options)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
