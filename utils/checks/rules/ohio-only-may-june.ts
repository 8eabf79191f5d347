import { placeAt } from "../columns.ts";
import { needClaims, readClaims } from "../ohio-claims.ts";
import type { Rule } from "../rule.ts";

/** Teachers whose claims all lie in May and June: they are exempt. Counted are teachers. */
export const rule: Rule = {
  id: "ohio-only-may-june",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Teachers on Extended Leave",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: needClaims,
  *check(context) {
    const claims = readClaims(context);
    if (claims === undefined) return;
    const { file, educator, month, isClaim } = claims;
    const isLate = Array.from({ length: month.size }, (_, code) =>
      ["MAY", "JUN"].includes(month.valueOf(code)),
    );
    const first = new Int32Array(educator.size).fill(-1);
    const earlier = new Uint8Array(educator.size);
    for (let row = 0; row < file.table.rows; row++) {
      if (!isClaim(row)) continue;
      const who = educator.codes[row] as number;
      if (first[who] === -1) first[who] = row;
      if (isLate[month.codes[row] as number] !== true) earlier[who] = 1;
    }
    const rows = [...first].filter(
      (row, who) => row >= 0 && earlier[who] === 0 && educator.valueOf(who).trim() !== "",
    );
    yield {
      count: rows.length,
      args: { file: file.table.file.name },
      places: rows.map((row) => placeAt(file, row, educator)),
    };
  },
};
