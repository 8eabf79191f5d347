/** Milliseconds of silence after which bytes are asked for once more, and how often at most. */
export const usualPatience = 2000;
const mostAttempts = 5;

const silent = Symbol("silent");

/**
 * The first answer to `ask`, asked anew whenever `patience` milliseconds pass without one. Chromium now and then forgets a
 * read of a blob and would never answer it (seen once in some fifty checks on a busy machine); a slow disk answers late, and
 * its late answer counts as well as any. The attempts are numbered from 0. Rejects as the first that rejects.
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

const orSilence = async <T>(asked: readonly Promise<T>[], patience: number): Promise<T | typeof silent> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<typeof silent>((resolve) => {
    timer = setTimeout(resolve, patience, silent);
  });
  try {
    return await Promise.race([...asked, silence]);
  } finally {
    clearTimeout(timer);
  }
};
