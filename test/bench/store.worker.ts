import { packRoster } from "../../utils/packed/pack-roster.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import { openDatabase } from "../../utils/store/database.ts";
import { openLastFiles } from "../../utils/store/last-files.ts";
import { openRosterShelf } from "../../utils/store/rosters.ts";
import { importDataKey } from "../../utils/store/sealed.ts";
import { openLastFile } from "../../workers/last-file.ts";
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

const keep = async (files: Files): Promise<StoreAnswer> => {
  const { last } = await openStore();
  const began = performance.now();
  // As the extension does; the receiver is not known before the files are read.
  const work = openLastFile(last, { by: "bench", print: "now" }, { nameOf: () => name, system: undefined });
  const { report } = await checkPackage(files, { ...common, ...work.options });
  const untilVerdict = (performance.now() - began) / 1000;
  await work.keep(name, at);
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
  const { roster } = await checkPackage(files, common);
  if (roster === undefined) throw new Error("The package made no roster.");
  const { earlier, differences } = makeEarlier(roster);
  const began = performance.now();
  await last.begin(packRoster(earlier)).keep(name, { by: "bench", print: "earlier" }, at);
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
