import type { RangeRequest } from "../utils/table/range.ts";
import { listBuffers, readRange } from "../utils/table/read-range.ts";

/** Reads one range and hands over its memory. No answer is an answer too: the range is then read by whoever asked. */
addEventListener("message", async ({ data }: MessageEvent<RangeRequest>) => {
  const range = await readRange(data).catch(() => undefined);
  postMessage(range, { transfer: range === undefined ? [] : listBuffers(range) });
});
