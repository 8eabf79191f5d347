import type { FormatId } from "./format.ts";
import { receiverFor } from "./receiver.ts";

/**
 * What a receiver takes at once, as far as it is published, by the receiver's id. Shares are percent of the records of a type
 * in the last sync; a limit that is not published is absent.
 */

export type ChangeLimit = {
  effect: "deletes" | "updates";
  /** Held when the share is greater than this. */
  abovePercent: number;
  types: readonly ("schools" | "students" | "teachers" | "sections")[];
  /** Who holds: the receiver's sync as a whole, or each app that asked for it. */
  by: "receiver" | "app";
  source: string;
  certain: boolean;
};

export type AmountLimit = {
  of: "rows-per-file" | "students" | "contacts-per-student";
  most: number;
  /** Refused beyond it, or only advised against. */
  kind: "limit" | "advice";
  source: string;
  certain: boolean;
};

export type ReceiverLimits = {
  /** As people call it. */
  name: string;
  changes: readonly ChangeLimit[];
  amounts: readonly AmountLimit[];
};

const allTypes = ["schools", "students", "teachers", "sections"] as const;
const cleverHold =
  "support.clever.com 215806797 (significant change status), Clever SFTP Instructions v2.1.1";
const cleverApp = "support.clever.com 360044699192 (safety threshold of an app)";
const sds = "docs.microsoft.com sds-limits, of School Data Sync (classic), retired at the end of 2024";

export const receiverLimits: Readonly<Record<string, ReceiverLimits>> = {
  "cli-engage": { name: "CLI Engage", changes: [], amounts: [] },
  clever: {
    name: "Clever",
    changes: [
      {
        effect: "deletes",
        abovePercent: 10,
        types: allTypes,
        by: "receiver",
        source: cleverHold,
        certain: true,
      },
      { effect: "updates", abovePercent: 75, types: allTypes, by: "app", source: cleverApp, certain: true },
    ],
    amounts: [
      {
        of: "contacts-per-student",
        most: 5,
        kind: "limit",
        source: "Clever SFTP Instructions v2.1.1 and v2.2.0: one contact a row, at most five",
        certain: true,
      },
    ],
  },
  "microsoft-sds": {
    name: "School Data Sync",
    changes: [],
    amounts: [
      { of: "rows-per-file", most: 2_000_000, kind: "limit", source: sds, certain: false },
      { of: "students", most: 250_000, kind: "limit", source: sds, certain: false },
      { of: "students", most: 200_000, kind: "advice", source: sds, certain: false },
    ],
  },
};

/** The limits of the receiver a package is for; undefined where none are known. */
export const limitsFor = (system: string | undefined, format: FormatId): ReceiverLimits | undefined => {
  const { id } = receiverFor(system, format);
  return Object.hasOwn(receiverLimits, id) ? receiverLimits[id] : undefined;
};
