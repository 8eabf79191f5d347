import { expose } from "comlink";
import type { Report } from "../utils/findings/report.ts";
import type { HostEvent } from "../utils/messages/answers.ts";
import type { Sender } from "../utils/messages/sender.ts";
import type { Policy } from "../utils/policy/policy.ts";
import type { WorkerLike } from "./validator.ts";
import type { JobBrief, ValidatorApi } from "./validator-api.ts";
import { type HostPort, hostValidator } from "./validator-host.ts";

const root = "chrome-extension://us/";
export const fromPage: Sender = {
  id: "us",
  url: "https://p.example/u",
  origin: "https://p.example",
  tab: { id: 7 },
};
export const fromOurs: Sender = { id: "us", url: `${root}checker.html`, tab: { id: 8 } };

export const report = {
  verdict: "reject",
  totals: { rows: 1200, faults: 3, warnings: 1, notes: 0 },
  files: [{ name: "users.csv" }],
  findings: [{ message: "Anastasia" }],
  notChecked: [],
  plan: null,
} as unknown as Report;

const brief = {
  policy: { language: "en", check: {} } as Policy,
  date: "2026-11-20",
  now: "2026-11-20T16:00:00Z",
  version: "0.1.0",
  key: new Uint8Array(32),
  owner: "7:j1",
} satisfies JobBrief;

export type Behaviour = (
  onProgress: Parameters<ValidatorApi["check"]>[1],
  cancelled: Promise<void>,
) => Promise<Report>;

/** A worker's two ends in one process; it dies by an error event, as a real one does. */
const openFake = (behave: Behaviour | "dies", log: string[]): WorkerLike => {
  const { port1, port2 } = new MessageChannel();
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>();
  if (behave !== "dies") {
    expose(
      {
        check: (_, onProgress) => behave(onProgress, cancelled),
        settle: async () => true,
        warm: async () => undefined,
        cancel: () => cancel(),
      } satisfies ValidatorApi,
      port2 as never,
    );
  }
  log.push("open");
  const dying = new EventTarget();
  if (behave === "dies") setTimeout(() => dying.dispatchEvent(new Event("error")), 5);
  port1.start();
  return {
    postMessage: (message: unknown, transfer: Transferable[] = []) =>
      port1.postMessage(message, transfer as never),
    addEventListener: (type: string, listener: never) =>
      (type === "error" ? dying : (port1 as unknown as EventTarget)).addEventListener(type, listener),
    removeEventListener: (type: string, listener: never) =>
      (port1 as unknown as EventTarget).removeEventListener(type, listener),
    terminate: () => {
      log.push("terminate");
      port1.close();
      port2.close();
    },
  } as unknown as WorkerLike;
};

export const makePort = (sender: Sender) => {
  const events: HostEvent[] = [];
  let deliver: (message: unknown) => void = () => {};
  let hangUp: () => void = () => {};
  let disconnected = false;
  const port: HostPort = {
    sender,
    postMessage: (event) => events.push(structuredClone(event)),
    onMessage: { addListener: (listener) => (deliver = listener) },
    onDisconnect: { addListener: (listener) => (hangUp = listener) },
    disconnect: () => {
      disconnected = true;
    },
  };
  return {
    port,
    events,
    send: (message: unknown) => deliver(message),
    hangUp: () => hangUp(),
    isDisconnected: () => disconnected,
    /** The first event of this kind, once it has come. */
    last: async (type: HostEvent["type"]) => {
      for (let turn = 0; turn < 200; turn += 1) {
        const found = events.find((event) => event.type === type);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`no ${type} in ${JSON.stringify(events)}`);
    },
  };
};

export const request = (jobId: string, name = "users.csv") => ({
  type: "check",
  jobId,
  files: [new File(["sourcedId\n1\n"], name, { lastModified: 1 })],
  paths: [name],
});

/** A host whose workers behave as told, the last one again and again; `log` hears of workers opened and ended. */
export const makeHost = (
  log: string[],
  behave: Behaviour | "dies" | (Behaviour | "dies")[],
  refused?: string,
  keepAlive?: () => void,
) => {
  const list = [behave].flat();
  let opened = 0;
  return hostValidator({
    us: { id: "us", root },
    openWorker: () => openFake(list[Math.min(opened++, list.length - 1)]!, log),
    brief: async () => (refused === undefined ? { ok: true, value: brief } : { ok: false, problem: refused }),
    ...(keepAlive === undefined ? {} : { keepAlive }),
  });
};
