import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fromOurs, fromPage, makeHost, makePort, report, request } from "./host-for-tests.ts";

let log: string[];
const serve = (...args: Parameters<typeof makeHost> extends [unknown, ...infer Rest] ? Rest : never) =>
  makeHost(log, ...args);

beforeEach(() => {
  log = [];
});

describe("the validator's host", () => {
  it("is kept alive while a check runs and while its file waits for the rest of a package, not longer", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const { promise, resolve } = Promise.withResolvers<typeof report>();
    const keepAlive = vi.fn();
    const page = makePort(fromPage);
    serve(() => promise, undefined, keepAlive)(page.port);
    const callsIn = (seconds: number) => {
      keepAlive.mockClear();
      vi.advanceTimersByTime(seconds * 1000);
      return keepAlive.mock.calls.length;
    };
    page.send(request("j1"));
    expect(callsIn(10)).toBe(2);
    resolve(report);
    await page.last("done");
    expect(callsIn(10)).toBe(2);
    page.send({ type: "forget", jobId: "j1" });
    expect(callsIn(60)).toBe(0);
  });

  it("gives a page counts only, and our own page the report", async () => {
    const host = serve(async () => report);
    const [page, ours] = [makePort(fromPage), makePort(fromOurs)];
    host(page.port);
    host(ours.port);
    page.send(request("j1"));
    ours.send(request("j2"));
    expect(await page.last("done")).toMatchObject({ verdict: { rows: 1200, faults: 3 } });
    expect(JSON.stringify(page.events)).not.toMatch(/Anastasia|users\.csv/);
    expect(await ours.last("done")).toMatchObject({ report: { verdict: "reject" } });
  });

  it("passes progress on", async () => {
    const host = serve(async (onProgress) => {
      onProgress({ bytesDone: 5, bytesTotal: 10, rows: 3, file: "users.csv", faults: 1, warnings: 0 });
      return report;
    });
    const page = makePort(fromPage);
    host(page.port);
    page.send(request("j1"));
    expect(await page.last("progress")).toMatchObject({ progress: { rows: 3, faults: 1 } });
  });

  it("tries a worker that died once more, then says that the file was not checked", async () => {
    const lucky = makePort(fromPage);
    serve(["dies", async () => report])(lucky.port);
    lucky.send(request("j1"));
    await lucky.last("done");
    expect(log.filter((line) => line === "open")).toHaveLength(2);

    log = [];
    const unlucky = makePort(fromPage);
    serve("dies")(unlucky.port);
    unlucky.send(request("j1"));
    expect(await unlucky.last("failed")).toMatchObject({ problem: expect.stringContaining("not checked") });
    expect(log).toEqual(["open", "terminate", "open", "terminate"]);
  });

  it("does not quote an error of ours to a page", async () => {
    const host = serve(async () => {
      throw new Error("Anastasia");
    });
    const [page, ours] = [makePort(fromPage), makePort(fromOurs)];
    host(page.port);
    host(ours.port);
    page.send(request("j1"));
    ours.send(request("j2", "other.csv"));
    await page.last("failed");
    expect(JSON.stringify(page.events)).not.toContain("Anastasia");
    expect(await ours.last("failed")).toMatchObject({ problem: expect.stringContaining("Anastasia") });
  });

  it("cancels a worker that listens, and ends one that does not", async () => {
    const listens = makePort(fromPage);
    serve(async (_, cancelled) => {
      await cancelled;
      throw new DOMException("stopped", "AbortError");
    })(listens.port);
    listens.send(request("j1"));
    await vi.waitFor(() => expect(log).toEqual(["open"]));
    listens.send({ type: "cancel", jobId: "j1" });
    await listens.last("cancelled");

    log = [];
    const deaf = makePort(fromPage);
    serve(() => new Promise(() => {}))(deaf.port);
    deaf.send(request("j1"));
    await vi.waitFor(() => expect(log).toEqual(["open"]));
    deaf.send({ type: "cancel", jobId: "j1" });
    await deaf.last("cancelled");
    expect(log).toEqual(["open", "terminate"]);
  });

  it("answers a greeting without opening a worker", () => {
    const page = makePort(fromPage);
    serve(async () => report)(page.port);
    page.send({ type: "greet" });
    expect(page.events).toEqual([{ type: "listening" }]);
    expect(log).toEqual([]);
  });

  it("runs two jobs at once and never two on one file", async () => {
    const release: (() => void)[] = [];
    const host = serve(() => new Promise((resolve) => release.push(() => resolve(report))));
    const ours = makePort(fromOurs);
    host(ours.port);
    for (const [job, file] of [
      ["a", "1.csv"],
      ["b", "1.csv"],
      ["c", "2.csv"],
      ["d", "3.csv"],
    ] as const) {
      ours.send(request(job, file));
    }
    await vi.waitFor(() => expect(release).toHaveLength(2));
    const done = () => ours.events.flatMap((event) => (event.type === "done" ? event.jobId : []));
    release.shift()!();
    await vi.waitFor(() => expect(done()).toEqual(["a"]));
    await vi.waitFor(() => expect(release).toHaveLength(2));
    while (done().length < 4) {
      release.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(done().sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("lets a page's check finish when the page goes away, and stops our own page's", async () => {
    const { promise, resolve } = Promise.withResolvers<typeof report>();
    const page = makePort(fromPage);
    serve(() => promise)(page.port);
    page.send(request("j1"));
    await vi.waitFor(() => expect(log).toEqual(["open"]));
    page.hangUp();
    resolve(report);
    await vi.waitFor(() => expect(log).toEqual(["open", "terminate"]));
    expect(page.events).toEqual([]);

    log = [];
    const ours = makePort(fromOurs);
    serve(() => new Promise(() => {}))(ours.port);
    ours.send(request("j1"));
    await vi.waitFor(() => expect(log).toEqual(["open"]));
    ours.hangUp();
    await vi.waitFor(() => expect(log).toEqual(["open", "terminate"]));
  });

  it("hangs up on strangers, ignores what is not a request, and says why it refuses", async () => {
    const stranger = makePort({ ...fromPage, id: "them" });
    serve(async () => report)(stranger.port);
    expect(stranger.isDisconnected()).toBe(true);

    const page = makePort(fromPage);
    serve(async () => report)(page.port);
    for (const garbage of [
      null,
      7,
      "check",
      {},
      { type: "check" },
      { ...request("j"), files: ["x"] },
      { ...request("j"), files: [] },
    ]) {
      page.send(garbage);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([page.events, log]).toEqual([[], []]);

    const refused = makePort(fromPage);
    serve(async () => report, "Rosterguard may not check files for this site.")(refused.port);
    refused.send(request("j1"));
    expect(await refused.last("failed")).toMatchObject({ problem: expect.stringContaining("may not") });
    expect(log).toEqual([]);
  });
});
