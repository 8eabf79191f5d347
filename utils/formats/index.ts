import { cleverSftp } from "./clever-sftp.ts";
import { cliEngage } from "./cli-engage.ts";
import { cliEngageWorkbook } from "./cli-engage-workbook.ts";
import type { Format } from "./format.ts";
import { nycAtsStars } from "./nyc-ats-stars.ts";
import { ohioRosterVerification } from "./ohio-roster-verification.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";
import { oneRoster12 } from "./oneroster-1.2.ts";
import { sds1 } from "./sds-1.ts";
import { sds21 } from "./sds-2.1.ts";

/** The catalogue of formats, by id. */
export const formats: readonly Format[] = [
  cleverSftp,
  cliEngage,
  cliEngageWorkbook,
  nycAtsStars,
  ohioRosterVerification,
  oneRoster11,
  oneRoster12,
  sds1,
  sds21,
];

export const findFormat = (id: string): Format | undefined => formats.find((format) => format.id === id);

/** Stands in when no format was recognised, so that what is wrong with the files themselves is still said. */
export const unknownFormat: Format = { id: "unknown", title: "Unknown format", version: "", files: [] };
