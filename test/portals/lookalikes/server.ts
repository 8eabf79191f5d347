import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { answerApi } from "./api.ts";
import type { LookalikePage } from "./page.ts";
import { pages } from "./pages.ts";
import { makePeople } from "./people.ts";
import { renderIndex, renderPage } from "./shell.ts";
import type { PageState } from "./state.ts";
import { readVendorFile } from "./vendor.ts";

export type Lookalikes = {
  /** E.g. http://127.0.0.1:41233, without a slash at the end. */
  url: string;
  addressOf: (slug: string) => string;
  close: () => Promise<void>;
};

/** As strict as real portals are: own scripts only, styles may stand in the page (grids write them). */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join("; ");

const freshState = (page: LookalikePage): PageState => ({
  people: makePeople(page.seed, page.counts, page.grades ?? ["07"]),
  mutations: [],
  acted: [],
});

type Sessions = Map<string, Map<string, PageState>>;

/** Every browser profile has its own copy of the district: tests and people do not meet. */
const openSession = (sessions: Sessions, request: IncomingMessage, response: ServerResponse) => {
  const known = /(?:^|;\s*)session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const states = known ? sessions.get(known) : undefined;
  if (states) return states;
  const id = randomUUID();
  const opened = new Map<string, PageState>();
  sessions.set(id, opened);
  response.setHeader("set-cookie", `session=${id}; Path=/; HttpOnly; SameSite=Lax`);
  return opened;
};

const stateOf = (states: Map<string, PageState>, page: LookalikePage): PageState => {
  const state = states.get(page.slug) ?? freshState(page);
  states.set(page.slug, state);
  return state;
};

const send = (response: ServerResponse, status: number, type: string, body: string | Uint8Array) => {
  response.writeHead(status, { "content-type": type.includes("text/") ? `${type}; charset=utf-8` : type });
  response.end(body);
};

const sendClientFile = async (response: ServerResponse, name: string) => {
  const type = name.endsWith(".css") ? "text/css" : "text/javascript";
  send(response, 200, type, await readFile(join(import.meta.dirname, "client", name)));
};

const answer = async (sessions: Sessions, request: IncomingMessage, response: ServerResponse) => {
  const address = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, first = "", second = "", third = ""] = address.pathname.split("/");
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  if (first === "") return send(response, 200, "text/html", renderIndex(pages));
  if (first === "client" && /^[\w-]+\.(?:js|css)$/.test(second)) return sendClientFile(response, second);
  if (first === "vendor") {
    const file = await readVendorFile(second);
    if (file) {
      response.setHeader("cache-control", "max-age=3600");
      return send(response, 200, file.type, file.body);
    }
  }
  response.setHeader("cache-control", "no-store");
  const slug = first === "api" ? second : first;
  const page = pages.find((one) => one.slug === slug);
  if (!page) return send(response, 404, "text/plain", "There is no such page.");
  const states = openSession(sessions, request, response);
  if (address.searchParams.has("fresh")) {
    states.delete(page.slug);
    response.writeHead(303, { location: address.pathname });
    return response.end();
  }
  const state = stateOf(states, page);
  if (first === "api") return answerApi(request, response, { page, state, operation: third, address });
  const part = page.parts?.[second];
  if (second !== "" && !part) return send(response, 404, "text/plain", "There is no such page.");
  return send(response, 200, "text/html", part ? part() : renderPage(page, state));
};

/** Starts the look-alike portal on 127.0.0.1; port 0 takes a free one. */
export const startLookalikes = async (port = 0): Promise<Lookalikes> => {
  const sessions: Sessions = new Map();
  const server = createServer((request, response) => {
    answer(sessions, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, "text/plain", String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    addressOf: (slug) => `${url}/${slug}/?fresh`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const { url } = await startLookalikes(Number(process.argv[2] ?? 0));
  console.log(`Look-alike pages: ${url}/`);
}
