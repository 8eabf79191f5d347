import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the LEA's registrar does in the student information system, seen through the nightly feed. */

const dropRows = (folder: string, file: string, holds: (row: string) => boolean): number => {
  const path = join(folder, file);
  const rows = readFileSync(path, "utf8").split("\r\n");
  const kept = rows.filter((row, index) => index === 0 || !holds(row));
  writeFileSync(path, kept.join("\r\n"));
  return rows.length - kept.length;
};

/** Withdraws a student: from tomorrow's files on, the student is in none of them. */
export const withdrawFromFeed = (folder: string, internalId: string): void => {
  const mentions = (row: string) => row.split(",").some((value) => value.replaceAll('"', "") === internalId);
  const dropped = ["enrollments.csv", "users.csv", "demographics.csv"].map((file) =>
    dropRows(folder, file, mentions),
  );
  if (dropped.some((count) => count === 0))
    throw new Error(`The feed does not hold ${internalId} in every file.`);
};
