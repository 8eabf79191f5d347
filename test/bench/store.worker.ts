import type { FindPrevious } from "../../utils/pipeline/options.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import { openDatabase } from "../../utils/store/database.ts";
import { openLastFiles } from "../../utils/store/last-files.ts";
import { openRosterShelf } from "../../utils/store/rosters.ts";
import { importDataKey } from "../../utils/store/sealed.ts";
import { helpIn } from "../../workers/range-helper.ts";
import { openRehearsal } from "../../workers/rehearse.ts";
import { warmUpRounds } from "../../workers/warm-up.ts";
import { makeEarlier } from "./last-year.ts";
import type { StoreAnswer, StoreOrder } from "./store-steps.ts";

/** The validator's worker with the store, in one step at a time (see `store-steps.ts`). */

const name = "file:bench";
const at = "2026-09-14T12:00:00.000Z";
/** No receiver: every class counts, not homerooms alone, which is the most there is to store. */
const common = {
  date: "2026-09-14",
  now: at,
  version: "0.0.0",
  performanceNow: () => performance.now(),
  // As the extension does.
  openHelper: helpIn(() => new Worker("/range.worker.js", { type: "module" })),
};
/** How many classes are read back, spread over the district. */
const reads = 200;

type Files = { name: string; blob: Blob }[];

const openStore = async () => {
  const key = await importDataKey(new Uint8Array(32).fill(7));
  const database = openDatabase("rosterguard-bench");
  return { last: openLastFiles(database, key), shelf: openRosterShelf(database, key) };
};

const checkWithRoster = async (files: Files, previous: FindPrevious) => {
  const { report, roster } = await checkPackage(files, { ...common, previous });
  if (roster === undefined) throw new Error("The package made no roster.");
  return { report, roster };
};

const keep = async (files: Files): Promise<StoreAnswer> => {
  const { last } = await openStore();
  const began = performance.now();
  const previous: FindPrevious = async (_, known) => (await last.readBefore(name, "now", known)) ?? undefined;
  const { report, roster } = await checkWithRoster(files, previous);
  const untilVerdict = (performance.now() - began) / 1000;
  await last.keep(name, roster, { by: "bench", print: "now" }, at);
  const seconds = (performance.now() - began) / 1000;
  const { added, removed, moved, changed } = report.plan!.students;
  const found = {
    added: added.count,
    removed: removed.count,
    moved: moved.count,
    changed: changed.count,
  };
  return { ok: true, step: "keep", seconds, untilVerdict, found };
};

const seed = async (files: Files): Promise<StoreAnswer> => {
  const { last } = await openStore();
  const { roster } = await checkWithRoster(files, async () => undefined);
  const { earlier, differences } = makeEarlier(roster);
  const began = performance.now();
  await last.keep(name, earlier, { by: "bench", print: "earlier" }, at);
  return { ok: true, step: "seed", seconds: (performance.now() - began) / 1000, differences };
};

const read = async (): Promise<StoreAnswer> => {
  const { shelf } = await openStore();
  const whole = await shelf.read(name);
  if (whole === null) throw new Error("Nothing is stored.");
  const members = new Map<string, number>();
  for (const { sectionIds } of whole.students) {
    for (const id of sectionIds) members.set(id, (members.get(id) ?? 0) + 1);
  }
  const step = Math.max(1, Math.floor(whole.sections.length / reads));
  const milliseconds: number[] = [];
  const began = performance.now();
  for (let position = 0; position < whole.sections.length; position += step) {
    const { id } = whole.sections[position]!;
    const before = performance.now();
    const found = await shelf.readSection(name, id);
    milliseconds.push(performance.now() - before);
    if (found?.section?.id !== id || found.students.length !== (members.get(id) ?? 0)) {
      throw new Error(`Class ${id} came back with ${found?.students.length} of ${members.get(id)} students.`);
    }
  }
  return { ok: true, step: "read", seconds: (performance.now() - began) / 1000, milliseconds };
};

const check = async (files: Files): Promise<StoreAnswer> => {
  const began = performance.now();
  await checkPackage(files, { ...common, plan: false });
  return { ok: true, step: "check", seconds: (performance.now() - began) / 1000 };
};

const answer = (message: StoreAnswer): void => postMessage(message);

addEventListener("message", async ({ data: { step, files } }: MessageEvent<StoreOrder>) => {
  try {
    const named = files.map((file) => ({ name: file.name, blob: file }));
    const rehearse = openRehearsal(common);
    for (let round = 0; round < warmUpRounds; round++) await rehearse();
    const work = { check, seed, keep, read: () => read() };
    answer(await work[step](named));
  } catch (error) {
    answer({ ok: false, problem: String(error) });
  }
});
