/** Ways other than the standard's in which exports and spreadsheets write a day. Pure text, no clock. */

type Day = { year: number; month: number; day: number };

const daysIn = ({ year, month }: Day): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isDay = (day: Day): boolean =>
  day.year >= 1900 &&
  day.year < 2200 &&
  day.month >= 1 &&
  day.month <= 12 &&
  day.day >= 1 &&
  day.day <= daysIn(day);

/** Optional time of day behind a date, as in "8/17/2026 0:00". */
const time = "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?)?";

/** A pattern whose named groups are year (of two or four digits), month and day. */
const shape = (pattern: string): ((text: string) => boolean) => {
  const regex = new RegExp(`^${pattern}${time}$`, "i");
  return (text) => {
    const groups = regex.exec(text)?.groups;
    if (groups === undefined) return false;
    const year = groups.y?.length === 2 ? 2000 + Number(groups.y) : Number(groups.y);
    return isDay({ year, month: Number(groups.m), day: Number(groups.d) });
  };
};

const m = "(?<m>\\d{1,2})";
const d = "(?<d>\\d{1,2})";
const y = "(?<y>\\d{4})";
const yy = "(?<y>\\d{2})";

/** By name, as a person writes the format. One that is earlier is not likelier: all are tried. */
export const dateFormats: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ["M/D/YYYY", shape(`${m}/${d}/${y}`)],
  ["D/M/YYYY", shape(`${d}/${m}/${y}`)],
  ["M/D/YY", shape(`${m}/${d}/${yy}`)],
  ["D/M/YY", shape(`${d}/${m}/${yy}`)],
  ["M-D-YYYY", shape(`${m}-${d}-${y}`)],
  ["D-M-YYYY", shape(`${d}-${m}-${y}`)],
  ["D.M.YYYY", shape(`${d}\\.${m}\\.${y}`)],
  ["YYYY/M/D", shape(`${y}/${m}/${d}`)],
  ["YYYY-M-D", shape(`${y}-${m}-${d}`)],
  ["YYYY-D-M", shape(`${y}-${d}-${m}`)],
  ["YYYYMMDD", shape("(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})")],
  ["MMDDYYYY", shape("(?<m>\\d{2})(?<d>\\d{2})(?<y>(?:19|20)\\d{2})")],
  // Days since 1900 from 1927 to 2064: what a date is once its cell has lost its format.
  ["spreadsheet serial", (text) => /^[1-5]\d{4}(?:\.\d+)?$/.test(text)],
]);
