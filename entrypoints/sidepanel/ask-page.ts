import { browser } from "#imports";
import type { Say } from "../../components/say.ts";
import type { Word } from "../../components/words-en.ts";
import { wordsEnTeach } from "../../components/words-en-teach.ts";
import type { Answer } from "../../utils/messages/answers.ts";
import { speakerOf } from "../../utils/messages/sender.ts";
import { type TeachCommand, TeachEvent, type TeachRequest } from "../../utils/messages/teach-contracts.ts";

/** Asks the page through the background. A page that cannot be reached is an answer with a problem. */
export const askPage = async (
  tabId: number,
  command: TeachCommand,
  frameId?: number,
): Promise<Answer<unknown>> => {
  const request: TeachRequest = {
    type: "teach/do",
    tabId,
    command,
    ...(frameId !== undefined && { frameId }),
  };
  const answer = (await browser.runtime.sendMessage(request).catch(() => undefined)) as
    | Answer<unknown>
    | undefined;
  return answer ?? { ok: false, problem: "Rosterguard could not be reached." };
};

/** Calls `onEvent` for what a person does in a frame of this tab; nobody else is believed. Returns how to stop. */
export const hearPage = (
  tabId: number,
  onEvent: (event: TeachEvent, frameId: number) => void,
): (() => void) => {
  const us = { id: browser.runtime.id, root: browser.runtime.getURL("/") };
  const listen = (message: unknown, sender: Parameters<typeof speakerOf>[0]): undefined => {
    const speaker = speakerOf(sender, us);
    if (speaker.kind !== "page" || speaker.tabId !== tabId) return;
    const parsed = TeachEvent.safeParse(message);
    if (parsed.success) onEvent(parsed.data, speaker.frameId);
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
};

const inPage = "teach.page.";

/** The words of the page's side, by their keys there; their holes are filled there too. */
export const pageWords = (say: Say): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(wordsEnTeach) as Word[])
      .filter((word) => word.startsWith(inPage))
      .map((word) => [word.slice(inPage.length), say(word)]),
  );
