import type { FormatId } from "../../formats/format.ts";
import type { District, GradeLevel } from "../district.ts";
import type { Package } from "../package.ts";
import { makeCleverSftp } from "./clever-sftp.ts";
import { makeCliEngage } from "./cli-engage.ts";
import { makeCliEngageWorkbook } from "./cli-engage-workbook.ts";
import { makeNycAtsStars } from "./nyc-ats-stars.ts";
import { makeOhio } from "./ohio-roster-verification.ts";
import { makeOneRoster11 } from "./oneroster-1.1.ts";
import { makeOneRoster12 } from "./oneroster-1.2.ts";
import { makeSds1 } from "./sds-1.ts";
import { makeSds21 } from "./sds-2.1.ts";

export type Made = Exclude<FormatId, "unknown">;

type Recipe = {
  make: (district: District) => Package;
  /** The grades the receiver is for; all when not given. */
  grades?: readonly GradeLevel[];
};

const early: readonly GradeLevel[] = ["PK", "KG", "01", "02", "03"];
const verified: readonly GradeLevel[] = ["06", "07", "08", "09", "10", "11", "12"];

/** How a district is told in each format. A new format is a line here. */
export const recipes: Readonly<Record<Made, Recipe>> = {
  "clever-sftp": { make: makeCleverSftp },
  "cli-engage": { make: makeCliEngage, grades: early },
  "cli-engage-workbook": { make: makeCliEngageWorkbook, grades: early },
  "nyc-ats-stars": { make: makeNycAtsStars },
  "ohio-roster-verification": { make: makeOhio, grades: verified },
  "oneroster-1.1": { make: makeOneRoster11 },
  "oneroster-1.2": { make: makeOneRoster12 },
  "sds-1": { make: makeSds1 },
  "sds-2.1": { make: makeSds21 },
};
