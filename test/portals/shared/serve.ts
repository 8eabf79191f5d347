import { createServer, type IncomingMessage } from "node:http";

/** The server behind every look-alike portal: 127.0.0.1 only, nothing cached, nothing from elsewhere. */

export type Answer = { status: number; type: string; body: string | Uint8Array; location?: string };

export const page = (body: string, status = 200): Answer => ({ status, type: "text/html", body });
export const json = (data: unknown, status = 200): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(data),
});
export const goTo = (location: string): Answer => ({ status: 303, type: "text/plain", body: "", location });
export const notFound: Answer = { status: 404, type: "text/plain", body: "There is no such page." };

const maxBodyBytes = 1024 * 2 ** 20;

export const readBody = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams((await readBody(request)).toString("utf8"));

/** A JSON body's texts by key; anything else in it is left out. */
export const readJson = async (request: IncomingMessage): Promise<Record<string, string>> => {
  const given: unknown = JSON.parse((await readBody(request)).toString("utf8"));
  const entries = typeof given === "object" && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
};

/** A request as a portal sees it. */
export type Asked = { method: string; path: string; query: URLSearchParams; request: IncomingMessage };
export type Served = { url: string; close: () => Promise<void> };

/** Starts a server. Rejects when the port is taken. `port` 0 is any free one; `frames` lets the portal frame itself. */
export const serve = async (
  answer: (asked: Asked) => Answer | Promise<Answer>,
  { port = 0, frames = false }: { port?: number; frames?: boolean } = {},
): Promise<Served> => {
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://portal");
    const asked = { method: request.method ?? "GET", path, query, request };
    const result = await Promise.resolve()
      .then(() => answer(asked))
      .catch((error: unknown): Answer => ({ status: 500, type: "text/plain", body: String(error) }));
    response.writeHead(result.status, {
      "content-type": `${result.type}; charset=utf-8`,
      "cache-control": "no-store",
      "content-security-policy": `default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ${frames ? "'self'" : "'none'"}`,
      "x-content-type-options": "nosniff",
      ...(result.location === undefined ? {} : { location: result.location }),
    });
    response.end(result.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
