import type { RosterAnswer } from "../messages/answers.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { SentRoster } from "./write-students.ts";

/** Tells the background of the rosters of a page, once as long as they are the same. */
export type Teller = {
  /** `print` changes when they do; only then they are written down. */
  tell: (
    page: string,
    print: string,
    write: () => Promise<readonly SentRoster[]>,
    onAnswer: (answer: RosterAnswer) => void,
  ) => Promise<void>;
  /** What is told next is told in any case. */
  forget: () => void;
};

export const createTeller = (
  link: Pick<BackgroundLink, "ask">,
  breathe: () => Promise<void>,
  signal: AbortSignal,
): Teller => {
  let last: string | undefined;
  return {
    tell: async (page, print, write, onAnswer) => {
      const told = `${page} ${print}`;
      if (told === last) return;
      last = told;
      for (const roster of await write()) {
        // A long text is handed to the browser in one piece: in a task of its own.
        await breathe();
        if (signal.aborted) return;
        const answer = await link.ask<"portal/roster">({ type: "portal/roster", page, roster });
        if (answer.ok && !signal.aborted) onAnswer(answer.value);
      }
    },
    forget: () => {
      last = undefined;
    },
  };
};
