import type { OpenRangeReader, RangeRequest, ReadRange } from "./range.ts";
import { orSilence } from "./silence.ts";

/** Bytes of the smallest range worth a message and a join. */
const leastRange = 16 * 1024 * 1024;
/** What a byte of the smaller files costs, in bytes of the large one: more of their values are new. */
const otherWeight = 2;

/** What is read elsewhere of a file: from a border to its end, and the border comes nearer. */
export type Shares = {
  header: readonly string[];
  /** How many of the `want` bytes from `position` on are to be read here: 0 at the border. */
  mayRead: (position: number, want: number) => number;
  /** How many bytes were read elsewhere. */
  bytesDone: () => number;
  /**
   * All ranges from the border to the end, in order; no more are begun. Undefined when one of them is of no use, or when
   * everything was cancelled. Never rejects.
   */
  take: () => Promise<ReadRange[] | undefined>;
  /** Ends it: nothing will be taken. */
  drop: () => void;
};

export type Sharing = {
  request: Omit<RangeRequest, "start" | "end">;
  /** The first row that begins after byte `from`, if one does soon. */
  findRow: (from: number) => Promise<number | undefined>;
  openHelper: OpenRangeReader;
  /** Bytes of other files that this thread has still to read. */
  othersLeft: () => number;
  /** Hears how many bytes were read elsewhere while none are read here. */
  onAhead?: ((bytes: number) => void) | undefined;
  /** As in `OpenOptions`. */
  splitAt?: readonly number[] | undefined;
};

/**
 * Gives another thread the end of the file to read, then the range before it, and so on: each a third of what is left for
 * both, so that a thread that is slower gets less and nobody waits long. Undefined where there is nothing to share.
 */
export const shareFile = async (
  { request, findRow, openHelper, othersLeft, onAhead, splitAt }: Sharing,
  signal: AbortSignal,
): Promise<Shares | undefined> => {
  const ranges: Promise<ReadRange | undefined>[] = [];
  let border = request.blob.size;
  /** How far this thread has read, or is about to. */
  let reach = 0;
  let finished = 0;
  let current = 0;
  let state: "open" | "taken" | "useless" = "open";

  const nextFrom = (): number | undefined => {
    if (splitAt !== undefined) return splitAt[ranges.length];
    const length = Math.floor((othersLeft() * otherWeight + border - reach) / 3);
    // It must not begin where this thread arrives as soon.
    const from = Math.max(border - length, reach + leastRange);
    return border - from < leastRange ? undefined : from;
  };
  const nextStart = async (): Promise<number | undefined> => {
    const from = nextFrom();
    const start = from === undefined || from >= border ? undefined : await findRow(from);
    return start === undefined || start >= border || start < reach ? undefined : start;
  };

  let start = await nextStart();
  if (start === undefined || signal.aborted) return undefined;
  const helper = openHelper();
  const close = () => {
    helper.close();
    signal.removeEventListener("abort", close);
  };
  signal.addEventListener("abort", close, { once: true });

  const readOne = async (start: number, end: number): Promise<ReadRange | undefined> => {
    const ask = (onNews: () => void) =>
      helper.read({ ...request, start, end }, (bytes) => {
        current = bytes;
        onNews();
        if (reach === 0) onAhead?.(finished + current);
      });
    const range = await orSilence(ask, signal).catch(() => undefined);
    current = 0;
    if (range?.bytes !== end - start) return undefined;
    finished += range.bytes;
    return range;
  };
  const readAll = async () => {
    while (start !== undefined && state === "open" && !signal.aborted) {
      const range = readOne(start, border);
      border = start;
      ranges.unshift(range);
      if ((await range) === undefined) {
        state = "useless";
        // What was read already is of no use without it.
        ranges.length = 0;
      } else start = await nextStart();
    }
  };
  readAll()
    .catch(() => {
      state = "useless";
    })
    .finally(close);

  return {
    header: request.header,
    mayRead: (position, want) => {
      const until = state === "open" ? border : Number.POSITIVE_INFINITY;
      const bytes = Math.min(want, until - position);
      reach = position + bytes;
      return bytes;
    },
    bytesDone: () => (state === "useless" ? 0 : finished + current),
    take: async () => {
      if (state === "open") state = "taken";
      const taken = await Promise.all(ranges);
      return state !== "taken" || signal.aborted || taken.includes(undefined)
        ? undefined
        : (taken as ReadRange[]);
    },
    drop: () => {
      state = "useless";
      ranges.length = 0;
      close();
    },
  };
};
