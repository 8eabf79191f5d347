import { expect, test, vi } from "vitest";
import type { ValidatorEvent, VerdictCounts } from "../messages/answers.ts";
import type { BackgroundLink } from "./background-link.ts";
import { checkFiles } from "./validator-client.ts";

const verdict: VerdictCounts = {
  verdict: "accept",
  rows: 3,
  faults: 0,
  warnings: 0,
  notes: 0,
  headline: "Fine.",
  lines: [],
};

/** A host on the other end of the port, played by the test. */
const playHost = (options: { ready?: boolean; refuses?: boolean } = {}) => {
  const posted: { type: string; jobId: string; paths?: string[]; mode?: string }[] = [];
  const heard: ((message: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  const link: BackgroundLink = {
    ask: async () =>
      (options.ready === false ? { ok: false, problem: "No host." } : { ok: true, value: null }) as never,
    connect: () => {
      if (options.refuses) throw new Error("gone");
      return {
        postMessage: (message) => void posted.push(message as (typeof posted)[number]),
        disconnect: vi.fn(),
        onMessage: { addListener: (listener) => void heard.push(listener) },
        onDisconnect: { addListener: (listener) => void ended.push(listener) },
      };
    },
    readLastError: vi.fn(),
    isAlive: () => true,
  };
  return {
    link,
    posted,
    say: (event: unknown) => heard.forEach((listener) => void listener(event)),
    die: () => ended.forEach((listener) => void listener()),
    connected: () => vi.waitFor(() => expect(posted.length).toBeGreaterThan(0)),
  };
};

const start = (host: ReturnType<typeof playHost>, mode?: "partial" | "complete") => {
  const life = new AbortController();
  const onProgress = vi.fn();
  const files = ["users.csv", "classes.csv"].map((path) => ({ file: new File(["a"], path), path }));
  const check = checkFiles(host.link, files, { onProgress, signal: life.signal, ...(mode && { mode }) });
  return { check, onProgress, life };
};

test("sends the files with their paths and the portal's mode", async () => {
  const host = playHost();
  const { check } = start(host, "complete");
  await host.connected();
  expect(host.posted[0]).toMatchObject({
    type: "check",
    jobId: check.jobId,
    paths: ["users.csv", "classes.csv"],
    mode: "complete",
  });
  expect(check.jobId).toMatch(/^[0-9a-f]{32}$/);
});

test("tells progress, then the verdict, and asks nobody to stop", async () => {
  const host = playHost();
  const { check, onProgress } = start(host);
  await host.connected();
  const progress = { bytesDone: 1, bytesTotal: 2, rows: 1, file: "users.csv", faults: 0, warnings: 0 };
  host.say({ type: "progress", jobId: check.jobId, progress } satisfies ValidatorEvent);
  host.say({ type: "done", jobId: check.jobId, verdict } satisfies ValidatorEvent);
  expect(await check.outcome).toEqual({ kind: "done", verdict });
  expect(onProgress).toHaveBeenCalledWith(progress);
  expect(host.posted.map(({ type }) => type)).toEqual(["check"]);
});

test("does not listen to another job's events, nor to nonsense", async () => {
  const host = playHost();
  const { check } = start(host);
  await host.connected();
  host.say({ type: "done", jobId: "another", verdict });
  host.say(null);
  host.say({ type: "failed", jobId: check.jobId, problem: "Ours." });
  expect(await check.outcome).toEqual({ kind: "failed", problem: "Ours." });
});

test("a cancel is over at once and is passed on to the host", async () => {
  const host = playHost();
  const { check } = start(host);
  await host.connected();
  check.cancel();
  expect(await check.outcome).toEqual({ kind: "cancelled" });
  expect(host.posted.at(-1)).toEqual({ type: "cancel", jobId: check.jobId });
});

test.each([
  ["the host dies", playHost(), (host: ReturnType<typeof playHost>) => host.die()],
  ["the page or the extension goes away", playHost(), (_: unknown, life: AbortController) => life.abort()],
])("the check has failed when %s", async (_name, host, act) => {
  const { check, life } = start(host);
  await host.connected();
  act(host, life);
  expect(await check.outcome).toEqual({ kind: "failed" });
});

test("the check has failed when the host cannot be started, and says why", async () => {
  expect(await start(playHost({ ready: false })).check.outcome).toEqual({
    kind: "failed",
    problem: "No host.",
  });
});

test("the check has failed when no port can be opened", async () => {
  expect(await start(playHost({ refuses: true })).check.outcome).toEqual({ kind: "failed" });
});
