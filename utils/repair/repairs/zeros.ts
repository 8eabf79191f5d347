import { padIds, restoreEnum } from "../../checks/leading-zeros.ts";
import type { Repair } from "../repair.ts";

/** "5" where the format's list has "05" and no "5". */
export const byList: Repair = {
  kind: "zeros-by-list",
  prove: ({ field }) => (field?.type === "enum" ? (text) => restoreEnum(text, field) : undefined),
};

/** Identifiers of digits shorter than the LEA's policy says they are. */
export const byLength: Repair = {
  kind: "zeros-by-length",
  prove: ({ ids }) => (ids === undefined ? undefined : (text) => padIds(text, ids)),
};
