import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDistrict } from "../../district/make-district.ts";
import { toOneRosterRows, writeOneRoster } from "../../district/one-roster.ts";
import { applyRoster } from "./apply-roster.ts";
import { type Clock, createClock, lastSyncBefore, localDate, nextSyncAfter } from "./clock.ts";
import type { NamedBytes } from "./incoming.ts";
import { readOneRoster } from "./read-one-roster.ts";
import { readPackage } from "./read-package.ts";
import { createState, loadState, type PortalState, saveState, type Upload } from "./state.ts";

/** The portal behind its pages: state, clock, feed, and the bytes of uploads that wait to be processed. */
export type Portal = {
  state: PortalState;
  clock: Clock;
  readFeed: () => NamedBytes[];
  pending: Map<string, NamedBytes[]>;
  save: () => void;
};

/** The nightly package: the CSVs of a folder, or a generated district's where none is given. */
const createFeedReader = (folder: string | undefined): (() => NamedBytes[]) => {
  if (folder !== undefined) {
    return () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".csv"))
        .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  }
  const files = writeOneRoster(toOneRosterRows(makeDistrict()));
  return () => files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
};

/** Replaces the roster from the feed, in complete mode; a feed that cannot be read changes nothing. */
const runFeed = ({ state, readFeed }: Portal, at: number): void => {
  const incoming = readOneRoster(readFeed(), localDate(at));
  const iso = new Date(at).toISOString();
  if ("refused" in incoming) throw new Error(`The nightly package was refused: ${incoming.refused}`);
  const { counts, log } = applyRoster(state, incoming, "complete", "automated rostering");
  state.lastSync = iso;
  state.nights.unshift({ at: iso, counts, errors: log.filter(({ level }) => level === "error").length });
};

/** Languages are not in the feed: people set them in the portal, and a sync leaves them as they are. */
const setLanguages = (state: PortalState) => {
  const hispanic = state.students.filter(({ ethnicity }) => ethnicity === "Hispanic");
  for (const [index, student] of hispanic.entries()) {
    if (index % 3 !== 0) continue;
    student.assessmentLanguage = index % 2 === 0 ? "Spanish" : "Both";
    student.reportLanguage = "Spanish";
  }
};

/** Opens a saved portal, or a new one that its feed has filled in two nights before `clock`. */
export const openPortal = (options: { feedFolder?: string; clock?: string; stateFile?: string }): Portal => {
  const saved = options.stateFile === undefined ? undefined : loadState(options.stateFile);
  const start = Date.parse(saved?.now ?? options.clock ?? new Date().toISOString());
  if (Number.isNaN(start)) throw new Error(`The clock "${options.clock}" is not an ISO instant.`);
  const last = lastSyncBefore(start);
  const clock = createClock(start);
  const state = saved?.state ?? createState(new Date(last).toISOString());
  const portal: Portal = {
    state,
    clock,
    readFeed: createFeedReader(options.feedFolder),
    pending: new Map(),
    save: () => options.stateFile !== undefined && saveState(options.stateFile, state, clock.now()),
  };
  if (saved) return portal;
  runFeed(portal, lastSyncBefore(last - 1));
  runFeed(portal, last);
  setLanguages(state);
  portal.save();
  return portal;
};

/** Plays the night: the clock stands at the next 2:00 a.m. and the feed has replaced the roster. */
export const runNight = (portal: Portal): void => {
  const at = nextSyncAfter(portal.clock.now());
  runFeed(portal, at);
  portal.clock.jump(at);
  portal.save();
};

/** Keeps what was sent, byte for byte, until it is processed. */
export const receiveUpload = (portal: Portal, mode: Upload["mode"], files: NamedBytes[]): Upload => {
  const upload: Upload = {
    id: `U${String(portal.state.uploads.length + 1).padStart(4, "0")}`,
    mode,
    status: "Uploaded",
    receivedAt: new Date(portal.clock.now()).toISOString(),
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
    log: [],
  };
  portal.state.uploads.unshift(upload);
  portal.pending.set(upload.id, files);
  portal.save();
  return upload;
};

/** Processes a received upload and leaves its status, counts and log on it. */
export const processUpload = async (portal: Portal, upload: Upload): Promise<void> => {
  const files = portal.pending.get(upload.id);
  upload.status = "Processing";
  const incoming = files
    ? await readPackage(files, localDate(portal.clock.now()))
    : { refused: "The file is no longer held. Upload it again.", file: upload.files[0]?.name ?? "" };
  if ("refused" in incoming) {
    upload.log = [{ level: "error", file: incoming.file, line: 1, message: incoming.refused }];
  } else {
    const { counts, log } = applyRoster(portal.state, incoming, upload.mode, "upload");
    Object.assign(upload, { counts, log });
  }
  upload.status = upload.log.some(({ level }) => level === "error") ? "Finished with errors" : "Finished";
  portal.save();
};
