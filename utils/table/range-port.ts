import type { OpenRangeReader, RangeRequest, ReadRange } from "./range.ts";
import { listBuffers, readRange } from "./read-range.ts";

/**
 * On fewer cores the engine's own threads and the browser's need the second one: another reader gains a twentieth to a
 * quarter of the time there, and costs a small machine a quarter more memory.
 */
export const coresForHelper = 4;

/** Bytes read so far, or the range; null when it is of no use. */
export type RangeAnswer = number | ReadRange | null;

/** A thread that answers requests with `answerRange`, whatever kind of worker it is. */
export type RangePort = {
  post: (request: RangeRequest) => void;
  end: () => void;
};

/** Reads ranges in a thread that is told where to put its answers, and that it has died. A dead one gives none. */
export const readRangesIn =
  (openPort: (onAnswer: (answer: RangeAnswer) => void, onDeath: () => void) => RangePort): OpenRangeReader =>
  () => {
    let end: (range: ReadRange | undefined) => void = () => {};
    let tell: (bytes: number) => void = () => {};
    let died = false;
    const port = openPort(
      (answer) => {
        if (typeof answer === "number") tell(answer);
        else end(answer ?? undefined);
      },
      () => {
        died = true;
        end(undefined);
      },
    );
    return {
      read: (request, onBytes) =>
        new Promise((resolve) => {
          if (died) return resolve(undefined);
          end = resolve;
          tell = onBytes;
          port.post(request);
        }),
      close: port.end,
    };
  };

/** Milliseconds between two words on how far it is: the one who hears them has work of its own. */
const interval = 100;

/** The thread's side: reads a range and hands over its memory. No range is an answer too: whoever asked reads it then. */
export const answerRange = async (
  request: RangeRequest,
  say: (answer: RangeAnswer, transfer: ArrayBuffer[]) => void,
): Promise<void> => {
  let next = 0;
  const onProgress = ({ bytesDone }: { bytesDone: number }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + interval;
    say(bytesDone, []);
  };
  const range = await readRange(request, { onProgress }).catch(() => undefined);
  if (range === undefined) say(null, []);
  else say(range, listBuffers(range));
};
