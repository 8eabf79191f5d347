import { afterEach, describe, expect, it } from "vitest";
import { startInsights } from "../insights-clever/server.ts";
import { startNyc } from "../nyc-portal/server.ts";
import { caseloadOf } from "../nyc-portal/state.ts";
import { startOhio } from "../ohio-bfk-link/server.ts";
import { startSelweb } from "../selweb-clever/server.ts";
import type { Served } from "./serve.ts";

/** What each look-alike's sync overwrites and what it keeps, through the requests its own page makes. */

let running: Served | undefined;
afterEach(() => running?.close());

const clock = "2026-11-18T16:00:00.000Z";
const start = async <T extends Served>(portal: Promise<T>): Promise<T> => {
  const one = await portal;
  running = one;
  return one;
};
const send = (url: string, path: string, body: unknown, method = "POST") =>
  fetch(url + path, { method, body: JSON.stringify(body) });
const post = (url: string, path: string, form: Record<string, string>) =>
  fetch(url + path, { method: "POST", body: new URLSearchParams(form) });
const sync = async (url: string) => (await post(url, "/sync", {})).json();

describe("insights-clever", () => {
  it("overwrites what Clever sends, keeps the rest, and undoes additions and removals", async () => {
    const { url, portal } = await start(startInsights({ clock }));
    const [one, two] = portal.rows;
    const before = one!.firstName;
    await send(
      url,
      `/api/students/${one!.id}`,
      { firstName: "Changed", accommodation: "Large print" },
      "PATCH",
    );
    await send(url, `/api/students/${two!.id}`, undefined, "DELETE");
    await send(url, "/api/students", { firstName: "By", lastName: "Hand", section: "SEC-3A" });
    expect(portal.rows).toHaveLength(37);
    expect(one).toMatchObject({ firstName: "Changed" });
    expect(await sync(url)).toEqual({ changed: 1, added: 1, removed: 1 });
    expect(portal.rows.find(({ id }) => id === one!.id)).toMatchObject({
      firstName: before,
      accommodation: "Large print",
    });
    expect(portal.rows.some(({ lastName }) => lastName === "Hand")).toBe(false);
    expect(portal.rows.some(({ id }) => id === two!.id)).toBe(true);
  });

  it("shows ten at a time of the whole class", async () => {
    const { url } = await start(startInsights({ clock }));
    const page = (await (await fetch(`${url}/api/classes/SEC-3A?from=20`)).json()) as {
      students: unknown[];
      total: number;
    };
    expect([page.students.length, page.total]).toEqual([3, 23]);
  });
});

describe("selweb-clever", () => {
  it("saves a row and puts back what Clever sends at night", async () => {
    const { url, portal } = await start(startSelweb({ clock }));
    const [one] = portal.rows;
    const { lastName, id } = one!;
    await post(url, "/frame/section", {
      row: id,
      save: "1",
      lastName: "Changed",
      accommodation: "Extra time",
    });
    expect(one).toMatchObject({ lastName: "Changed", accommodation: "Extra time" });
    await sync(url);
    expect(portal.rows.find((row) => row.id === id)).toMatchObject({ lastName, accommodation: "Extra time" });
    expect(new Date(portal.lastSync).toISOString()).toBe("2026-11-19T09:00:00.000Z");
  });
});

describe("nyc-portal", () => {
  it("keeps a Point Person and a Support Lead over a Tuesday, and overwrites the official class", async () => {
    const { url, portal } = await start(startNyc({ clock }));
    const [one] = caseloadOf(portal);
    const { id, officialClass } = one!;
    for (const [field, value] of [
      ["pointPersonAttendance", "Theo Baptiste"],
      ["supportLead", "Yuki Tanaka"],
      ["officialClass", "503"],
    ]) {
      expect((await send(url, "/assign", { ids: id, field, value })).ok).toBe(true);
    }
    expect(one!.officialClass).toBe("503");
    await sync(url);
    expect(new Date(portal.raclRead).toISOString()).toBe("2026-11-24T11:00:00.000Z");
    expect(portal.rows.find((row) => row.id === id)).toMatchObject({
      officialClass,
      pointPersonAttendance: "Theo Baptiste",
      supportLead: "Yuki Tanaka",
    });
  });

  it("shows a Caseload Editor the own caseload only, lets a Viewer change nothing, and shows all to the school", async () => {
    const { url, portal } = await start(startNyc({ clock }));
    const [mine] = caseloadOf(portal);
    expect(caseloadOf(portal)).toHaveLength(10);
    portal.level = "Caseload Viewer";
    expect((await send(url, "/assign", { ids: mine!.id, field: "supportLead", value: "x" })).status).toBe(
      403,
    );
    portal.level = "School Wide Editor";
    expect(caseloadOf(portal)).toHaveLength(30);
  });
});

describe("ohio-bfk-link", () => {
  const phases = [{ id: "teacher-linkage", from: "2026-11-10", to: "2026-11-20" }];
  const percentOf = (name: string) => ({
    ctl00$Main$gvStudents$ctl02$key: name,
    ctl00$Main$gvStudents$ctl02$percent: "50",
  });

  it("saves claims inside the phase and keeps them over the load, which overwrites names", async () => {
    const { url, portal } = await start(startOhio({ clock, phases }));
    const [one] = portal.rows;
    const { lastName } = one!;
    await post(url, "/BFK/VerifyRoster.aspx", percentOf(one!.id));
    one!.lastName = "Changed";
    expect(await sync(url)).toEqual({ changed: 1, added: 0, removed: 0 });
    expect(portal.rows[0]).toMatchObject({ lastName, percent: "50" });
  });

  it("refuses every change outside it", async () => {
    const { url, portal } = await start(startOhio({ clock: "2026-11-21T16:00:00.000Z", phases }));
    const answer = await post(url, "/BFK/VerifyRoster.aspx", percentOf(portal.rows[0]!.id));
    expect(answer.status).toBe(403);
    expect(portal.rows[0]).toMatchObject({ percent: "100" });
  });
});
