import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { deletedFlags } from "./enrollments.ts";
import { readHierarchy, someUpward } from "./hierarchy.ts";
import { codesOfItems, joinCodes } from "./references.ts";
import type { CheckContext } from "./rule.ts";

/** Where the users of the enrollments belong, by code of the enrollments' own columns. */
export type UserOrgs = {
  /** By user: the code of a school the user belongs to, or -1 where that has to be looked up. */
  home: Int32Array;
  /** Whether the user belongs to orgs, and none of them is the school, above it or within it. */
  isElsewhere: (user: number, school: number) => boolean;
};

const nowhere = (size: number): UserOrgs => ({
  home: new Int32Array(size).fill(-1),
  isElsewhere: () => false,
});

/** The values in which users name their orgs: a list in users.csv, or in 1.2 a row of roles.csv for each. */
type Named = {
  column: Column;
  /** By user: codes of the column. */
  valuesOf: (user: number) => readonly number[];
  /** By user: the code in `direct` of the first of them, or -1. */
  homesIn: (direct: Int32Array) => Int32Array;
};

/** OneRoster 1.1 lists the orgs of a user; of somebody listed twice nobody knows which row counts. */
const namedInUsers = (context: CheckContext, user: Column): Named | undefined => {
  const users = context.files.get("users");
  const id = columnOf(users, "sourcedId");
  const column = columnOf(users, "orgSourcedIds");
  if (id === undefined || column === undefined) return undefined;
  const userOf = joinCodes(user, id);
  const { counts, firstRow } = id;
  const { codes } = column;
  return {
    column,
    valuesOf: (code) => {
      const found = userOf[code] as number;
      return found < 0 || counts[found] !== 1 ? [] : [codes[firstRow[found] as number] as number];
    },
    homesIn: (direct) => {
      const homes = new Int32Array(user.size).fill(-1);
      for (let code = 0; code < homes.length; code++) {
        const found = userOf[code] as number;
        if (found < 0 || counts[found] !== 1) continue;
        homes[code] = direct[codes[firstRow[found] as number] as number] as number;
      }
      return homes;
    },
  };
};

const namedInRoles = (context: CheckContext, user: Column): Named | undefined => {
  const roles = context.files.get("roles");
  const person = columnOf(roles, "userSourcedId");
  const column = columnOf(roles, "orgSourcedId");
  if (roles === undefined || person === undefined || column === undefined) return undefined;
  const gone = deletedFlags(roles);
  const status = columnOf(roles, "status");
  const values: (number[] | undefined)[] = Array.from({ length: person.size });
  for (let row = 0; row < roles.table.rows; row++) {
    if (gone[status?.codes[row] ?? 0] === 1) continue;
    const code = person.codes[row] as number;
    const value = column.codes[row] as number;
    const known = values[code];
    if (known === undefined) values[code] = [value];
    else if (!known.includes(value)) known.push(value);
  }
  const personOf = joinCodes(user, person);
  const valuesOf = (code: number): readonly number[] => values[personOf[code] as number] ?? [];
  return {
    column,
    valuesOf,
    homesIn: (direct) => Int32Array.from(personOf, (_, code) => direct[valuesOf(code)[0] ?? -1] ?? -1),
  };
};

/** Where users belong, from users.csv or roles.csv; without them or orgs.csv nobody is elsewhere. */
export const readUserOrgs = (
  context: CheckContext,
  user: Column | undefined,
  school: Column | undefined,
): UserOrgs => {
  const orgs = columnOf(context.files.get("orgs"), "sourcedId");
  if (user === undefined || school === undefined || orgs === undefined) return nowhere(user?.size ?? 1);
  const named = namedInUsers(context, user) ?? namedInRoles(context, user);
  if (named === undefined) return nowhere(user.size);
  const { column, valuesOf } = named;
  const home = named.homesIn(joinCodes(column, school));
  const hierarchy = readHierarchy(context, "orgs") ?? { up: new Int32Array(orgs.size).fill(-1) };
  const orgOf = joinCodes(school, orgs);
  const listed: (number[] | undefined)[] = Array.from({ length: column.size });
  const orgsIn = (value: number): number[] => {
    listed[value] ??= codesOfItems(column, value, orgs);
    return listed[value];
  };
  return {
    home,
    isElsewhere: (code, schoolCode) => {
      const at = orgOf[schoolCode] as number;
      const own = valuesOf(code).flatMap(orgsIn);
      // Orgs that nobody has are another rule's business.
      if (at < 0 || own.length === 0) return false;
      return (
        !someUpward(hierarchy, at, (above) => own.includes(above)) &&
        !own.some((org) => someUpward(hierarchy, org, (above) => above === at))
      );
    },
  };
};
