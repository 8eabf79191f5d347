/** Lets a call through at most every `interval` milliseconds and drops the rest; the first always passes. */
export const throttle = <T>(
  call: (value: T) => void,
  interval: number,
  clock: () => number = () => performance.now(),
): ((value: T) => void) => {
  let next = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = clock();
    if (now < next) return;
    next = now + interval;
    call(value);
  };
};
