import type { BenchFile } from "./columns.ts";
import { addTo, newTally, type Sample, type Tally } from "./obvious-findings.ts";
import { type Row, readRows } from "./obvious-read.ts";
import { rowSchemas } from "./obvious-schemas.ts";

/**
 * The peer: the check as a TypeScript developer would write it in a day. Papa Parse streams objects, zod looks at each,
 * Sets and Maps hold keys and what the rules over several files need. Same checks as Rosterguard's, same counting.
 */

export type NamedFile = { name: string; blob: Blob };
export type ObviousResult = Tally & { rows: number };

type Look = (row: Row, line: number, bad: ReadonlySet<string> | undefined) => void;
type Dates = { start: string; end: string };
type Section = { homeroom: boolean; dates: Dates | undefined };

/** Checks a bulk OneRoster 1.1 package. Files are found by name; a missing one throws. */
export const checkObvious = async (files: readonly NamedFile[]): Promise<ObviousResult> => {
  const tally = newTally();
  const keys = new Map<BenchFile, Set<string>>();
  const sessions = new Map<string, Dates>();
  const sections = new Map<string, Section>();
  const students = new Map<string, Sample>();
  const homeroomOf = new Map<string, string>();
  const inTwoHomerooms = new Set<string>();
  const taught = new Set<string>();
  const sectionPlaces = new Map<string, Sample>();
  const agents: { id: string; sample: Sample }[] = [];
  let rows = 0;

  const read = async (name: BenchFile, look: Look): Promise<void> => {
    const file = files.find((candidate) => candidate.name === `${name}.csv`);
    if (file === undefined) throw new Error(`${name}.csv is missing from the package.`);
    const schema = rowSchemas[name];
    const seen = new Set<string>();
    keys.set(name, seen);
    rows += await readRows(file.blob, (row, line) => {
      const checked = schema.safeParse(row);
      let bad: Set<string> | undefined;
      if (!checked.success) {
        bad = new Set(checked.error.issues.map((issue) => String(issue.path[0])));
        for (const column of bad) {
          const value = row[column] ?? "";
          const isLifecycle = column === "status" || column === "dateLastModified";
          const what = isLifecycle ? "filled" : value === "" ? "missing" : "invalid";
          addTo(tally, `${what} ${name}.${column}`, { file: file.name, line, column, value });
        }
      }
      const keyColumn = name === "manifest" ? "propertyName" : "sourcedId";
      const key = row[keyColumn] ?? "";
      if (seen.has(key)) {
        addTo(tally, `duplicate ${name}.${keyColumn}`, {
          file: file.name,
          line,
          column: keyColumn,
          value: key,
        });
      } else if (key !== "") seen.add(key);
      look(row, line, bad);
    });
  };

  const refer = (name: BenchFile, row: Row, line: number, column: string, target: BenchFile): void => {
    const value = row[column] ?? "";
    if (value === "" || keys.get(target)?.has(value)) return;
    addTo(tally, `dangling ${name}.${column}`, { file: `${name}.csv`, line, column, value });
  };
  const referAll = (name: BenchFile, row: Row, line: number, column: string, target: BenchFile): void => {
    const value = row[column] ?? "";
    for (const id of value.split(",")) {
      if (id === "" || keys.get(target)?.has(id)) continue;
      addTo(tally, `dangling ${name}.${column}`, { file: `${name}.csv`, line, column, value });
    }
  };
  /** For a file that refers to itself: asked once all of it was read. */
  const later: { column: string; name: BenchFile; id: string; line: number }[] = [];
  const referLater = (name: BenchFile, row: Row, line: number, column: string): void => {
    for (const id of (row[column] ?? "").split(",")) if (id !== "") later.push({ column, name, id, line });
  };

  await read("manifest", () => undefined);
  await read("academicSessions", (row, line, bad) => {
    if (!bad?.has("startDate") && !bad?.has("endDate")) {
      sessions.set(row.sourcedId!, { start: row.startDate!, end: row.endDate! });
    }
    referLater("academicSessions", row, line, "parentSourcedId");
  });
  await read("orgs", (row, line) => referLater("orgs", row, line, "parentSourcedId"));
  await read("courses", (row, line) => {
    refer("courses", row, line, "schoolYearSourcedId", "academicSessions");
    refer("courses", row, line, "orgSourcedId", "orgs");
  });
  await read("classes", (row, line) => {
    refer("classes", row, line, "courseSourcedId", "courses");
    refer("classes", row, line, "schoolSourcedId", "orgs");
    referAll("classes", row, line, "termSourcedIds", "academicSessions");
    const id = row.sourcedId!;
    if (sections.has(id)) return;
    let dates: Dates | undefined;
    for (const term of (row.termSourcedIds ?? "").split(",")) {
      const session = sessions.get(term);
      if (session === undefined) continue;
      dates ??= { ...session };
      if (session.start < dates.start) dates.start = session.start;
      if (session.end > dates.end) dates.end = session.end;
    }
    sections.set(id, { homeroom: row.classType === "homeroom", dates });
    sectionPlaces.set(id, { file: "classes.csv", line, column: "sourcedId", value: id });
  });
  await read("users", (row, line) => {
    referAll("users", row, line, "orgSourcedIds", "orgs");
    for (const id of (row.agentSourcedIds ?? "").split(",")) {
      const value = row.agentSourcedIds!;
      if (id !== "")
        agents.push({ id, sample: { file: "users.csv", line, column: "agentSourcedIds", value } });
    }
    if (row.role === "student") {
      students.set(row.sourcedId!, { file: "users.csv", line, column: "sourcedId", value: row.sourcedId! });
    }
  });
  await read("enrollments", (row, line, bad) => {
    refer("enrollments", row, line, "classSourcedId", "classes");
    refer("enrollments", row, line, "schoolSourcedId", "orgs");
    refer("enrollments", row, line, "userSourcedId", "users");
    const section = sections.get(row.classSourcedId ?? "");
    if (section === undefined) return;
    if (row.role === "teacher") taught.add(row.classSourcedId!);
    if (row.role === "student" && section.homeroom) {
      const before = homeroomOf.get(row.userSourcedId!);
      if (before === undefined) homeroomOf.set(row.userSourcedId!, row.classSourcedId!);
      else if (before !== row.classSourcedId) inTwoHomerooms.add(row.userSourcedId!);
    }
    const { beginDate = "", endDate = "" } = row;
    const dates = section.dates;
    if (dates === undefined) return;
    const early =
      beginDate !== "" && !bad?.has("beginDate") && (beginDate < dates.start || beginDate >= dates.end);
    const late = endDate !== "" && !bad?.has("endDate") && (endDate > dates.end || endDate <= dates.start);
    if (early || late) {
      const sample = {
        file: "enrollments.csv",
        line,
        column: early ? "beginDate" : "endDate",
        value: early ? beginDate : endDate,
      };
      addTo(tally, "enrollment-outside-term", sample);
    }
  });
  await read("demographics", (row, line) => refer("demographics", row, line, "sourcedId", "users"));

  for (const { column, name, id, line } of later) {
    if (keys.get(name)?.has(id)) continue;
    addTo(tally, `dangling ${name}.${column}`, { file: `${name}.csv`, line, column, value: id });
  }
  for (const { id, sample } of agents) {
    if (!keys.get("users")?.has(id)) addTo(tally, "dangling users.agentSourcedIds", sample);
  }
  for (const [id, sample] of students) {
    if (!homeroomOf.has(id)) addTo(tally, "student-without-homeroom", sample);
    if (inTwoHomerooms.has(id)) addTo(tally, "student-in-two-homerooms", sample);
  }
  for (const [id, sample] of sectionPlaces) {
    if (!taught.has(id)) addTo(tally, "class-without-teacher", sample);
  }
  return { rows, ...tally };
};
