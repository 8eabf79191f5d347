import type { RangeRequest } from "../utils/table/range.ts";
import { answerRange } from "../utils/table/range-port.ts";

addEventListener("message", ({ data }: MessageEvent<RangeRequest>) => {
  void answerRange(data, (answer, transfer) => postMessage(answer, { transfer }));
});
