import type { Answer } from "./answer.ts";
import { checkObvious } from "./obvious.ts";

const answer = (message: Answer): void => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<File[]>) => {
  try {
    const { rows, counts } = await checkObvious(data.map((file) => ({ name: file.name, blob: file })));
    answer({ ok: true, rows, counts });
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
