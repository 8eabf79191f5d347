import type { District } from "./district.ts";
import { type OneRosterRows, toOneRosterRows, writeOneRoster } from "./one-roster.ts";
import { zipCsvs } from "./package-files.ts";

type Rows = Record<string, string>[];

const mapRows = (
  rows: Rows,
  change: (row: Record<string, string>, index: number) => Record<string, string>,
): Rows => rows.map((row, index) => change({ ...row }, index));

/** What a spreadsheet does to every cell that looks like a number. */
const loseZeros = (rows: OneRosterRows): OneRosterRows => {
  const strip = (row: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(row).map(([k, v]) => [k, /^0\d+$/.test(v) ? v.replace(/^0+(?=.)/, "") : v]),
    );
  return Object.fromEntries(
    Object.entries(rows).map(([file, list]) => [file, list.map(strip)]),
  ) as OneRosterRows;
};

const isHomeroomOf = (row: Record<string, string>, homerooms: ReadonlySet<string>) =>
  row.role === "student" && homerooms.has(row.classSourcedId ?? "");

/** Bad versions of the district's package, by what is wrong with each. */
export const makeBadPackages = (district: District): { name: string; bytes: Uint8Array }[] => {
  const rows = toOneRosterRows(district);
  const homerooms = new Set(district.classes.filter(({ homeroom }) => homeroom).map(({ id }) => id));
  const [firstRoom, secondRoom] = [...homerooms] as [string, string];
  const placed = rows.enrollments.filter((row) => isHomeroomOf(row, homerooms));
  const [twice] = placed.filter(({ classSourcedId }) => classSourcedId === firstRoom);
  const adrift = new Set(placed.filter((_, index) => index % 190 === 7).map(({ sourcedId }) => sourcedId));
  const dates = ["3/7/21", "44927", "2021-02-30", "07/15/2021", "0021-04-09"];

  const packages: Record<string, OneRosterRows> = {
    "bad-leading-zeros": loseZeros(rows),
    "bad-dangling-references": {
      ...rows,
      enrollments: mapRows(rows.enrollments, (row, index) => {
        if (row.role === "student" && index % 400 === 60) return { ...row, classSourcedId: "CLS-999-KG-01" };
        if (row.role === "student" && index % 800 === 90) return { ...row, userSourcedId: "8800001" };
        return row;
      }),
    },
    "bad-two-homerooms": {
      ...rows,
      enrollments: [
        ...rows.enrollments,
        { ...twice!, sourcedId: `${twice!.sourcedId}-2`, classSourcedId: secondRoom },
      ],
    },
    "bad-no-homeroom": {
      ...rows,
      enrollments: rows.enrollments.filter(({ sourcedId }) => !adrift.has(sourcedId)),
    },
    "bad-dates": {
      ...rows,
      demographics: mapRows(rows.demographics, (row, index) =>
        index % 97 === 11 ? { ...row, birthDate: dates[Math.floor(index / 97) % dates.length]! } : row,
      ),
    },
  };
  const zips = Object.entries(packages).map(([name, bad]) => ({
    name: `${name}.zip`,
    bytes: zipCsvs(writeOneRoster(bad)),
  }));
  const lines = (text: string) => text.split("\r\n").map((line) => line.split(","));
  const withoutType = writeOneRoster(rows).map(({ name, text }) => {
    if (name !== "classes.csv") return { name, text };
    // Found by its value: the quoted list of grades before it is split at its commas too, and joined again.
    const cut = (line: string[]) => {
      const shift = line.findIndex((cell) => /^(homeroom|scheduled|classType)$/.test(cell));
      return shift < 0 ? line : line.toSpliced(shift, 1);
    };
    return { name, text: lines(text).map(cut).join("\r\n") };
  });
  return [...zips, { name: "bad-missing-column.zip", bytes: zipCsvs(withoutType) }];
};
