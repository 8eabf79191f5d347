import { ohioTerms } from "../../formats/ohio-subjects.ts";
import type { Column } from "../../table/table.ts";
import { columnOf, placeAt } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { needClaims, type OhioClaims, readClaims } from "../ohio-claims.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

const fall = 1;
const spring = 2;

/** January is the end of one semester and the beginning of the next, so it tells neither. */
const halfOf: Readonly<Record<string, number>> = {
  ...{ AUG: fall, SEP: fall, OCT: fall, NOV: fall, DEC: fall },
  ...{ FEB: spring, MAR: spring, APR: spring, MAY: spring, JUN: spring },
};

const halvesOfTerm = (term: string): number => {
  if (!(ohioTerms as readonly string[]).includes(term)) return 0;
  return term.startsWith("Fall") ? fall : term.startsWith("Spring") ? spring : fall | spring;
};

/** By code of classes.class_id: in which halves of the year its terms lie (0: not told), and a row of it. */
const readTerms = (context: CheckContext, id: Column, term: Column): { terms: Uint8Array } => {
  const terms = new Uint8Array(id.size);
  const halves = Array.from({ length: term.size }, (_, code) => halvesOfTerm(term.valueOf(code)));
  const rows = context.files.get("classes")?.table.rows ?? 0;
  for (let row = 0; row < rows; row++) {
    const code = id.codes[row] as number;
    terms[code] = (terms[code] as number) | (halves[term.codes[row] as number] as number);
  }
  return { terms };
};

/** By the same code: in which halves of the year its students are claimed. */
const readClaimed = ({ file, klass, month, isClaim }: OhioClaims, join: Int32Array, size: number) => {
  const claimed = new Uint8Array(size);
  const halves = Array.from({ length: month.size }, (_, code) => halfOf[month.valueOf(code)] ?? 0);
  for (let row = 0; row < file.table.rows; row++) {
    const code = join[klass.codes[row] as number] as number;
    if (code >= 0 && isClaim(row)) {
      claimed[code] = (claimed[code] as number) | (halves[month.codes[row] as number] as number);
    }
  }
  return claimed;
};

/**
 * Classes whose term does not fit the months in which their students are claimed: a semester with claims of the other one
 * (a fault), or a full year with claims of one semester only, which a teacher who came or left also makes. Counted are
 * classes.
 */
export const rule: Rule = {
  id: "ohio-term-against-months",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Class Details",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needClaims(context) ?? needColumns(context, { classes: ["class_id", "term"] }),
  *check(context) {
    const claims = readClaims(context);
    const file = context.files.get("classes");
    const id = columnOf(file, "class_id");
    const term = columnOf(file, "term");
    if (claims === undefined || file === undefined || id === undefined || term === undefined) return;
    const { terms } = readTerms(context, id, term);
    const claimed = readClaimed(claims, joinCodes(claims.klass, id), id.size);
    const find = (isWrong: (term: number, claimed: number) => boolean): number[] =>
      [...terms.keys()].filter((code) => {
        const [own, seen] = [terms[code] as number, claimed[code] as number];
        return own > 0 && seen > 0 && isWrong(own, seen);
      });
    const raise = (codes: readonly number[], problem: string): Raised => ({
      count: codes.length,
      args: {
        file: file.table.file.name,
        column: term.name,
        problem,
        example: codes.map((code) => id.valueOf(code)).sort()[0] ?? "",
      },
      places: codes.map((code) => placeAt(file, id.firstRow[code] as number, term, id.valueOf(code))),
    });
    yield raise(
      find((own, seen) => (seen & ~own) !== 0),
      "other-semester",
    );
    yield {
      ...raise(
        find((own, seen) => own === (fall | spring) && seen !== own),
        "one-semester",
      ),
      outcome: "warning",
      consequence: "none",
    };
  },
};
