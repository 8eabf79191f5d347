import { evaluationInstant } from "../guard/evaluation-instant.ts";
import { type GuardContext, shownPage } from "../guard/judge-edit.ts";
import { nextFate } from "../guard/ledger.ts";
import { dueOf, isPressing } from "../guard/reminders.ts";
import { sayNotice } from "../guard/say-notice.ts";
import { sayOutcome } from "../guard/say-outcome.ts";
import { summarise } from "../guard/summarise.ts";
import type { PortalPage } from "../portals/profile.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import { rosterFromPage } from "../roster/from-page.ts";
import { mergeRosters } from "../roster/merge-rosters.ts";
import type { Roster } from "../roster/roster.ts";
import type { RosterAnswer } from "./answers.ts";
import { compareSections } from "./compare-sections.ts";
import type { PageRoster } from "./contracts.ts";
import type { DeskServices, TabNote } from "./desk-services.ts";
import { type DeskStore, type KeptEntry, pageRosterName } from "./desk-store.ts";
import { digestStudents, observe } from "./digest-edit.ts";
import type { Heard } from "./handle-hello.ts";

/** A roster was read: keep it, see what became of the edits and reports of its sections, tell counts. */
export const handleRoster = async (
  heard: Heard,
  shown: string,
  seenPage: PageRoster,
  services: DeskServices,
): Promise<RosterAnswer> => {
  const { page } = heard;
  const context: GuardContext = { ...heard.context, page: shown };
  const { origin } = page;
  const { policy, now } = context;
  const lastSync = isInstant(seenPage.lastSync) ? seenPage.lastSync : undefined;
  const restricted = isRestricted(shownPage(context), seenPage);
  const seen = rosterFromPage(seenPage, { portal: context.profile.id, seenAt: now, restricted });
  const store = await services.store();
  await keepRoster(store, origin, seen, now);

  const outcome = { now, timeZone: policy.timeZone, ...(lastSync === undefined ? {} : { lastSync }) };
  const at = evaluationInstant(now, lastSync);
  const entries: KeptEntry[] = [];
  for (const { id } of seen.sections) {
    const kept = await store.entriesOf(origin, id);
    if (kept.length === 0) continue;
    const students = await digestStudents(seen, id, store.digest);
    const whole = seen.coverage.kind === "complete" || seen.coverage.sectionIds.includes(id);
    const judged = await Promise.all(
      kept.map(async (one): Promise<KeptEntry> => {
        const observed = await observe(one.entry, students, whole, store.digest);
        const fate = nextFate(one.entry, observed, outcome);
        return fate === one.entry.fate ? one : { ...one, entry: { ...one.entry, fate, fateAt: at } };
      }),
    );
    const changed = judged.filter((one, i) => one !== kept[i]);
    if (changed.length > 0) await store.putEntries(changed.map((one) => ({ ...one, readable: null })));
    entries.push(...judged);
  }

  await services.writeTab(page.tabId, noteSeen(heard.note, shown, seenPage, lastSync));
  const summary = summarise(
    entries.map(({ entry }) => entry),
    lastSync,
  );
  const today = wallTimeAt(at, policy.timeZone).date;
  const title = sayOutcome(summary, today, policy.language);
  const due = { now: at, timeZone: policy.timeZone, ...(lastSync !== undefined && { since: lastSync }) };
  const pressing = entries.map(({ entry }) => dueOf(entry, due)).filter((one) => one && isPressing(one));
  await services.setBadge(page.tabId, { count: pressing.length, title });
  return {
    needsAttention: summary.needsAttention,
    ...(title === undefined ? {} : { summary: title }),
    ...((lastSync === undefined || lastSync === context.lastSync) && shown === heard.context.page
      ? {}
      : {
          lines: sayNotice({ ...context, ...(lastSync === undefined ? {} : { lastSync }) }, policy.language)
            .lines,
        }),
  };
};

/** Whether the page's user sees some of the students only, by the profile's word on access levels. */
const isRestricted = (shown: PortalPage | undefined, { access }: PageRoster): boolean => {
  const levels = shown?.roster?.access?.seesAll;
  if (levels === undefined) return false;
  const level = plain(access ?? "");
  return !levels.some((one) => plain(one) === level);
};

/** "School-wide Editor" and "School Wide Editor" are the same level. */
const plain = (level: string): string =>
  level
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** The page's own text; nothing that is not a date may reach the arithmetic on dates. */
const isInstant = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(text));

/** Adds what the page showed to what was seen before, and notes who came and who went. */
const keepRoster = async (store: DeskStore, origin: string, seen: Roster, now: string): Promise<void> => {
  const name = pageRosterName(origin);
  const before = await store.readRoster(name);
  if (before) {
    for (const { sectionId, change } of compareSections(before, seen, now)) {
      await store.addChange(origin, sectionId, change);
    }
  }
  await store.writeRoster(name, before ? mergeRosters(before, seen) : seen, now);
};

const noteSeen = (note: TabNote, page: string, seen: PageRoster, lastSync: string | undefined): TabNote => {
  const { lastSync: _, resting: __, ...rest } = note;
  const places = { ...note.places };
  for (const { id, title, schoolId, teacherName } of seen.sections) {
    const schoolName = seen.schools.find((school) => school.id === schoolId)?.name;
    places[id] = {
      className: title,
      ...(schoolName === undefined ? {} : { schoolName }),
      ...(teacherName === undefined ? {} : { teacherName }),
    };
  }
  return {
    ...rest,
    page,
    sectionIds: seen.sections.map(({ id }) => id),
    places,
    ...(lastSync === undefined ? {} : { lastSync }),
  };
};
