import type { FormatId } from "../formats/format.ts";

/** Formats that have OneRoster's files: orgs, academicSessions, users, classes and so on. */
export const oneRosterFormats: readonly FormatId[] = ["cli-engage", "oneroster-1.1", "oneroster-1.2"];

/** Where the files of OneRoster 1.2 differ: roles stand in a file of their own. */
export const oneRoster12: readonly FormatId[] = ["oneroster-1.2"];
