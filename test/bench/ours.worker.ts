import { helpIn } from "../../workers/range-helper.ts";
import { makeWarmUpFiles, warmUpRounds } from "../../workers/warm-up.ts";
import type { Answer, Order } from "./answer.ts";
import { checkOurs } from "./ours.ts";

/** As the extension does. */
const openHelper = helpIn(() => new Worker("/range.worker.js", { type: "module" }));

const answer = (message: Answer | "warm"): void => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    if (data === "warm") {
      // As the extension's worker does when a page on which files are chosen is opened.
      const files = makeWarmUpFiles();
      for (let round = 0; round < warmUpRounds; round++) await checkOurs(files, () => performance.now());
      return answer("warm");
    }
    const files = data.map((file) => ({ name: file.name, blob: file }));
    answer({ ok: true, ...(await checkOurs(files, () => performance.now(), openHelper)) });
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
