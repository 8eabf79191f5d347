import { readFileSync } from "node:fs";
import { setInterval } from "node:timers";

/** Proportional set size of the processes together, in bytes; undefined where the system does not tell (not Linux). */
const readPss = (pids: readonly number[]): number | undefined => {
  let bytes: number | undefined;
  for (const pid of pids) {
    try {
      const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
      if (kilobytes !== undefined) bytes = (bytes ?? 0) + Number(kilobytes) * 1024;
    } catch {
      // The process ended between two samples.
    }
  }
  return bytes;
};

export type MemoryWatch = { peakBytes: () => number | undefined };

/** Samples every 50 ms; the peak is what the run added to the memory before it. */
export const watchMemory = (pids: readonly number[]): MemoryWatch => {
  const before = readPss(pids);
  let peak = before;
  const sample = (): void => {
    const now = readPss(pids);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  };
  const timer = setInterval(sample, 50);
  return {
    peakBytes() {
      clearInterval(timer);
      sample();
      return peak === undefined || before === undefined ? undefined : peak - before;
    },
  };
};
