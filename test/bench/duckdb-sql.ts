import { type BenchFile, columns } from "./columns.ts";
import { faultsOf } from "./duckdb-cells.ts";

/**
 * The checks of the obvious version in DuckDB's SQL, counts only: each file is loaded once as text, each column's faults
 * are counted in one pass, and what concerns several files in joins on keys that are unique.
 */

/** A statement; of one that `counts`, every row holds a number a kind. */
export type Step = { sql: string; counts: boolean };
export type CountRow = Record<string, unknown>;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (kind: string): string => `"${kind}"`;

/** Blank cells are NULL. */
const load = (file: BenchFile, path: string): string => {
  const list = columns[file].map((column) => `${quoted(column)}: 'VARCHAR'`).join(", ");
  return `CREATE OR REPLACE TABLE ${file} AS SELECT * FROM read_csv(${quoted(path)}, header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', columns = {${list}})`;
};

const cells = (file: BenchFile): string => {
  const key = file === "manifest" ? "propertyName" : "sourcedId";
  const counts = faultsOf(file).map(
    ({ kind, isFault }) => `count(*) FILTER (WHERE ${isFault}) AS ${named(kind)}`,
  );
  return `SELECT count(*) AS "rows", count(${key}) - count(DISTINCT ${key}) AS ${named(`duplicate ${file}.${key}`)},
    ${counts.join(",\n    ")} FROM ${file}`;
};

/** The first row of an id counts. */
const keys = [
  "CREATE OR REPLACE TABLE places AS SELECT sourcedId AS id, arg_min(type, rowid) AS type FROM orgs GROUP BY 1",
  "CREATE OR REPLACE TABLE people AS SELECT sourcedId AS id, arg_min(role, rowid) AS role FROM users GROUP BY 1",
  `CREATE OR REPLACE TABLE terms AS SELECT sourcedId AS id, startDate AS begins, endDate AS ends FROM academicSessions
    WHERE try_cast(startDate AS DATE) IS NOT NULL AND try_cast(endDate AS DATE) IS NOT NULL`,
  `CREATE OR REPLACE TABLE spans AS SELECT list, min(begins) AS begins, max(ends) AS ends
    FROM (SELECT list, unnest(string_split(list, ',')) AS term FROM (SELECT DISTINCT termSourcedIds AS list FROM classes))
    LEFT JOIN terms ON id = term GROUP BY list HAVING count(*) = count(id)`,
  `CREATE OR REPLACE TABLE sections AS SELECT first.*, begins, ends FROM (
    SELECT sourcedId AS id, arg_min(coalesce(classType, ''), rowid) = 'homeroom' AS homeroom,
      arg_min(coalesce(schoolSourcedId, ''), rowid) AS school, arg_min(coalesce(termSourcedIds, ''), rowid) AS list
    FROM classes GROUP BY 1) AS first LEFT JOIN spans USING (list)`,
];

/** Ids of a cell that holds one or several; `of` counts cells, or every id. */
const dangling = (file: BenchFile, column: string, target: BenchFile, of: "cells" | "ids"): string => {
  const lost = `NOT EXISTS (SELECT 1 FROM ${target} WHERE sourcedId = id)`;
  const ids = `SELECT list, n, unnest(string_split(list, ',')) AS id
    FROM (SELECT ${column} AS list, count(*) AS n FROM ${file} WHERE ${column} IS NOT NULL GROUP BY 1)`;
  const inner =
    of === "ids"
      ? `SELECT n FROM (${ids}) WHERE ${lost}`
      : `SELECT any_value(n) AS n FROM (${ids}) WHERE ${lost} GROUP BY list`;
  return `SELECT coalesce(sum(n), 0) AS ${named(`dangling ${file}.${column}`)} FROM (${inner})`;
};

const notASchool = (file: BenchFile): string =>
  `SELECT count(*) AS "school-not-a-school" FROM ${file} JOIN places ON id = schoolSourcedId WHERE type <> 'school'`;

const isDay = (column: string): string =>
  `try_cast(${column} AS DATE) IS NOT NULL AND length(${column}) = 10`;

