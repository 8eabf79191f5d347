import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Extension pages run without eval; zod then interprets instead of compiling, here as there. */
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'none'";

const page = `<!doctype html><meta charset="utf-8"><title>Rosterguard benchmark</title>
<input type="file" multiple><script type="module" src="/page.js"></script>`;

export type BenchServer = { origin: string; close: () => void };

/** Serves the page and its scripts on a free port of the loopback interface. */
export const serveBench = async (scripts: ReadonlyMap<string, string>): Promise<BenchServer> => {
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? "");
    if (script === undefined && request.url !== "/") {
      response.writeHead(404).end();
      return;
    }
    const type = script === undefined ? "text/html" : "text/javascript";
    response.writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
      "cache-control": "no-store",
    });
    response.end(script ?? page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.closeAllConnections() ?? server.close() };
};
