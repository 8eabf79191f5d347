/** Runs a task when fewer than `limit` run and none of them holds one of the same keys; in order of arrival. */
export const createQueue = (limit: number) => {
  type Waiting = { keys: readonly string[]; start: () => void };
  const waiting: Waiting[] = [];
  const held = new Set<string>();
  let running = 0;

  const startNext = () => {
    for (let i = 0; i < waiting.length && running < limit; ) {
      const next = waiting[i]!;
      if (next.keys.some((key) => held.has(key))) {
        i++;
        continue;
      }
      waiting.splice(i, 1);
      for (const key of next.keys) held.add(key);
      running++;
      next.start();
    }
  };

  return async <T>(keys: readonly string[], task: () => Promise<T>): Promise<T> => {
    await new Promise<void>((start) => {
      waiting.push({ keys, start });
      startNext();
    });
    try {
      return await task();
    } finally {
      running--;
      for (const key of keys) held.delete(key);
      startNext();
    }
  };
};
