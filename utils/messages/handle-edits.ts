import { answerIntent, sayReported } from "../guard/answer-intent.ts";
import type { EditIntent } from "../guard/edit.ts";
import { evaluationInstant } from "../guard/evaluation-instant.ts";
import { isSettled, openEntry } from "../guard/ledger.ts";
import { isQuiet } from "../guard/quiet.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { Roster } from "../roster/roster.ts";
import type { IntentAnswer } from "./answers.ts";
import type { Edit } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import { type DeskStore, type KeptEntry, type LedgerEntry, pageRosterName } from "./desk-store.ts";
import { digestEdit, nameOf } from "./digest-edit.ts";
import type { Heard } from "./handle-hello.ts";

const intentOf = ({ change, field, studentId, sectionId, schoolId }: Edit): EditIntent => ({
  change,
  studentId,
  sectionId,
  schoolId,
  ...(field === undefined ? {} : { field }),
});

/**
 * A person is about to edit: what will become of it, and the LEA's procedure instead. A page remembers what it has said
 * until it is left; that a class and a reason are spoken of once a session is remembered here.
 */
export const handleIntent = async (
  { page, context, note }: Heard,
  edit: Edit,
  services: DeskServices,
  isSave = false,
): Promise<IntentAnswer> => {
  const place = note.places[edit.sectionId] ?? {};
  const answer = answerIntent(intentOf(edit), context, context.policy.language, place);
  if (answer.warning === undefined) return answer;
  const { origin } = page;
  const wished = { origin, sectionId: edit.sectionId, now: context.now };
  if (isQuiet(await services.readQuiet(), wished) && !(isSave && context.policy.guard.level === "block"))
    return { verdict: answer.verdict };
  const reason = [page.origin, edit.sectionId, edit.change, edit.field ?? ""].join(" ");
  return (await services.tellOnce(reason)) ? answer : { ...answer, told: true };
};

/** Edits were saved in the portal: each is kept until a sync has decided. A second edit of the same cell replaces the first. */
export const handleSaved = async (
  heard: Heard,
  edits: readonly Edit[],
  services: DeskServices,
): Promise<void> => {
  const store = await services.store();
  const roster = await store.readRoster(pageRosterName(heard.page.origin));
  for (const edit of edits) {
    const made = await makeEntry("edit", edit, heard, store, services, roster);
    // What the page is for waits for no sync.
    if (made.entry.policy === "purpose") continue;
    const open = await openTwins(made, store);
    const first = open.at(-1)?.entry.before;
    await store.removeEntries(open.map(({ entry }) => entry.id));
    await store.putEntries([
      first === undefined ? made : { ...made, entry: { ...made.entry, before: first } },
    ]);
  }
};

/** The person reported a change instead. A second press of a button is the same report. */
export const handleReported = async (
  heard: Heard,
  edit: Edit,
  channel: string,
  services: DeskServices,
): Promise<{ line: string }> => {
  const { policy, now, lastSync } = heard.context;
  const store = await services.store();
  const roster = await store.readRoster(pageRosterName(heard.page.origin));
  const made = await makeEntry("report", edit, heard, store, services, roster);
  const [open] = await openTwins(made, store);
  await store.putEntries([
    { ...(open ?? made), entry: { ...(open ?? made).entry, channel }, ...(open ? { readable: null } : {}) },
  ]);
  const today = wallTimeAt(evaluationInstant(now, lastSync), policy.timeZone).date;
  return { line: sayReported(made.entry.expectedBy, today, policy.language) };
};

/** Entries of the same kind about the same cell or student that no sync has settled yet; newest first. */
const openTwins = async ({ origin, entry }: KeptEntry, store: DeskStore): Promise<KeptEntry[]> => {
  const same = (other: LedgerEntry) =>
    other.kind === entry.kind &&
    other.student === entry.student &&
    other.change === entry.change &&
    other.field === entry.field &&
    !isSettled(other.fate);
  return (await store.entriesOf(origin, entry.sectionId)).filter((kept) => same(kept.entry));
};

const makeEntry = async (
  kind: LedgerEntry["kind"],
  edit: Edit,
  { page, context, note }: Heard,
  store: DeskStore,
  services: DeskServices,
  roster: Roster | null,
): Promise<KeptEntry> => {
  const digests = await digestEdit(edit, store.digest);
  const known =
    edit.studentId === ""
      ? undefined
      : roster?.students.find(({ id }) => id.trim() === edit.studentId.trim());
  const place = note.places[edit.sectionId] ?? {};
  return {
    origin: page.origin,
    entry: {
      id: services.newId(),
      kind,
      change: edit.change,
      schoolId: edit.schoolId,
      sectionId: edit.sectionId,
      ...(edit.field === undefined ? {} : { field: edit.field }),
      ...openEntry(intentOf(edit), context),
      ...digests,
    },
    readable: {
      studentId: edit.studentId,
      name: edit.name ?? (known ? nameOf(known) : ""),
      sectionTitle: place.className ?? edit.sectionId,
      schoolName: place.schoolName ?? edit.schoolId,
      ...(edit.before === undefined ? {} : { before: edit.before }),
      ...(edit.after === undefined ? {} : { after: edit.after }),
    },
  };
};
