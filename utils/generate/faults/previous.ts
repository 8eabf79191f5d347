import type { Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import { byFormat } from "./cells.ts";
import type { Fault } from "./fault.ts";
import { addClass, isStudent } from "./one-roster-records.ts";

/** Faults that only show beside the last file, which is the clean package of the same district. */

const flat = "a row of the one file is a student, a class and a school at once";
const beside = { needs: { previous: true }, alone: "it shows beside the last file only" } as const;

export const previousFaults: readonly Fault[] = [
  {
    rule: "internal-id-changed",
    ...beside,
    plant: byFormat(
      {
        oneroster: (plot) => {
          if (plot.format === "oneroster-1.2") return "its people are not known by an internal id";
          const row = plot.take("users", isStudent);
          const before = row.sourcedId ?? "";
          const id = `0${plot.fresh()}31`;
          for (const { rows } of plot.made.files) {
            for (const one of rows) {
              for (const column of ["sourcedId", "userSourcedId", "studentSourcedId"]) {
                if (one[column] === before) one[column] = id;
              }
            }
          }
          return [{ spot: { file: plot.file("users"), row, column: "sourcedId" }, note: `it was ${before}` }];
        },
        workbook: (plot) => {
          const row = plot.take("roster");
          const before = row.Student_Internal_ID ?? "";
          row.Student_Internal_ID = `0${plot.fresh()}31`;
          return [
            {
              spot: { file: plot.file("roster"), row, column: "Student_Internal_ID" },
              note: `it was ${before}`,
            },
          ];
        },
      },
      "its people are not known by an internal id",
    ),
  },
  {
    rule: "file-would-wipe-records",
    ...beside,
    alone: "it leaves almost nothing of a file",
    brings: {
      "cli-engage": ["class-without-teacher", "student-without-homeroom"],
      "oneroster-1.1": ["class-without-teacher"],
      "oneroster-1.2": ["class-without-teacher"],
    },
    plant: byFormat(
      {
        oneroster: (plot) => keepOne(plot, "enrollments"),
        clever: (plot) => keepOne(plot, "enrollments"),
        sds1: (plot) => keepOne(plot, "StudentEnrollment"),
        sds21: (plot) => keepOne(plot, "enrollments"),
      },
      flat,
    ),
  },
  {
    rule: "size-unlike-last-file",
    ...beside,
    alone: "it changes the size of a file",
    plant: byFormat(
      {
        oneroster: (plot) => {
          const more = growth(plot, "classes");
          for (let i = 0; i < more; i++) addClass(plot);
          return [{ spot: { file: plot.file("classes") }, note: `${more} classes were added`, count: more }];
        },
        clever: (plot) => addMany(plot, "sections", "Section_id"),
        sds1: (plot) => addMany(plot, "Section", "SIS ID"),
        sds21: (plot) => addMany(plot, "classes", "sourcedId"),
      },
      flat,
    ),
  },
  {
    rule: "sync-would-be-held",
    ...beside,
    alone: "it leaves out a part of every file",
    plant: byFormat(
      {
        clever: (plot) => {
          const file = plot.file("sections");
          const gone = new Set(file.rows.filter((_, i) => i % 8 === 5).map(({ Section_id }) => Section_id));
          file.rows = file.rows.filter(({ Section_id }) => !gone.has(Section_id));
          const enrollments = plot.file("enrollments");
          enrollments.rows = enrollments.rows.filter(({ Section_id }) => !gone.has(Section_id));
          return [{ spot: { file }, note: `${gone.size} sections were left out`, count: gone.size }];
        },
      },
      "no hold of its receiver is published",
    ),
  },
];

const growth = (plot: Plot, role: string): number => Math.ceil(plot.file(role).rows.length * 0.6) + 5;

function addMany(plot: Plot, role: string, id: string): Planted[] {
  const file = plot.file(role);
  const more = growth(plot, role);
  const [model] = file.rows as [Row];
  for (let i = 0; i < more; i++) plot.add(role, { ...model, [id]: `C-NEW-${plot.fresh()}` });
  return [{ spot: { file }, note: `${more} classes were added`, count: more }];
}

function keepOne(plot: Plot, role: string): Planted[] {
  const file = plot.file(role);
  const before = plot.rows(role, (row) => row.role === undefined || row.role === "student");
  const [kept] = before as [Row];
  file.rows = [kept];
  return [{ spot: { file, isHeader: true }, note: "one row was kept", count: before.length - 1 }];
}

export const metadataFaults: readonly Fault[] = [
  {
    rule: "metadata-column-missing",
    needs: { policy: { metadataColumns: { users: ["metadata.stateUniqueId"] } } },
    plant: (plot) =>
      plot.format === "cli-engage"
        ? [
            {
              spot: { file: plot.file("users"), isHeader: true, column: "metadata.stateUniqueId" },
              note: "the policy asks for the column",
            },
          ]
        : "CLI Engage alone asks for columns of the LEA's own",
  },
];
