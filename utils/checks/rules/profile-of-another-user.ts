import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { needColumns } from "../needs.ts";
import { oneRoster12 } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

/** Roles of OneRoster 1.2 that name the profile of somebody else. */
export const rule: Rule = {
  id: "profile-of-another-user",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "1EdTech OneRoster 1.2 CSV binding, roles.userProfileSourcedId: a profile of the same user",
  certain: true,
  formats: oneRoster12,
  needs: (context) => {
    const profile = columnOf(context.files.get("roles"), "userProfileSourcedId");
    // Profiles are seldom used: without them there is nothing that could be wrong.
    if (profile === undefined || (profile.size <= 1 && profile.codeOf("") >= 0)) return undefined;
    return needColumns(context, { roles: ["userSourcedId"], userProfiles: ["sourcedId", "userSourcedId"] });
  },
  *check(context) {
    const roles = context.files.get("roles");
    const profiles = context.files.get("userProfiles");
    const user = columnOf(roles, "userSourcedId");
    const profile = columnOf(roles, "userProfileSourcedId");
    const id = columnOf(profiles, "sourcedId");
    const owner = columnOf(profiles, "userSourcedId");
    if (roles === undefined || user === undefined || profile === undefined) return;
    if (id === undefined || owner === undefined) return;
    const profileOf = joinCodes(profile, id);
    const ownerOf = joinCodes(user, owner);
    const gone = isDeleted(roles);
    const rows: number[] = [];
    for (let row = 0; row < roles.table.rows; row++) {
      const found = profileOf[profile.codes[row] as number] as number;
      if (found < 0 || id.counts[found] !== 1 || gone(row)) continue;
      const own = owner.codes[id.firstRow[found] as number];
      if (own !== ownerOf[user.codes[row] as number]) rows.push(row);
    }
    yield {
      count: rows.length,
      args: { file: roles.table.file.name, column: profile.name },
      places: placesOfRows(roles, rows, profile, (row) => user.valueOf(user.codes[row] as number)),
    };
  },
};
