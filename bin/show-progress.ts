import type { CheckProgress } from "../utils/pipeline/options.ts";

type Terminal = { isTTY?: boolean; write(text: string): unknown };

/** One line that is written over while files are read; nothing when nobody watches. */
export const showProgress = (terminal: Terminal, now: () => number = () => performance.now()) => {
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show: ({ bytesDone, bytesTotal, rows, faults, warnings }: CheckProgress): void => {
      if (terminal.isTTY !== true || now() - last < 100) return;
      last = now();
      shown = true;
      const percent = bytesTotal === 0 ? 0 : Math.floor((bytesDone / bytesTotal) * 100);
      const line = `${percent} %, ${rows} rows, so far ${faults} faults and ${warnings} warnings`;
      terminal.write(`\r\u001b[K${line}`);
    },
    clear: (): void => {
      if (shown) terminal.write("\r\u001b[K");
    },
  };
};
