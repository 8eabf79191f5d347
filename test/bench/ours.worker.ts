import type { Answer } from "./answer.ts";
import { checkOurs } from "./ours.ts";

const answer = (message: Answer): void => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<File[]>) => {
  try {
    const files = data.map((file) => ({ name: file.name, blob: file }));
    answer({ ok: true, ...(await checkOurs(files, () => performance.now())) });
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
