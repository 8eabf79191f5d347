import type { Repair } from "./repair.ts";
import { repair as boolean } from "./repairs/boolean.ts";
import { repair as date } from "./repairs/date.ts";
import { repair as doubleEncoded } from "./repairs/double-encoded.ts";
import { repair as enumCase } from "./repairs/enum-case.ts";
import { repair as trim } from "./repairs/trim.ts";
import { byLength, byList } from "./repairs/zeros.ts";

/** The repairs of single values, in the order in which they are made: letters first, then what they mean. */
export const repairs: readonly Repair[] = [doubleEncoded, trim, boolean, date, enumCase, byList, byLength];
