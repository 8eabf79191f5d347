import { browser } from "#imports";
import type { Report } from "../../utils/findings/report.ts";
import {
  type CheckProgress,
  type ValidatorEvent,
  type ValidatorRequest,
  validatorPort,
} from "../../utils/messages/answers.ts";
import { ensureHost } from "../../utils/messages/ensure-host.ts";
import type { ChosenFiles } from "./dropped-files.ts";

export type CheckEnd =
  | { kind: "done"; report: Report }
  | { kind: "cancelled" }
  /** Without a problem: the host went away and could not say why. */
  | { kind: "failed"; problem?: string };

/** Has files checked by the validator's host. Always ends; aborting cancels. */
export const checkFiles = async (
  { files, paths }: ChosenFiles,
  options: {
    mode: "partial" | "complete" | undefined;
    onProgress: (progress: CheckProgress) => void;
    signal: AbortSignal;
  },
): Promise<CheckEnd> => {
  const jobId = crypto.randomUUID();
  try {
    await ensureHost();
    return await new Promise<CheckEnd>((resolve) => {
      const port = browser.runtime.connect({ name: validatorPort });
      const end = (result: CheckEnd) => {
        resolve(result);
        port.disconnect();
      };
      port.onDisconnect.addListener(() => resolve({ kind: "failed" }));
      port.onMessage.addListener((message: ValidatorEvent) => {
        if (message.jobId !== jobId) return;
        if (message.type === "progress") options.onProgress(message.progress);
        else if (message.type === "cancelled") end({ kind: "cancelled" });
        else if (message.type === "failed") end({ kind: "failed", problem: message.problem });
        else if (message.report) end({ kind: "done", report: message.report });
      });
      options.signal.addEventListener("abort", () => {
        port.postMessage({ type: "cancel", jobId } satisfies ValidatorRequest);
        end({ kind: "cancelled" });
      });
      const request: ValidatorRequest = { type: "check", jobId, files, paths };
      port.postMessage(options.mode === undefined ? request : { ...request, mode: options.mode });
    });
  } catch {
    return { kind: "failed" };
  }
};
