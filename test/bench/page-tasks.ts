import type { CDPSession } from "@playwright/test";

/** A task of the page's main thread, in milliseconds. */
export type Task = {
  /** From the page's first task. */
  start: number;
  /** On the clock: the thread may have stood still for a part of it. */
  wall: number;
  /** The thread's own processor time, and how much of it was in scripts that are not the page's. */
  cpu: number;
  guest: number;
  /** Chromium's name for the longest thing done in it. */
  what: string;
  /** Whether the page loaded, rendered or laid out meanwhile, or was used. */
  isPages: boolean;
};

/** An event of Chromium's trace: times in microseconds, `tdur` of the thread's processor time. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: unknown; name?: string };
};

const categories = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "blink_gc",
  "blink.user_timing",
];

/** What the page marks its own work with (page-cost-page.ts). */
export const busyMarks = { start: "page-busy", end: "page-idle" } as const;

/** From here on a person uses the page: the browser answers every click and key with work of its own. */
export const useMark = "person-at-work";

/** Where scripts run. A callback of the browser's own has no address: a promise that a timer resolves. */
const scriptEvents = new Set([
  "FunctionCall",
  "EvaluateScript",
  "TimerFire",
  "FireIdleCallback",
  "RunMicrotasks",
]);

/** Records the page's main thread until `stop` gives its tasks. */
export const traceTasks = async (
  session: CDPSession,
  pageUrl: string,
): Promise<{ stop: () => Promise<Task[]> }> => {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      recordMode: "recordAsMuchAsPossible",
      includedCategories: categories,
      excludedCategories: ["*"],
    },
  });
  const stop = async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    return tasksOf(events, pageUrl);
  };
  return { stop };
};

const urlOf = ({ args }: TraceEvent): string =>
  String((args?.data as { url?: string } | undefined)?.url ?? "");

/** The tasks of the main thread that ran this page's scripts. */
export const tasksOf = (events: readonly TraceEvent[], pageUrl: string): Task[] => {
  const own = events.find((event) => event.name === "FunctionCall" && urlOf(event) === pageUrl);
  if (!own)
    throw new Error("The trace holds no call of the page's script: was the page loaded while it ran?");
  const main = events
    .filter(({ pid, tid }) => pid === own.pid && tid === own.tid)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const spans = busySpans(main);
  const used = main.find(({ name }) => name === useMark);
  if (used) spans.push({ start: used.ts, end: Number.POSITIVE_INFINITY });
  const first = main.find(({ name }) => name === "RunTask")?.ts ?? 0;
  const tasks: Task[] = [];
  let end = 0;
  let scripts: TraceEvent[] = [];
  let longest = 0;
  const close = () => {
    const last = tasks.at(-1);
    if (last) last.guest = guestTime(scripts, pageUrl) / 1000;
    scripts = [];
  };
  for (const event of main) {
    const { name, ph, ts, dur = 0, tdur = 0 } = event;
    if (ph !== "X") continue;
    if (name === "RunTask" && ts >= end) {
      close();
      end = ts + dur;
      const isPages = spans.some((span) => ts < span.end && end > span.start);
      // The thread's clock is coarser: it may count to a task what the one before has used.
      const cpu = Math.min(dur, tdur) / 1000;
      tasks.push({ start: (ts - first) / 1000, wall: dur / 1000, cpu, guest: 0, what: "", isPages });
      longest = 0;
      continue;
    }
    if (ts >= end) continue;
    if (scriptEvents.has(name)) scripts.push(event);
    // The innermost of several that are as long: what a callback or a frame consists of.
    if (dur >= longest * 0.9 && name !== "RunTask") {
      longest = dur;
      tasks.at(-1)!.what = `${name} ${urlOf(event).split("/").at(-1)}`.trim();
    }
  }
  close();
  return tasks;
};

/** From mark to mark, and from the start to the first mark that ends: the page was loading. */
const busySpans = (main: readonly TraceEvent[]): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const { name, ts } of main) {
    if (name === busyMarks.start) start = ts;
    if (name === busyMarks.end) spans.push({ start, end: ts });
  }
  return spans;
};

/** Processor time of the outermost scripts that hold no call of the page's own, in microseconds. */
const guestTime = (scripts: readonly TraceEvent[], pageUrl: string): number => {
  let sum = 0;
  let end = 0;
  for (const [at, script] of scripts.entries()) {
    if (script.ts < end) continue;
    end = script.ts + (script.dur ?? 0);
    const within = scripts.slice(at).filter(({ ts }) => ts < end);
    if (!within.some((one) => urlOf(one) === pageUrl)) sum += Math.min(script.dur ?? 0, script.tdur ?? 0);
  }
  return sum;
};
