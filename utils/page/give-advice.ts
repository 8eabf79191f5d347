import type { QuietScope } from "../guard/quiet.ts";
import type { IntentAnswer, PortalBriefing } from "../messages/answers.ts";
import type { Edit } from "../messages/contracts.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { Callout } from "./callout.ts";
import type { FindAgain } from "./find-again.ts";
import type { Surface } from "./surface/surface.ts";
import type { Surfaces } from "./surfaces.ts";
import type { Say } from "./words.ts";

/** What is said of an edit beside its control, and what is done about its save. */
export type Advice = {
  warn: (edit: Edit, control: Element, findAgain?: FindAgain) => Promise<void>;
  /** Whether a save of this class is to be held. */
  isHeld: (sectionId: string) => boolean;
  /** A save is held: says why and lets it go on, at once where there is nothing to say. */
  hold: (edits: [Edit, ...Edit[]], control: Element, goOn: () => void) => Promise<void>;
  /** The person wants to hear it again. */
  forget: () => void;
  close: () => void;
};

export type AdviceOptions = {
  link: BackgroundLink;
  briefing: () => PortalBriefing | undefined;
  say: () => Say;
  /** What shows things; null where it did not come. */
  surfaces: () => Surfaces | null | undefined;
  /** Settles when that is known. */
  prepared: Promise<unknown>;
  surfaceOf: (surfaces: Surfaces) => Surface;
  /** The page keeps us from being seen: then nothing of it is held. */
  isHidden: () => boolean;
  signal: AbortSignal;
};

/** How long a held save waits for its answer before it goes on by itself, in milliseconds. */
const patience = 2000;

export const giveAdvice = (options: AdviceOptions): Advice => {
  const { link, briefing, say, surfaces, prepared, surfaceOf, isHidden, signal } = options;
  const tell = (message: Parameters<BackgroundLink["ask"]>[0]) => void link.ask(message);
  /** Classes of which enough was said in this session. */
  const held = new Set<string>();
  let callout: Callout | undefined;

  const reporter = (edit: Edit) => async (channel: string) => {
    const reported = await link.ask<"portal/reported">({ type: "portal/reported", edit, channel });
    return reported.ok ? reported.value.line : say()("reportFailed");
  };
  const calloutOf = (shows: Surfaces): Callout => {
    callout ??= shows.createCallout({ surface: () => surfaceOf(shows), say: say() });
    return callout;
  };
  const beQuiet =
    ({ sectionId }: Edit) =>
    (scope: QuietScope) => {
      if (briefing()?.level !== "block") held.add(sectionId);
      tell({ type: "portal/quiet", scope, sectionId });
    };

  const warn: Advice["warn"] = async (edit, control, findAgain) => {
    const answer = await link.ask<"portal/intent">({ type: "portal/intent", edit });
    await prepared;
    const shows = surfaces();
    if (!answer.ok || answer.value.warning === undefined || answer.value.told) return;
    if (signal.aborted || !shows) return;
    calloutOf(shows).show(control, answer.value, reporter(edit), { findAgain, onQuiet: beQuiet(edit) });
  };

  /** The first of these edits that `isMeant`, with what is to be said of it; undefined when that takes too long. */
  const findWarning = async (edits: readonly Edit[], isMeant: (answer: IntentAnswer) => boolean) => {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    const kinds = new Map(edits.map((edit) => [`${edit.change} ${edit.field}`, edit]));
    const find = async () => {
      for (const edit of kinds.values()) {
        const answer = await link.ask<"portal/intent">({ type: "portal/intent", edit, isSave: true });
        if (answer.ok && answer.value.warning !== undefined && isMeant(answer.value))
          return { edit, answer: answer.value };
      }
      return;
    };
    return Promise.race([find(), late]);
  };
  const isKnown = (sectionId: string): boolean =>
    held.has(sectionId) || (briefing()?.held ?? []).includes(sectionId);
  const isBlocking = (sectionId: string): boolean =>
    briefing()?.level === "block" && (briefing()?.mayOverride === false || !isKnown(sectionId));

  const hold: Advice["hold"] = async (edits, control, goOn) => {
    const { sectionId } = edits[0];
    const isBlocked = isBlocking(sectionId);
    const noteHeld = () => {
      held.add(sectionId);
      tell({ type: "portal/held", sectionId });
    };
    if (!isBlocked) noteHeld();
    const isUndone = ({ verdict }: IntentAnswer) => ["overwritten", "locked"].includes(verdict.policy);
    const found = await findWarning(edits, isBlocked ? isUndone : () => true);
    const shows = surfaces();
    if (!found || signal.aborted || !shows) return goOn();
    const { edit, answer } = found;
    const lead = isBlocked ? (briefing()?.blockMessage ?? say()("blocked")) : say()("held");
    const mayGoOn = !isBlocked || briefing()?.mayOverride !== false;
    const onGoOn = () => {
      if (isBlocked) noteHeld();
      goOn();
    };
    const said = { ...answer, warning: `${lead} ${answer.warning}` };
    calloutOf(shows).show(control, said, reporter(edit), {
      isBlocked,
      ...(mayGoOn && { onGoOn }),
      ...(!isBlocked && { onQuiet: beQuiet(edit) }),
    });
  };

  return {
    warn,
    hold,
    isHeld: (sectionId) => {
      const level = briefing()?.level ?? "inform";
      if (level === "inform" || !surfaces() || isHidden()) return false;
      return isBlocking(sectionId) || (level === "confirm" && !isKnown(sectionId));
    },
    forget: () => held.clear(),
    close: () => callout?.close(),
  };
};
