import { readFileSync } from "node:fs";

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

/**
 * Samples every 50 ms; the peak is what the run added to the memory before it. The system walks all pages of a process for
 * one sample, so with gigabytes the samples come further apart: they must not take more than a tenth of a core.
 */
export const watchMemory = (pids: readonly number[]): MemoryWatch => {
  const before = readPss(pids);
  let peak = before;
  let timer: NodeJS.Timeout;
  const sample = (): void => {
    const began = performance.now();
    const now = readPss(pids);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
    timer = setTimeout(sample, Math.max(50, (performance.now() - began) * 9));
  };
  sample();
  return {
    peakBytes() {
      sample();
      clearTimeout(timer);
      return peak === undefined || before === undefined ? undefined : peak - before;
    },
  };
};
