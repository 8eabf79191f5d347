import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Served } from "./bundle.ts";

/** Extension pages run without eval, but for WebAssembly; zod then interprets instead of compiling, here as there. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'none'";
/** An engine that is fetched needs more than the extension's pages are allowed. */
const enginePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

const pageWith = (
  script: string,
): string => `<!doctype html><meta charset="utf-8"><title>Rosterguard benchmark</title>
<input type="file" multiple><script type="module" src="${script}"></script>`;

const pages: Record<string, string> = {
  "/": pageWith("/page.js"),
  "/duckdb-wasm": pageWith("/duckdb-wasm.js"),
};

const typeOf = (path: string): string => {
  if (path in pages) return "text/html; charset=utf-8";
  return path.endsWith(".wasm") ? "application/wasm" : "text/javascript; charset=utf-8";
};

export type BenchServer = { origin: string; close: () => void };

/** Serves the pages and their scripts on a free port of the loopback interface. */
export const serveBench = async (served: Served): Promise<BenchServer> => {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const body = pages[path] ?? served.get(path);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isEngine = path.startsWith("/duckdb-wasm") || path.startsWith("/engine.");
    response.writeHead(200, {
      "content-type": typeOf(path),
      "content-security-policy": isEngine ? enginePolicy : policy,
      "cache-control": "no-store",
    });
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.closeAllConnections() ?? server.close() };
};