/** Every enrollment beside its class, its user and its school. */
const enrolled = `SELECT
    count(*) FILTER (WHERE classSourcedId IS NOT NULL AND s.id IS NULL) AS "dangling enrollments.classSourcedId",
    count(*) FILTER (WHERE userSourcedId IS NOT NULL AND p.id IS NULL) AS "dangling enrollments.userSourcedId",
    count(*) FILTER (WHERE schoolSourcedId IS NOT NULL AND o.id IS NULL) AS "dangling enrollments.schoolSourcedId",
    count(*) FILTER (WHERE o.type <> 'school') AS "school-not-a-school",
    count(*) FILTER (WHERE e.role IN ('student', 'teacher') AND (e.role = 'student') <> (p.role = 'student'))
      AS "enrollment-role-differs",
    count(*) FILTER (WHERE s.school <> '' AND s.school <> schoolSourcedId) AS "enrollment-school-differs",
    count(*) FILTER (WHERE coalesce(dayOne > dayLast, false) OR coalesce(dayOne < begins OR dayOne >= ends, false)
      OR coalesce(dayLast > ends, false)) AS "enrollment-out-of-its-dates"
  FROM (SELECT *, CASE WHEN ${isDay("beginDate")} THEN beginDate END AS dayOne,
      CASE WHEN ${isDay("endDate")} THEN endDate END AS dayLast FROM enrollments) AS e
    LEFT JOIN sections AS s ON s.id = classSourcedId
    LEFT JOIN people AS p ON p.id = userSourcedId
    LEFT JOIN places AS o ON o.id = schoolSourcedId`;

const homerooms = `SELECT count(*) FILTER (WHERE rooms IS NULL) AS "student-without-homeroom",
    count(*) FILTER (WHERE rooms > 1) AS "student-in-two-homerooms"
  FROM people LEFT JOIN (SELECT userSourcedId AS id, count(DISTINCT classSourcedId) AS rooms
    FROM enrollments JOIN sections ON sections.id = classSourcedId WHERE role = 'student' AND homeroom GROUP BY 1) USING (id)
  WHERE role = 'student'`;

const teachers = `SELECT count(*) FILTER (WHERE homeroom AND rows IS NULL) AS "class-without-teacher",
    count(*) FILTER (WHERE primaries > 1) AS "two-primary-teachers",
    count(*) FILTER (WHERE NOT homeroom) AS "class-not-homeroom"
  FROM sections LEFT JOIN (SELECT classSourcedId AS id, count(*) AS rows,
    count(DISTINCT CASE WHEN "primary" = 'true' THEN coalesce(userSourcedId, '') END) AS primaries
    FROM enrollments WHERE role = 'teacher' GROUP BY 1) USING (id)`;

const acrossFiles = [
  dangling("academicSessions", "parentSourcedId", "academicSessions", "ids"),
  dangling("orgs", "parentSourcedId", "orgs", "ids"),
  dangling("courses", "schoolYearSourcedId", "academicSessions", "cells"),
  dangling("courses", "orgSourcedId", "orgs", "cells"),
  dangling("classes", "courseSourcedId", "courses", "cells"),
  dangling("classes", "schoolSourcedId", "orgs", "cells"),
  dangling("classes", "termSourcedIds", "academicSessions", "cells"),
  dangling("users", "orgSourcedIds", "orgs", "cells"),
  dangling("users", "agentSourcedIds", "users", "ids"),
  dangling("demographics", "sourcedId", "users", "cells"),
  notASchool("classes"),
  enrolled,
  homerooms,
  teachers,
];

/** All statements of a check, in order. `paths` are the package's files by their own names. */
export const checkSteps = (paths: readonly string[]): Step[] => {
  const files = (Object.keys(columns) as BenchFile[]).map((file): [BenchFile, string] => {
    const path = paths.find((candidate) => candidate.split(/[/\\]/).at(-1) === `${file}.csv`);
    if (path === undefined) throw new Error(`${file}.csv is missing from the package.`);
    return [file, path];
  });
  return [
    ...files.map(([file, path]) => ({ sql: load(file, path), counts: false })),
    ...files.map(([file]) => ({ sql: cells(file), counts: true })),
    ...keys.map((sql) => ({ sql, counts: false })),
    ...acrossFiles.map((sql) => ({ sql, counts: true })),
  ];
};

/** Sums what the counting statements answered; kinds that did not occur are left out. */
export const addCounts = (
  answered: readonly CountRow[],
): { rows: number; counts: Record<string, number> } => {
  const counts: Record<string, number> = {};
  let rows = 0;
  for (const row of answered) {
    for (const [kind, value] of Object.entries(row)) {
      const count = Number(value);
      if (kind === "rows") rows += count;
      else if (count > 0) counts[kind] = (counts[kind] ?? 0) + count;
    }
  }
  return { rows, counts };
};
