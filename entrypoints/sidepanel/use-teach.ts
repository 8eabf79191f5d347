import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../../components/say.ts";
import { sayControl } from "../../components/TeachControls.tsx";
import { type TeachCommand, TeachFrames } from "../../utils/messages/teach-contracts.ts";
import {
  addPointed,
  answersOf,
  beginDraft,
  chooseOffered,
  moveStep,
  type TeachDraft,
} from "../../utils/messages/teach-draft.ts";
import type { Policy, SyncCalendar } from "../../utils/policy/policy.ts";
import type { ControlPurpose, TaughtPortal } from "../../utils/portals/taught-portal.ts";
import { mostTaught } from "../../utils/store/taught.ts";
import { askPage, hearPage, pageWords } from "./ask-page.ts";
import { saveTaught } from "./save-taught.ts";

/** Between two signs that the panel is still open, in milliseconds; the page ends teaching without them. */
const pulse = 5000;

export type TeachState =
  | { kind: "finding" }
  | { kind: "failed"; problem: string }
  | { kind: "draft"; draft: TeachDraft; notice: string; problems: string[] }
  | { kind: "done"; taught: TaughtPortal };

/** As the LEA's other portals, or on school nights: a start, to be said otherwise. */
const usualSync = (policy: Policy): SyncCalendar =>
  policy.portals[0]?.sync ?? { weekdays: [...policy.calendar.weekdays], at: "02:00", onHolidays: false };

/** Teaching one tab's page: the draft, what is asked of the page, and what a person does there. */
export const useTeach = (tabId: number, origin: string, policy: Policy, say: Say) => {
  const [state, setState] = useState<TeachState>({ kind: "finding" });
  const draft = state.kind === "draft" ? state.draft : undefined;
  const now = useRef(draft);
  now.current = draft;

  const change = (make: (draft: TeachDraft) => TeachDraft, notice = "") =>
    setState((before) =>
      before.kind === "draft" ? { ...before, draft: make(before.draft), notice, problems: [] } : before,
    );

  /** Of the frame whose roster is chosen. */
  const ask = async (command: TeachCommand, of = now.current) => {
    const answer = await askPage(tabId, command, of?.rosters[of.chosen]?.frameId);
    if (!answer.ok) setState({ kind: "failed", problem: answer.problem });
    return answer;
  };
  const at = (of = now.current): number => of?.rosters[of.chosen]?.at ?? 0;
  const show = (of: TeachDraft, column?: string) =>
    ask({ do: "show", roster: at(of), ...(column !== undefined && { column }) }, of);

  const choose = (of: TeachDraft, index: number) => {
    const chosen = chooseOffered(of, index);
    const [before, after] = [of, chosen].map((one) => one.rosters[one.chosen]?.frameId);
    if (before !== after) void askPage(tabId, { do: "clear" }, before);
    change(() => chosen);
    void show(chosen);
  };

  const begin = useCallback(async () => {
    setState({ kind: "finding" });
    const answer = await askPage(tabId, { do: "find", language: say.language, words: pageWords(say) });
    const frames = answer.ok ? TeachFrames.safeParse(answer.value) : undefined;
    if (!answer.ok) return setState({ kind: "failed", problem: answer.problem });
    const made = frames?.success ? beginDraft(frames.data, usualSync(policy)) : undefined;
    if (!made || made.rosters.length === 0)
      return setState({ kind: "failed", problem: say("teach.find.none") });
    setState({ kind: "draft", draft: made, notice: "", problems: [] });
    await show(made);
  }, [tabId]);

  useEffect(() => {
    void begin();
    /** Frames that show no roster end by themselves. */
    const toFrames = (command: TeachCommand) => {
      for (const frameId of new Set(now.current?.rosters.map((one) => one.frameId)))
        void askPage(tabId, command, frameId);
    };
    const end = () => toFrames({ do: "end" });
    const stop = hearPage(tabId, (event, frameId) => {
      const of = now.current;
      if (!of) return;
      if (event.type === "teach/chosen") {
        const index = of.rosters.findIndex((one) => one.frameId === frameId && one.at === event.roster);
        if (index < 0) return;
        choose(of, index);
      } else if (event.type === "teach/pointed") {
        const name = sayControl(event.control, say);
        change(
          (before) => addPointed(before, event.purpose, event.control),
          say("teach.control.pointed", { name }),
        );
      } else change((before) => before);
    });
    const timer = setInterval(() => toFrames({ do: "stay" }), pulse);
    window.addEventListener("pagehide", end);
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener("pagehide", end);
      end();
    };
  }, [begin]);

  const move = (by: 1 | -1) => {
    if (!draft) return;
    const next = moveStep(draft, by);
    change(() => next);
    void show(next);
  };
  return {
    state,
    begin,
    change,
    move,
    choose: (index: number) => draft && choose(draft, index),
    chooseInPage: () => {
      change((before) => before, say("teach.find.wait"));
      void ask({ do: "choose" });
    },
    showColumn: (key: string) => draft && void show(draft, key),
    showControl: (selector: string) => {
      if (draft && selector !== "") void ask({ do: "show-control", roster: at(), selector });
    },
    point: (purpose: ControlPurpose) => {
      change((before) => before, say("teach.control.wait"));
      void ask({ do: "point", roster: at(), purpose });
    },
    save: async () => {
      if (!draft) return;
      const answer = await ask({ do: "propose", roster: at() });
      if (!answer.ok) return;
      const full = say("teach.save.full", { most: mostTaught });
      const saved = await saveTaught(
        answer.value,
        answersOf(draft, origin),
        policy,
        say("teach.save.named"),
        full,
      );
      if (!saved.ok) return setState({ kind: "draft", draft, notice: "", problems: saved.problems });
      for (const { frameId } of draft.rosters) void askPage(tabId, { do: "end" }, frameId);
      setState({ kind: "done", taught: saved.taught });
    },
  };
};
