import { describePlace } from "../findings/describe.ts";
import type { Place } from "../findings/finding.ts";
import type { FindingJson } from "../findings/report.ts";

/** A place as the report holds it, where an absent fact may be written as undefined. */
export type Sample = FindingJson["samples"][number];

/** "users.csv, line 12, column grades: “8-Jun”". */
export const sayPlace = (sample: Sample): string => describePlace(sample as Place);
