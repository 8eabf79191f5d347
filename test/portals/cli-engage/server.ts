import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import {
  type Answer,
  type Asked,
  goTo,
  json,
  notFound,
  page,
  readBody,
  readForm,
  type Served,
  serve,
} from "../shared/serve.ts";
import { renderClassRoster } from "./class-roster-page.ts";
import type { NamedBytes } from "./incoming.ts";
import { paths } from "./layout.ts";
import {
  renderCentralManagement,
  renderClassManagement,
  renderDashboard,
  renderTools,
} from "./menu-pages.ts";
import { openPortal, type Portal, processUpload, receiveUpload, runNight } from "./portal.ts";
import { readPostedRows, saveRoster } from "./save-roster.ts";
import { describeState } from "./state-json.ts";
import { renderUniversalRoster, renderUploadLog } from "./universal-roster-page.ts";

const assets: Record<string, string> = {
  "/portal.css": "text/css",
  "/controls.css": "text/css",
  "/grid.css": "text/css",
  "/portal.js": "text/javascript",
  "/favicon.svg": "image/svg+xml",
};

const findClass = ({ state }: Portal, query: URLSearchParams) =>
  state.classes.find(
    ({ engageId, internalId }) =>
      engageId === query.get("class") || internalId === query.get("classInternalId"),
  );

const postRoster = async (
  portal: Portal,
  query: URLSearchParams,
  request: IncomingMessage,
): Promise<Answer> => {
  const section = findClass(portal, query);
  if (!section) return notFound;
  const rows = readPostedRows(await readForm(request));
  const problems = saveRoster(portal, section, rows);
  if (problems.length > 0) return page(renderClassRoster(portal, { section, rows, problems }), 422);
  const school = portal.state.schools.find(({ internalId }) => internalId === section.schoolInternalId);
  const address = new URLSearchParams({
    community: portal.state.community.engageId,
    school: school?.engageId ?? "",
    class: section.engageId,
    saved: "1",
  });
  return goTo(`${paths.roster}?${address}`);
};

const postUpload = async (portal: Portal, request: IncomingMessage): Promise<Answer> => {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(await readBody(request), { headers }).formData();
  const files: NamedBytes[] = [];
  for (const part of form.getAll("file")) {
    if (typeof part !== "string" && part.name !== "") {
      files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
    }
  }
  const refuse = (problem: string) => page(renderUniversalRoster(portal, problem), 422);
  if (form.get("community") !== portal.state.community.name)
    return refuse("Type the community and select it.");
  if (files.length === 0) return refuse("Choose a file.");
  receiveUpload(portal, form.get("mode") === "complete" ? "complete" : "partial", files);
  return goTo(paths.universal);
};

const answerUpload = (portal: Portal, method: string, path: string): Answer => {
  const [, id, action] = /^\/(U\d+)\/(process|log)$/.exec(path.slice(paths.universal.length)) ?? [];
  const upload = portal.state.uploads.find((one) => one.id === id);
  if (!upload) return notFound;
  if (action === "log") return page(renderUploadLog(upload));
  if (method !== "POST") return notFound;
  // The page shows "Processing" and follows it, as the portal's does; a failure of ours ends in the log too.
  if (upload.status === "Uploaded") {
    processUpload(portal, upload).catch((error: unknown) => {
      upload.status = "Finished with errors";
      upload.log.push({ level: "error", file: "", line: 0, message: String(error) });
    });
  }
  return goTo(paths.universal);
};

const answerGet = (portal: Portal, path: string, query: URLSearchParams): Answer => {
  const type = assets[path];
  if (type) return { status: 200, type, body: readFileSync(join(import.meta.dirname, "public", path)) };
  switch (path) {
    case "/":
      return goTo(paths.dashboard);
    case paths.dashboard:
      return page(renderDashboard(portal, query.has("played")));
    case paths.tools:
      return page(renderTools());
    case paths.classes:
      return page(renderClassManagement());
    case paths.central:
      return page(renderCentralManagement());
    case paths.roster:
      return page(
        renderClassRoster(portal, { section: findClass(portal, query), saved: query.has("saved") }),
      );
    case paths.universal:
      return page(renderUniversalRoster(portal));
    case "/classes.json": {
      const school = portal.state.schools.find(({ engageId }) => engageId === query.get("school"));
      const classes = portal.state.classes.filter((one) => one.schoolInternalId === school?.internalId);
      return json(classes.map(({ engageId, name }) => ({ engageId, name })));
    }
    case "/uploads.json":
      return json(portal.state.uploads);
    case "/state.json":
      return json(describeState(portal, query.get("classInternalId")));
    default:
      return notFound;
  }
};

const answer = async (portal: Portal, { method, path, query, request }: Asked): Promise<Answer> => {
  if (path.startsWith(`${paths.universal}/`)) return answerUpload(portal, method, path);
  if (method === "GET") return answerGet(portal, path, query);
  if (method !== "POST") return notFound;
  if (path === paths.roster) return postRoster(portal, query, request);
  if (path === paths.universal) return postUpload(portal, request);
  if (path !== "/nightly") return notFound;
  runNight(portal);
  return request.headers.accept === "application/json"
    ? json(describeState(portal, null))
    : goTo("/dashboard?played=1");
};

export type PortalOptions = {
  /** 0 or absent: any free port. */
  port?: number;
  /** Folder of the nightly package's CSVs; a generated district where absent. */
  feedFolder?: string;
  /** ISO instant at which the portal's clock starts; now where absent. */
  clock?: string;
  /** Where the state is kept between runs; nowhere where absent. */
  stateFile?: string;
};

export type RunningPortal = Served & { portal: Portal };

/** Starts the portal on 127.0.0.1. Rejects when the port is taken or the feed cannot be read. */
export const startPortal = async (options: PortalOptions = {}): Promise<RunningPortal> => {
  const portal = openPortal(options);
  const { url, close } = await serve((asked) => answer(portal, asked), options);
  return { url, close, portal };
};
