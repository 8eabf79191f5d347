import { cleverSftp } from "./clever-sftp.ts";
import { workbook } from "./cli-engage-workbook.ts";
import { nycAtsStars } from "./nyc-ats-stars.ts";
import { ohioRosterVerification } from "./ohio-roster-verification.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";
import { oneRoster12 } from "./oneroster-1.2.ts";
import type { Sample } from "./sample.ts";
import { sds1 } from "./sds-1.ts";
import { sds21 } from "./sds-2.1.ts";

/** The clean package of each format; a format without one has no example on a rule's page. */
export const samples: Readonly<Record<string, Sample>> = {
  "clever-sftp": cleverSftp,
  "cli-engage": oneRoster11,
  "cli-engage-workbook": workbook,
  "nyc-ats-stars": nycAtsStars,
  "ohio-roster-verification": ohioRosterVerification,
  "oneroster-1.1": oneRoster11,
  "oneroster-1.2": oneRoster12,
  "sds-1": sds1,
  "sds-2.1": sds21,
  unknown: { files: {}, keys: {} },
};
