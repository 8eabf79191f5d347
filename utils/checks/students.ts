import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { deletedFlags, flagWords } from "./enrollments.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext } from "./rule.ts";

/** Bits of `readKinds`. */
export const isStudent = 1;
export const isOther = 2;

const memo = new WeakMap<CheckContext, WeakMap<Column, Uint8Array>>();

/**
 * What people are, by code of a column of their ids: `isStudent`, `isOther`, both, or 0 for nobody known. OneRoster 1.1 has
 * one role a user, 1.2 any number in roles.csv. Worked out once a check and column.
 */
export const readKinds = (context: CheckContext, ids: Column): Uint8Array => {
  const known = memo.get(context)?.get(ids);
  if (known !== undefined) return known;
  const made = findKinds(context, ids);
  const others = memo.get(context) ?? new WeakMap<Column, Uint8Array>();
  memo.set(context, others.set(ids, made));
  return made;
};

const findKinds = (context: CheckContext, ids: Column): Uint8Array => {
  const users = context.files.get("users");
  const roles = context.files.get("roles");
  const inUsers = columnOf(users, "role");
  const file = inUsers === undefined ? roles : users;
  const person = columnOf(file, inUsers === undefined ? "userSourcedId" : "sourcedId");
  const role = inUsers ?? columnOf(roles, "role");
  const kinds = new Uint8Array(ids.size);
  if (file === undefined || person === undefined || role === undefined) return kinds;
  const student = flagWords(role, "student");
  const blank = role.codeOf("");
  const gone = deletedFlags(file);
  const { rows } = file.table;
  // An absent column is blank in every row.
  const statuses = columnOf(file, "status")?.codes ?? new Uint8Array(rows);
  const values = role.codes;
  const codes = person.codes;
  const found = new Uint8Array(person.size);
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number;
    if (value === blank || gone[statuses[row] as number] === 1) continue;
    const code = codes[row] as number;
    found[code] = (found[code] as number) | (student[value] === 1 ? isStudent : isOther);
  }
  if (person === ids) return found;
  joinCodes(ids, person).forEach((code, from) => {
    if (code >= 0) kinds[from] = found[code] as number;
  });
  return kinds;
};
