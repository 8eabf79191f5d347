/** How a page is read beside its own work: in slices, and no more than a share of the time. */
export type Pace = {
  /** Gives the page its turn. */
  breathe: () => Promise<void>;
  /** A reading begins. */
  begin: () => void;
  /** A reading has ended: the next one waits in proportion to the work it took. */
  end: () => void;
  /** Milliseconds until the next reading may begin. */
  rest: () => number;
  /** The page has changed and will be laid out with its next frame. */
  noteChange: () => void;
  /** The page shows something else: what was read before does not count. */
  restart: () => void;
};

/** A reading's work is followed by so many times its length without any: it gets a thirteenth of the thread at most. */
const usual = 12;
const longestRest = 10_000;
/** What one slice counts for at most, in milliseconds: the thread may have stood still, or waited for an answer. */
const longestSlice = 50;
/** A page in the background draws no frame. */
const frameWithin = 100;

/** A page that changes with every frame is waited for no longer than this. */
const mostFrames = 3;

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, frameWithin);
  });

/** `share`: how many times as long as it took a reading is followed by rest. */
export const createPace = (share = usual): Pace => {
  let isChanged = false;
  let resumed = 0;
  let spent = 0;
  let restUntil = 0;
  /** Readings under way: one that a newer one takes the place of ends a slice later. */
  let reading = 0;
  return {
    breathe: async () => {
      spent += Math.min(performance.now() - resumed, longestSlice);
      for (let frames = 0; frames <= mostFrames; frames += 1) {
        // Asked how something looks before its frame, the browser would lay the whole page out in our task.
        const wait = isChanged && frames < mostFrames;
        isChanged = false;
        if (wait) await nextFrame();
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!isChanged) break;
      }
      resumed = performance.now();
    },
    begin: () => {
      reading += 1;
      if (reading > 1) return;
      spent = 0;
      resumed = performance.now();
    },
    end: () => {
      reading -= 1;
      if (reading > 0) return;
      restUntil = performance.now() + Math.min(spent * share, longestRest);
    },
    rest: () => Math.max(0, restUntil - performance.now()),
    noteChange: () => {
      isChanged = true;
    },
    restart: () => {
      restUntil = 0;
    },
  };
};
