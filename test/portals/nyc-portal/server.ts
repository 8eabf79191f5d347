import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, createClock } from "../shared/clock.ts";
import { feed } from "../shared/fed-rows.ts";
import { renderDocument } from "../shared/markup.ts";
import { type Answer, type Asked, json, notFound, page, readJson, serve } from "../shared/serve.ts";
import { renderCaseload } from "./caseload-page.ts";
import { assignments, caseloadOf, makeSource, type NycPortal, type Portal, schedule } from "./state.ts";

/** A look-alike of the New York City schools' Portal: caseloads from the RACL, and by hand. See PAGES.md. */

const editable = ["officialClass", "advisor", "note", ...assignments] as const;

const assign = async (portal: Portal, { request }: Asked): Promise<Answer> => {
  const { ids = "", field = "", value = "" } = await readJson(request);
  const key = editable.find((one) => one === field);
  if (!key || portal.level === "Caseload Viewer") return json({ problem: "You may not change this." }, 403);
  const wanted = ids.split(",");
  for (const student of caseloadOf(portal)) if (wanted.includes(student.id)) student[key] = value;
  return json({ assigned: wanted.length });
};

const files: Record<string, readonly [string, string]> = {
  "/caseload.js": ["text/javascript", "caseload.js"],
  "/plain.css": ["text/css", "../shared/plain.css"],
};

const answer = async (portal: Portal, clock: Clock, asked: Asked): Promise<Answer> => {
  const { method, path } = asked;
  if (method === "POST" && path === "/assign") return assign(portal, asked);
  if (method === "POST" && path === "/sync") {
    const at = schedule.nextAfter(clock.now());
    clock.jump(at);
    portal.raclRead = at;
    return json(feed(portal));
  }
  const [type, file] = files[path] ?? [];
  if (type && file) return { status: 200, type, body: readFileSync(join(import.meta.dirname, file)) };
  if (path !== "/caseload" && path !== "/") return notFound;
  const scripts = ["/caseload.js"];
  return page(
    renderDocument({ title: "Portal", body: renderCaseload(portal), scripts, style: "/plain.css" }),
  );
};

/** Starts the portal; the Tuesday before `clock` (ISO, now where absent) the RACL was read. */
export const startNyc = async (options: { port?: number; clock?: string } = {}): Promise<NycPortal> => {
  const clock = createClock(options.clock === undefined ? Date.now() : Date.parse(options.clock));
  const portal: Portal = {
    rows: [],
    source: makeSource(),
    fed: ["firstName", "lastName", "birthDate", "gender", "gradeLevel", "officialClass", "advisor"],
    raclRead: schedule.lastBefore(clock.now()),
    level: "Caseload Editor",
  };
  feed(portal);
  return { ...(await serve((asked) => answer(portal, clock, asked), options)), portal };
};
