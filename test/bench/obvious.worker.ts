import { makeWarmUpFiles, warmUpRounds } from "../../workers/warm-up.ts";
import type { Answer, Order } from "./answer.ts";
import { checkObvious } from "./obvious.ts";

const answer = (message: Answer | "warm"): void => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    if (data === "warm") {
      const files = makeWarmUpFiles();
      for (let round = 0; round < warmUpRounds; round++) await checkObvious(files);
      return answer("warm");
    }
    const { rows, counts } = await checkObvious(data.map((file) => ({ name: file.name, blob: file })));
    answer({ ok: true, rows, counts });
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
