import type { Report } from "../utils/findings/report.ts";
import type { Answer, CheckProgress, HostEvent } from "../utils/messages/answers.ts";
import { type Sender, speakerOf } from "../utils/messages/sender.ts";
import { type BriefRequest, ValidatorRequestJson } from "../utils/messages/validator-request.ts";
import { countVerdict } from "../utils/messages/verdict-counts.ts";
import { verdictWords } from "../utils/messages/verdict-words.ts";
import { createQueue } from "./queue.ts";
import { createSpare } from "./spare-worker.ts";
import { createStage } from "./stage.ts";
import { stayAwake } from "./stay-awake.ts";
import { runCheck, type WorkerLike } from "./validator.ts";
import type { JobBrief } from "./validator-api.ts";

/** A runtime port as far as the host needs it. */
export type HostPort = {
  sender?: Sender | undefined;
  postMessage(message: HostEvent): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
};

export type HostServices = {
  us: { id: string; root: string };
  openWorker: () => WorkerLike;
  /** Asks the background for what a job needs; refused for an origin that is not granted. */
  brief: (request: BriefRequest) => Promise<Answer<JobBrief>>;
  /** Where the browser would end the host: called again and again while a check runs or a file waits for its package. */
  keepAlive?: () => void;
};

/** Two jobs at once, never two on one file. */
const jobsAtOnce = 2;
/** Minutes a file counts as part of the same package, where the policy does not say. */
const stageMinutes = 30;
const heartbeat = 5_000;

const nothingYet: CheckProgress = { bytesDone: 0, bytesTotal: 0, rows: 0, file: "", faults: 0, warnings: 0 };

/**
 * Serves checks over ports: give every port named `validatorPort` to the function that is returned. A page's port gets
 * counts and sentences, one of our own pages also the report. A page that goes away does not stop its check: the
 * result waits in the side panel. One of ours does.
 */
export const hostValidator = (services: HostServices): ((port: HostPort) => void) => {
  const queue = createQueue(jobsAtOnce);
  const stage = createStage();
  const spare = createSpare(services.openWorker);
  let running = 0;
  const begin = stayAwake(
    () => running > 0 || !stage.isEmpty(),
    () => services.keepAlive?.(),
    heartbeat,
  );

  return (port) => {
    const speaker = speakerOf(port.sender ?? {}, services.us);
    if (speaker.kind === "stranger") return port.disconnect();
    const place = speaker.kind === "page" ? `${speaker.tabId} ${speaker.origin}` : undefined;
    const jobs = new Map<string, AbortController>();
    let open = true;
    const post = (event: HostEvent) => {
      if (open) port.postMessage(event);
    };
    port.onDisconnect.addListener(() => {
      open = false;
      if (speaker.kind === "extension") for (const job of jobs.values()) job.abort();
    });

    const check = async (request: CheckRequest, signal: AbortSignal): Promise<void> => {
      const { jobId } = request;
      const answer = await services.brief({
        type: "host/brief",
        jobId,
        from:
          speaker.kind === "page"
            ? { kind: "page", tabId: speaker.tabId, origin: speaker.origin }
            : { kind: "extension", ...(request.system ? { system: request.system } : {}) },
      });
      if (!answer.ok) return post({ type: "failed", jobId, problem: answer.problem });
      const brief = answer.value;
      const { language } = brief.policy;
      let last = nothingYet;
      const beat = setInterval(() => post({ type: "progress", jobId, progress: last }), heartbeat);
      try {
        const files = request.files.map((blob, i) => ({ name: request.paths[i] || blob.name, blob }));
        const earlier =
          place === undefined
            ? []
            : stage.add(place, jobId, files, brief.policy.check.stageMinutes ?? stageMinutes);
        const run = (all: typeof files) =>
          queue(
            all.map(({ blob }) => fileKey(blob)),
            () =>
              runCheck(
                { jobId, files: all, brief, ...(request.mode ? { mode: request.mode } : {}) },
                {
                  openWorker: spare.take,
                  signal,
                  onProgress: (progress) => {
                    last = progress;
                    post({ type: "progress", jobId, progress });
                  },
                },
              ),
          );
        let outcome = await run([...earlier, ...files]);
        let together = earlier.length;
        // Files that make no package with the earlier ones are judged by themselves.
        if (place !== undefined && together > 0 && outcome.kind === "done" && hasStranger(outcome.report)) {
          stage.begin(place, jobId);
          together = 0;
          outcome = await run(files);
        }
        if (outcome.kind === "cancelled") return post({ type: "cancelled", jobId });
        if (outcome.kind === "failed") {
          const words = verdictWords(language);
          // An error's text may quote the file: a page does not get it.
          const detail = speaker.kind === "extension" ? outcome.detail : "";
          return post({ type: "failed", jobId, problem: words.failed(outcome.because, detail) });
        }
        const inSteps = place !== undefined && (together > 0 || request.parts === true);
        const verdict = countVerdict(outcome.report, language, inSteps ? { together } : undefined);
        const { report } = outcome;
        post({ type: "done", jobId, verdict, ...(speaker.kind === "extension" ? { report } : {}) });
      } finally {
        clearInterval(beat);
      }
    };

    port.onMessage.addListener((message) => {
      const parsed = ValidatorRequestJson.safeParse(message);
      if (!parsed.success) return;
      const request = parsed.data;
      if (request.type === "greet") return post({ type: "listening" });
      if (request.type === "warm") return spare.warm();
      if (request.type === "cancel") return jobs.get(request.jobId)?.abort();
      if (request.type === "forget")
        return place === undefined ? undefined : stage.forget(place, request.jobId);
      if (jobs.has(request.jobId)) return;
      const stop = new AbortController();
      jobs.set(request.jobId, stop);
      running += 1;
      begin();
      check(request, stop.signal)
        .catch(() =>
          post({
            type: "failed",
            jobId: request.jobId,
            problem: verdictWords("en").failed("error", ""),
          }),
        )
        .finally(() => {
          jobs.delete(request.jobId);
          running -= 1;
        });
    });
  };
};

type CheckRequest = Extract<ReturnType<typeof ValidatorRequestJson.parse>, { type: "check" }>;

const hasStranger = ({ files }: Report): boolean => files.some(({ role }) => role === "");

const fileKey = ({ name, size, lastModified }: File): string => `${name}\n${size}\n${lastModified}`;
