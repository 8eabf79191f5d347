import { workbook } from "./cli-engage-workbook.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";
import type { Sample } from "./sample.ts";

/** The clean package of each format; a format without one has no example on a rule's page. */
export const samples: Readonly<Record<string, Sample>> = {
  "cli-engage": oneRoster11,
  "cli-engage-workbook": workbook,
  "oneroster-1.1": oneRoster11,
  unknown: { files: {}, keys: {} },
};
