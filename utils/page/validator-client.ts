import {
  type CheckProgress,
  type ValidatorEvent,
  type ValidatorRequest,
  type VerdictCounts,
  validatorPort,
} from "../messages/answers.ts";
import type { BackgroundLink } from "./background-link.ts";

export type CheckOutcome =
  | { kind: "done"; verdict: VerdictCounts }
  | { kind: "cancelled" }
  /** The check did not run to its end; `problem` is a sentence when somebody could say why. */
  | { kind: "failed"; problem?: string };

export type RunningCheck = { jobId: string; outcome: Promise<CheckOutcome>; cancel: () => void };

/** The validator takes no more files in one check. */
const mostFiles = 500;

export type CheckOptions = {
  /** The control takes one file of a package at a time: what is not there yet is no fault. */
  parts?: boolean;
  mode?: "partial" | "complete";
  onProgress: (progress: CheckProgress) => void;
  /** Ends the check as failed: the page or the extension goes away. */
  signal: AbortSignal;
};

/** 128 random bits as hexadecimal digits; randomUUID is not there on pages without TLS. */
const makeJobId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Has files checked by the extension's worker. The files cross as handles, not as bytes. The outcome always comes: a
 * host that dies, an extension that is reloaded and a port that ends are a failed check, never a silent one.
 */
export const checkFiles = (
  link: BackgroundLink,
  files: readonly { file: File; path: string }[],
  { mode, parts, ...options }: CheckOptions,
): RunningCheck => {
  const jobId = makeJobId();
  const { promise, resolve } = Promise.withResolvers<CheckOutcome>();
  const ended = new AbortController();
  let isOver = false;
  const end = (outcome: CheckOutcome) => {
    resolve(outcome);
    ended.abort();
  };
  const post = async () => {
    const ready = await link.ask<"portal/need-validator">({ type: "portal/need-validator" });
    if (ended.signal.aborted) return;
    if (!ready.ok) return end({ kind: "failed", problem: ready.problem });
    const port = link.connect(validatorPort);
    port.onDisconnect.addListener(() => {
      link.readLastError();
      isOver = true;
      end({ kind: "failed" });
    });
    port.onMessage.addListener((message) => {
      const event = message as ValidatorEvent;
      if (event?.jobId !== jobId || ended.signal.aborted) return;
      if (event.type === "progress") return options.onProgress(event.progress);
      isOver = true;
      if (event.type === "done") end({ kind: "done", verdict: event.verdict });
      else if (event.type === "cancelled") end({ kind: "cancelled" });
      else if (event.type === "failed") end({ kind: "failed", problem: event.problem });
    });
    ended.signal.addEventListener("abort", () => {
      try {
        // A job that has ended for us may still run for the host.
        if (!isOver) port.postMessage({ type: "cancel", jobId } satisfies ValidatorRequest);
        port.disconnect();
      } catch {}
    });
    port.postMessage({
      type: "check",
      jobId,
      files: files.map(({ file }) => file),
      paths: files.map(({ path }) => path),
      ...(mode && { mode }),
      ...(parts && { parts }),
    } satisfies ValidatorRequest);
  };
  if (files.length > mostFiles) end({ kind: "failed" });
  else post().catch(() => end({ kind: "failed" }));
  options.signal.addEventListener("abort", () => end({ kind: "failed" }), { signal: ended.signal });
  if (options.signal.aborted) end({ kind: "failed" });
  return { jobId, outcome: promise, cancel: () => end({ kind: "cancelled" }) };
};

/** The files of a check were put back: they are no part of a package that comes in several steps. */
export const forgetFiles = (link: BackgroundLink, jobId: string): void => {
  try {
    const port = link.connect(validatorPort);
    port.onDisconnect.addListener(link.readLastError);
    port.postMessage({ type: "forget", jobId } satisfies ValidatorRequest);
    port.disconnect();
  } catch {}
};
