import type { Cause } from "./cause.ts";
import { cause as columnShifted } from "./column-shifted.ts";
import { cause as dateFormat } from "./date-format.ts";
import { cause as fileReEncoded } from "./file-re-encoded.ts";
import { cause as fileTruncated } from "./file-truncated.ts";
import { cause as leadingZerosLost } from "./leading-zeros-lost.ts";
import { cause as missingRecord } from "./missing-record.ts";
import { cause as spreadsheet } from "./spreadsheet.ts";
import { cause as staleFile } from "./stale-file.ts";
import { cause as termOutOfDate } from "./term-out-of-date.ts";

/**
 * The catalogue of root causes, those with the tightest proof first: what an earlier one explains value by value is not
 * there for a later one, which looks at files as a whole.
 */
export const causes: readonly Cause[] = [
  leadingZerosLost,
  fileReEncoded,
  dateFormat,
  spreadsheet,
  columnShifted,
  fileTruncated,
  missingRecord,
  staleFile,
  termOutOfDate,
];
