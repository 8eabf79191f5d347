import type { RoleTable } from "../checks/rule.ts";
import type { Column } from "../table/table.ts";
import { fieldColumn, readFlag } from "./cells.ts";

/** The columns a roster cannot be made without. */
export type OneRosterParts = {
  users: RoleTable;
  classes: RoleTable;
  enrollments: RoleTable;
  userIds: Column;
  classIds: Column;
  enrolledUsers: Column;
  enrolledClasses: Column;
};

/** The three files and their id columns, or `undefined` when one of them is not there. */
export const findParts = (files: ReadonlyMap<string, RoleTable>): OneRosterParts | undefined => {
  const [users, classes, enrollments] = [files.get("users"), files.get("classes"), files.get("enrollments")];
  if (users === undefined || classes === undefined || enrollments === undefined) return undefined;
  const userIds = fieldColumn(users, "sourcedId");
  const classIds = fieldColumn(classes, "sourcedId");
  const enrolledUsers = fieldColumn(enrollments, "userSourcedId");
  const enrolledClasses = fieldColumn(enrollments, "classSourcedId");
  if (!userIds || !classIds || !enrolledUsers || !enrolledClasses) return undefined;
  return { users, classes, enrollments, userIds, classIds, enrolledUsers, enrolledClasses };
};

/** First rows of each id (every row without one) that are not marked for deletion. */
export const liveRows = (file: RoleTable, ids: Column): number[] => {
  const isDeleted = readFlag(file, "status", (status) => status === "tobedeleted", false);
  const blank = ids.codeOf("");
  const { codes, firstRow } = ids;
  const rows: number[] = [];
  for (let row = 0; row < file.table.rows; row++) {
    const code = codes[row] ?? 0;
    if ((code === blank || firstRow[code] === row) && !isDeleted(row)) rows.push(row);
  }
  return rows;
};
