import { keepReasons, type Quiet, takenBack } from "../../utils/guard/quiet.ts";
import { changeTold } from "./desk-services.ts";
import { tellTabs } from "./tell-tabs.ts";

/**
 * Somebody wants to hear less, or to hear it again: the pages of those sites ask anew. What was said once in this
 * session, or held once, is said and held again where a wish was taken back.
 */
export const tellOfQuiet = async (change: { oldValue?: unknown; newValue?: unknown }): Promise<void> => {
  const listOf = (value: unknown) => (Array.isArray(value) ? (value as Quiet[]) : []);
  const [before, after] = [listOf(change.oldValue), listOf(change.newValue)];
  const now = new Date().toISOString();
  const gone = takenBack(before, after, now);
  const come = takenBack(after, before, now);
  if (gone.length > 0) await changeTold((told) => keepReasons(told, gone));
  const origins = [...new Set([...gone, ...come].map(({ origin }) => origin))];
  if (origins.length > 0) await tellTabs({ type: "portal/quiet-news", origins });
};

/** Somebody wants to hear again, from the side panel, what was said once: the list is empty then. */
export const tellOfTold = async (change: { oldValue?: unknown; newValue?: unknown }): Promise<void> => {
  const reasons = Array.isArray(change.oldValue) ? (change.oldValue as string[]) : [];
  if (reasons.length === 0 || (change.newValue as string[] | undefined)?.length !== 0) return;
  const originOf = (reason: string) => reason.replace(/^held /, "").split(" ")[0] ?? "";
  await tellTabs({ type: "portal/quiet-news", origins: [...new Set(reasons.map(originOf))] });
};
