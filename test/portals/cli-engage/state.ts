import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** What the portal knows. Internal ids are the LEA's, Engage ids the portal's own. */
export type PortalSchool = { engageId: string; internalId: string; name: string };

export type PortalTeacher = {
  engageId: string;
  internalId: string;
  firstName: string;
  lastName: string;
  email: string;
  /** An unregistered teacher is invited again in each run. */
  invitations: number;
};

export type PortalClass = {
  engageId: string;
  internalId: string;
  name: string;
  schoolInternalId: string;
  teacherInternalId: string;
  dayType: string;
  level: string;
};

export type StudentValues = {
  firstName: string;
  middleName: string;
  lastName: string;
  /** ISO date. */
  birthDate: string;
  gender: string;
  internalId: string;
  ethnicity: string;
  stateId: string;
  gradeLevel: string;
  assessmentLanguage: string;
  status: "Active" | "Inactive";
  reportLanguage: string;
};

export type PortalStudent = StudentValues & {
  engageId: string;
  classInternalId: string;
  addedBy: "automated rostering" | "upload" | "hand";
};

export type LogLine = { level: "error" | "info"; file: string; line: number; message: string };

export type ProcessCounts = {
  inserted: number;
  updated: number;
  moved: number;
  unchanged: number;
  inactivated: number;
  classesCreated: number;
  classesReassigned: number;
  waiting: number;
  ignored: number;
  invitations: number;
};

export type Upload = {
  id: string;
  mode: "partial" | "complete";
  status: "Uploaded" | "Processing" | "Finished" | "Finished with errors";
  /** ISO instant by the portal's clock. */
  receivedAt: string;
  files: { name: string; bytes: number; sha256: string }[];
  log: LogLine[];
  counts?: ProcessCounts;
};

export type PortalState = {
  community: { engageId: string; name: string };
  schools: PortalSchool[];
  teachers: PortalTeacher[];
  classes: PortalClass[];
  students: PortalStudent[];
  uploads: Upload[];
  /** ISO instant of the last automated run that replaced the roster. */
  lastSync: string;
  nights: { at: string; counts: ProcessCounts; errors: number }[];
  /** Engage ids given so far, by prefix. */
  given: Record<"EDD" | "ETE" | "ECL" | "ESU", number>;
};

export const createState = (lastSync: string): PortalState => ({
  community: { engageId: "EDS1400001", name: "Bluebonnet ISD" },
  schools: [],
  teachers: [],
  classes: [],
  students: [],
  uploads: [],
  lastSync,
  nights: [],
  given: { EDD: 0, ETE: 0, ECL: 0, ESU: 0 },
});

/** A fresh Engage id: its prefix and seven digits. */
export const newEngageId = (state: PortalState, prefix: keyof PortalState["given"]): string => {
  state.given[prefix] += 1;
  return `${prefix}${1_400_000 + state.given[prefix]}`;
};

type Saved = { version: 1; now: string; state: PortalState };

/** Reads a state file; undefined when there is none yet. Throws when it is not one of ours. */
export const loadState = (path: string): Saved | undefined => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const saved = JSON.parse(text) as Saved;
  if (saved.version !== 1) throw new Error(`${path} is not a state file of this portal.`);
  return saved;
};

/** Writes beside and renames, so that a crash never leaves half a file. */
export const saveState = (path: string, state: PortalState, now: number): void => {
  const saved: Saved = { version: 1, now: new Date(now).toISOString(), state };
  writeFileSync(`${path}.new`, JSON.stringify(saved));
  renameSync(`${path}.new`, path);
};
