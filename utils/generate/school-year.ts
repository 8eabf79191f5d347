/** A school year from August to May with its two semesters, as ISO days. */
export type Term = {
  id: string;
  title: string;
  type: "schoolYear" | "semester" | "gradingPeriod";
  begins: string;
  ends: string;
};
export type SchoolYear = {
  year: Term;
  fall: Term;
  spring: Term;
  /** The first grading period of the fall. */
  quarter: Term;
  /** Calendar year in which it begins and in which it ends: 2026 and 2027. */
  startYear: number;
  endYear: number;
};

/** The school year that the day is in; from July on it is the one that begins. */
export const schoolYearOf = (date: string): SchoolYear => {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const start = month >= 7 ? year : year - 1;
  const end = start + 1;
  return {
    year: {
      id: `SY-${end}`,
      title: `${start}-${end}`,
      type: "schoolYear",
      begins: `${start}-08-12`,
      ends: `${end}-05-28`,
    },
    fall: {
      id: `FA-${end}`,
      title: `Fall ${start}`,
      type: "semester",
      begins: `${start}-08-12`,
      ends: `${start}-12-19`,
    },
    spring: {
      id: `SP-${end}`,
      title: `Spring ${end}`,
      type: "semester",
      begins: `${end}-01-05`,
      ends: `${end}-05-28`,
    },
    quarter: {
      id: `Q1-${end}`,
      title: `First quarter ${start}`,
      type: "gradingPeriod",
      begins: `${start}-08-12`,
      ends: `${start}-10-16`,
    },
    startYear: start,
    endYear: end,
  };
};

/** "08/12/2026" for "2026-08-12". */
export const americanDate = (iso: string): string => {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${month}/${day}/${year}`;
};
