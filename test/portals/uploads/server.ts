import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { uploadPages } from "./pages.ts";

/** A file as the portal received it. */
export type Received = {
  /** The page it came from, e.g. "dropzone". */
  kind: string;
  name: string;
  bytes: number;
  sha256: string;
  /** Whether the page's handler was called by the browser itself; absent for what a form posted. */
  trusted?: boolean;
  /** Milliseconds since 1970. */
  at: number;
};

/** Where the profile marks #upload-file as an upload, and where nothing is marked. */
export const markedPath = "/administrative-tools/universal-roster";
export const unmarkedPath = "/files";

export type UploadPortal = {
  url: string;
  received: Received[];
  /** The address of a look-alike page; where its upload is marked by the profile unless asked for otherwise. */
  addressOf: (kind: string, options?: { marked?: boolean; step?: number }) => string;
  close: () => Promise<void>;
};

const readBody = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const receive = async (request: IncomingMessage, kind: string): Promise<Received[]> => {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(await readBody(request), { headers }).formData();
  const trusted = form.get("trusted");
  const files: Received[] = [];
  for (const part of form.values()) {
    if (typeof part === "string" || (part.name === "" && part.size === 0)) continue;
    const bytes = new Uint8Array(await part.arrayBuffer());
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({
      kind,
      name: part.name,
      bytes: bytes.length,
      sha256,
      ...(typeof trusted === "string" && { trusted: trusted === "true" }),
      at: Date.now(),
    });
  }
  return files;
};

/** A portal whose pages take uploads in every way known, on 127.0.0.1; it keeps what it received, not the bytes. */
export const startUploadPortal = async (): Promise<UploadPortal> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://portal");
    const kind = url.searchParams.get("kind") ?? "";
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    try {
      if (request.method === "POST" && url.pathname === "/receive") {
        received.push(...(await receive(request, kind)));
        const next = url.searchParams.get("next");
        response.writeHead(303, { location: next ?? "/done" });
        return response.end();
      }
      const make = uploadPages[kind];
      if (url.pathname === "/done") {
        response.writeHead(200, headers);
        return response.end("<!doctype html><title>Done</title><h1>Received</h1>");
      }
      if (!make || (url.pathname !== markedPath && url.pathname !== unmarkedPath)) {
        response.writeHead(404, headers);
        return response.end("There is no such page.");
      }
      response.writeHead(200, headers);
      response.end(make({ path: url.pathname, kind, step: Number(url.searchParams.get("step") ?? 1) }));
    } catch (error) {
      response.writeHead(500, headers);
      response.end(String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    received,
    addressOf: (kind, { marked = true, step } = {}) =>
      `${url}${marked ? markedPath : unmarkedPath}?kind=${kind}${step === undefined ? "" : `&step=${step}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
