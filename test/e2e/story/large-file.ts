import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Writes an enrollments.csv of about `megabytes` MB, large enough that something can go wrong in the middle of it. */
export const writeLargeEnrollments = (folder: string, megabytes: number): string => {
  const path = join(folder, "enrollments.csv");
  const file = openSync(path, "w");
  writeSync(
    file,
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\r\n",
  );
  let bytes = 0;
  for (let piece = 0; bytes < megabytes * 1e6; piece += 1) {
    const rows = Array.from(
      { length: 10_000 },
      (_, row) =>
        `E${piece * 10_000 + row},,,CLS-${row % 900},000917101,${2_000_000 + row},student,false,2026-08-17,2027-05-28\r\n`,
    ).join("");
    bytes += writeSync(file, rows);
  }
  closeSync(file);
  return path;
};
