import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import * as administrator from "./story/administrator.ts";
import { setStage } from "./story/stage.ts";
import * as teacher from "./story/teacher.ts";

/** Chromium's own record of every request it started, by whom: nothing may come from the extension. */
type LogEvent = { type: number; params?: { url?: string; initiator?: string } };
type NetLog = { constants: { logEventTypes: Record<string, number> }; events: LogEvent[] };

const readLog = (path: string): NetLog => JSON.parse(readFileSync(path, "utf8")) as NetLog;

test("the extension makes no network request while a teacher and an administrator work", async () => {
  test.setTimeout(240_000);
  const output = ".output/e2e-network";
  const log = join(import.meta.dirname, "..", "..", ".output", "e2e-network.json");
  const stage = await setStage({
    output,
    args: [`--log-net-log=${log}`, "--net-log-capture-mode=IncludeSensitive"],
  });
  try {
    await teacher.openRoster(stage);
    await teacher.changeFirstName(stage);
    await administrator.lookAtRosters(stage);
    await administrator.holdBadFile(stage);
    await administrator.seeWhatIsWrong(stage);
  } finally {
    await stage.close();
  }

  const { constants, events } = readLog(log);
  const started = events
    .filter(({ type }) => type === constants.logEventTypes.URL_REQUEST_START_JOB)
    .flatMap(({ params }) =>
      params?.url === undefined ? [] : [{ url: params.url, initiator: params.initiator ?? "" }],
    );
  const portal = new URL(stage.portal.url).host;
  expect(
    started.some(({ url }) => new URL(url).host === portal),
    "The log holds the portal's own requests.",
  ).toBe(true);
  const ours = started.filter(
    ({ url, initiator }) =>
      initiator.startsWith("chrome-extension://") && !url.startsWith("chrome-extension://"),
  );
  expect(ours).toEqual([]);

  // A content script's request would carry the page's initiator: the portal must see nothing but its own pages.
  const known = /^\/($|\?|[\w-]+\.(css|js|svg|json)|administrative-tools|nightly)/;
  const toPortal = started.map(({ url }) => new URL(url)).filter(({ host }) => host === portal);
  expect(toPortal.filter(({ pathname, search }) => !known.test(pathname + search)).map(String)).toEqual([]);
});
