import type { Answer } from "./answers.ts";
import { type Sender, speakerOf } from "./sender.ts";
import { type TeachOrder, TeachRequest } from "./teach-contracts.ts";

/** Effects, passed in. */
export type TeachServices = {
  us: { id: string /** "chrome-extension://abc/" */; root: string };
  /** "https://portal.example.org"; null for a tab without such an address, or one we may not know. */
  originOf(tabId: number): Promise<string | null>;
  isGranted(origin: string): Promise<boolean>;
  /** Puts teach mode into all frames of a tab that we may look at; answers their numbers. */
  inject(tabId: number): Promise<number[]>;
  /** Rejects where nobody listens. */
  order(tabId: number, frameId: number, order: TeachOrder): Promise<unknown>;
};

const refuse = (problem: string): Answer<never> => ({ ok: false, problem });

const refusals = {
  sender: "Only Rosterguard's own pages may teach.",
  message: "Rosterguard did not understand this message.",
  origin: "Rosterguard may not look at this site.",
  gone: "The page was loaded again or left. Begin again.",
};

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === "object" && value !== null && typeof (value as Answer<unknown>).ok === "boolean";

/**
 * Passes what the side panel asks to the page: sender, then shape, then granted origin, then the deed. No page can ask
 * for anything here. Never throws. `find` is answered by `{ frameId, found }[]`, the rest by the frame's own answer.
 */
export const createTeachDesk =
  (services: TeachServices) =>
  async (message: unknown, sender: Sender): Promise<Answer<unknown>> => {
    if (speakerOf(sender, services.us).kind !== "extension") return refuse(refusals.sender);
    const parsed = TeachRequest.safeParse(message);
    if (!parsed.success) return refuse(refusals.message);
    const { tabId, frameId = 0, command } = parsed.data;
    try {
      const origin = await services.originOf(tabId);
      if (origin === null || !(await services.isGranted(origin))) return refuse(refusals.origin);
      const order: TeachOrder = { type: "teach/order", command };
      if (command.do !== "find") {
        const answer = await services.order(tabId, frameId, order);
        return isAnswer(answer) ? answer : refuse(refusals.gone);
      }
      const frames = await services.inject(tabId);
      const answers = await Promise.all(
        frames.map(async (frame) => ({
          frameId: frame,
          // A frame may go while it is asked.
          answer: await services.order(tabId, frame, order).catch(() => undefined),
        })),
      );
      const found = answers.flatMap(({ frameId: frame, answer }) =>
        isAnswer(answer) && answer.ok ? [{ frameId: frame, found: answer.value }] : [],
      );
      return { ok: true, value: found };
    } catch {
      return refuse(refusals.gone);
    }
  };
