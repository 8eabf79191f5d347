import type { Answer, PortalAnswers } from "./answers.ts";
import { PortalMessage } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import { handleCard, handleCardPressed } from "./handle-card.ts";
import { handleIntent, handleReported, handleSaved } from "./handle-edits.ts";
import { type Heard, handleHello, hear, heldReason, type PageSpeaker } from "./handle-hello.ts";
import { handleQuiet } from "./handle-quiet.ts";
import { handleReleased } from "./handle-released.ts";
import { handleResting, handleUnseenFile } from "./handle-resting.ts";
import { handleRoster } from "./handle-roster.ts";
import { hearUnknown } from "./hear-unknown.ts";
import { type Sender, speakerOf } from "./sender.ts";

type PortalAnswer = Answer<PortalAnswers[PortalMessage["type"]]>;

const refuse = (problem: string): Answer<never> => ({ ok: false, problem });

const refusals = {
  sender: "This message did not come from a portal page that Rosterguard watches.",
  message: "Rosterguard did not understand this message.",
  origin: "Rosterguard may not look at this site.",
  policy: "Your LEA's policy names no portal at this address.",
  fault: "Rosterguard could not do this because of a fault of its own. The portal works as usual.",
};

/**
 * Answers content scripts: sender, then shape, then granted origin, then the LEA's policy, then the deed. Never
 * throws; a message that fails at any step has no effect.
 */
export const createDesk = (services: DeskServices) => {
  let turn: Promise<unknown> = Promise.resolve();
  /** Two tabs must not merge into the same roster at once: what changes the store waits its turn. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = turn.then(task, task);
    turn = next.catch(() => undefined);
    return next;
  };

  const act = async (message: PortalMessage, page: PageSpeaker): Promise<PortalAnswer> => {
    if (!(await services.isGranted(page.origin))) return refuse(refusals.origin);
    if (message.type === "portal/part") {
      await services.addPart(page, message.part);
      return { ok: true, value: null };
    }
    const heard = await hear(page, services);
    if (!heard && message.type === "portal/roster")
      return { ok: true, value: await answer(message, await hearUnknown(page, services)) };
    if (!heard) return message.type === "portal/hello" ? { ok: true, value: null } : refuse(refusals.policy);
    return { ok: true, value: await answer(message, heard) };
  };

  const answer = async (
    message: Exclude<PortalMessage, { type: "portal/part" }>,
    heard: Heard,
  ): Promise<PortalAnswers[PortalMessage["type"]]> => {
    switch (message.type) {
      case "portal/hello":
        return inTurn(() => handleHello(heard, services, message.url));
      case "portal/roster":
        return inTurn(() => handleRoster(heard, message.page, message.roster, services));
      case "portal/resting":
        await inTurn(() => handleResting(heard, message.page, message.because, services));
        return null;
      case "portal/intent":
        return inTurn(() => handleIntent(heard, message.edit, services, message.isSave));
      case "portal/quiet":
        await inTurn(() => handleQuiet(heard, message, services));
        return null;
      case "portal/saved":
        await inTurn(() => handleSaved(heard, message.edits, services));
        return null;
      case "portal/carried":
        await inTurn(() => services.writeCarried(heard.page, message.carried));
        return null;
      case "portal/held":
        await inTurn(() => services.tellOnce(heldReason(heard.page.origin) + message.sectionId));
        return null;
      case "portal/card":
        return handleCard(heard.page, message, services);
      case "portal/card-pressed":
        return handleCardPressed(heard.page, message, services);
      case "portal/unseen-file":
        await inTurn(() => handleUnseenFile(heard, services));
        return null;
      case "portal/reported":
        return inTurn(() => handleReported(heard, message.edit, message.channel, services));
      case "portal/open-panel": {
        const view = { name: message.view, at: services.now() };
        await services.writeTab(heard.page.tabId, { ...heard.note, view });
        return null;
      }
      case "portal/need-validator":
        await services.ensureHost();
        return null;
      case "portal/released":
        await handleReleased(heard.page, message, services);
        return null;
    }
  };

  return async (message: unknown, sender: Sender): Promise<PortalAnswer> => {
    const speaker = speakerOf(sender, services.us);
    if (speaker.kind !== "page") return refuse(refusals.sender);
    const parsed = PortalMessage.safeParse(message);
    if (!parsed.success) return refuse(refusals.message);
    // Still in the task of the click: opening the panel cannot wait, and shows the page nothing.
    const opening = parsed.data.type === "portal/open-panel" ? services.openPanel(speaker.tabId) : null;
    try {
      await opening;
      return await act(parsed.data, speaker);
    } catch {
      return refuse(refusals.fault);
    }
  };
};
