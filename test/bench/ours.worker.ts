import { readRangesIn } from "../../workers/range-reader.ts";
import type { Answer } from "./answer.ts";
import { checkOurs } from "./ours.ts";

/** As the extension does. */
const helper = readRangesIn(() => new Worker("/range.worker.js", { type: "module" }));

const answer = (message: Answer): void => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<File[]>) => {
  try {
    const files = data.map((file) => ({ name: file.name, blob: file }));
    answer({ ok: true, ...(await checkOurs(files, () => performance.now(), helper)) });
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
