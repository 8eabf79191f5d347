/** Milliseconds of silence after which bytes are asked for once more, and how often at most. */
export const usualPatience = 2000;
const mostAttempts = 5;

/**
 * The first answer to `ask`, asked anew whenever about `patience` milliseconds pass without one. Chromium now and then
 * forgets a read of a blob and would never answer it (seen once in some fifty checks on a busy machine); a slow disk answers
 * late, and its late answer counts as well as any. The attempts are numbered from 0. Rejects as the first that rejects.
 */
export const askAgain = async <T>(
  ask: (attempt: number) => Promise<T>,
  patience: number = usualPatience,
): Promise<T> => {
  const asked = [ask(0)];
  for (;;) {
    if (asked.length === mostAttempts) return Promise.race(asked);
    const answer = await orSilence(asked, patience);
    if (answer !== silent) return answer;
    asked.push(ask(asked.length));
  }
};

const silent = Symbol("silent");

const orSilence = async <T>(asked: readonly Promise<T>[], patience: number): Promise<T | typeof silent> => {
  const watch = watchOf(patience);
  let waiter: Waiter | undefined;
  const silence = new Promise<typeof silent>((resolve) => {
    waiter = { ticks: 0, give: () => resolve(silent) };
    watch.add(waiter);
  });
  try {
    return await Promise.race([...asked, silence]);
  } finally {
    if (waiter !== undefined) watch.delete(waiter);
  }
};

type Waiter = { ticks: number; give: () => void };

/** Who waits, by patience. */
const watches = new Map<number, Set<Waiter>>();

/** One clock for all who wait: a timer for each of a file's reads would cost more than the reads. */
const watchOf = (patience: number): Set<Waiter> => {
  const known = watches.get(patience);
  if (known !== undefined) return known;
  const waiting = new Set<Waiter>();
  watches.set(patience, waiting);
  const clock: ReturnType<typeof setInterval> = setInterval(() => {
    if (waiting.size === 0) {
      clearInterval(clock);
      watches.delete(patience);
    }
    for (const waiter of waiting) if (++waiter.ticks > 2) waiter.give();
  }, patience / 2);
  // Nobody waits for the clock itself; only Node would.
  (clock as { unref?: () => void }).unref?.();
  return waiting;
};
