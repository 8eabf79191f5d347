import type { Row } from "../package.ts";
import type { Plot } from "../plot.ts";
import type { Fault } from "./fault.ts";
import { at, oneRoster, only } from "./one-roster-fault.ts";
import { addClass, districtOf, isSchool, isTeacher } from "./one-roster-records.ts";

/** Faults across the files of OneRoster. */

const addOrg = (plot: Plot, more: Row): Row =>
  plot.add("orgs", { sourcedId: `ORG-${plot.fresh()}`, name: "North Area", type: "local", ...more });

const addSession = (plot: Plot, more: Row): Row => {
  const { fall, year, endYear } = plot.schoolYear;
  return plot.add("academicSessions", {
    sourcedId: `SE-${plot.fresh()}`,
    title: "Interim",
    type: "semester",
    startDate: fall.begins,
    endDate: fall.ends,
    parentSourcedId: year.id,
    schoolYear: String(endYear),
    ...more,
  });
};

/** The file that may be delta without other rules' losing sight of anything. */
const makeDelta = (plot: Plot): string => {
  const role = plot.format === "cli-engage" ? "demographics" : "resources";
  plot.file("courses");
  const line = plot.rows("manifest", ({ propertyName }) => propertyName === `file.${role}`)[0] as Row;
  line.value = "delta";
  for (const row of plot.rows(role, ({ dateLastModified }) => (dateLastModified ?? "") === "")) {
    row.status ||= "active";
    row.dateLastModified = `${plot.schoolYear.fall.begins}T06:00:00.000Z`;
  }
  return role;
};

export const oneRosterFaults: readonly Fault[] = [
  oneRoster("bulk-with-status", (plot) => {
    const row = plot.take("enrollments");
    row.status = "active";
    return [at(plot, "enrollments", row, "status", "status was blank")];
  }),
  oneRoster(
    "delta-without-status",
    (plot) => {
      const role = makeDelta(plot);
      const row = plot.take(role);
      row.status = "";
      return [at(plot, role, row, "status", "the file is delta by the manifest, and status was left out")];
    },
    { alone: "it makes a file one of changes" },
  ),
  oneRoster(
    "modified-ahead",
    (plot) => {
      const role = makeDelta(plot);
      const row = plot.take(role);
      row.dateLastModified = `${plot.schoolYear.endYear + 40}-11-20T08:00:00.000Z`;
      return [at(plot, role, row, "dateLastModified", "the file is delta by the manifest")];
    },
    { alone: "it makes a file one of changes" },
  ),
  oneRoster(
    "deleted-but-referenced",
    only(["oneroster-1.1", "oneroster-1.2"], "every file it has is bulk", (plot) => {
      makeDelta(plot);
      const [model] = plot.rows("resources", ({ sourcedId }) => sourcedId === "RES-12") as [Row];
      const gone = plot.add("resources", {
        ...model,
        sourcedId: `RES-${plot.fresh()}`,
        status: "tobedeleted",
      });
      const [link] = plot.clean("classResources") as [Row];
      const row = plot.add("classResources", {
        ...link,
        sourcedId: `CLR-${plot.fresh()}`,
        resourceSourcedId: gone.sourcedId ?? "",
      });
      return [at(plot, "classResources", row, "resourceSourcedId", "that resource is tobedeleted")];
    }),
    { alone: "it makes a file one of changes" },
  ),
  oneRoster("manifest-against-content", (plot) => {
    plot.file("courses");
    const row = plot.take("manifest", ({ propertyName }) => propertyName === "file.demographics");
    row.value = "absent";
    return [
      {
        spot: { file: plot.file("manifest"), row, column: "value", value: "absent" },
        note: "demographics.csv is there",
      },
    ];
  }),
  oneRoster("class-without-teacher", (plot) => {
    const { klass } = addClass(plot, { teacher: false });
    return [at(plot, "classes", klass, "sourcedId", "the class was added")];
  }),
  oneRoster("class-without-students", (plot) => {
    const { klass } = addClass(plot, { student: false });
    return [at(plot, "classes", klass, "sourcedId", "the class was added")];
  }),
  oneRoster("class-without-primary-teacher", (plot) => {
    const { klass } = addClass(plot, { primary: "false" });
    return [at(plot, "classes", klass, "sourcedId", "the class was added")];
  }),
  oneRoster("two-primary-teachers", (plot) => {
    const { klass, enrollments } = addClass(plot);
    const [first] = enrollments as [Row];
    const other = plot.take("users", (row) => isTeacher(row) && row.sourcedId !== first.userSourcedId);
    const row = plot.add("enrollments", {
      ...first,
      sourcedId: `E-NEW-${plot.fresh()}`,
      userSourcedId: other.sourcedId ?? "",
    });
    return [
      at(
        plot,
        "enrollments",
        row,
        "classSourcedId",
        `class ${klass.sourcedId} has a primary teacher already`,
      ),
    ];
  }),
  oneRoster(
    "class-not-homeroom",
    only(["cli-engage"], "CLI Engage alone wants homerooms only", (plot) => {
      const { klass } = addClass(plot, { more: { classType: "scheduled" } });
      return [at(plot, "classes", klass, "sourcedId", "the class was added")];
    }),
  ),
  oneRoster("course-of-another-school", (plot) => {
    const course = plot.take("courses");
    const { klass } = addClass(plot);
    const there = plot.rows("courses", (row) => row.orgSourcedId !== klass.schoolSourcedId);
    klass.courseSourcedId =
      (course.orgSourcedId !== klass.schoolSourcedId ? course : (there[0] as Row)).sourcedId ?? "";
    return [at(plot, "classes", klass, "courseSourcedId", "the class was added")];
  }),
  oneRoster("course-without-class", (plot) => {
    const [model] = plot.clean("courses") as [Row];
    const row = plot.add("courses", { ...model, sourcedId: `CRS-${plot.fresh()}`, title: "Latin" });
    return [at(plot, "courses", row, "sourcedId", "the course was added")];
  }),
  oneRoster("school-not-a-school", (plot) => {
    const [model] = plot.clean("courses") as [Row];
    const course = plot.add("courses", {
      ...model,
      sourcedId: `CRS-${plot.fresh()}`,
      orgSourcedId: districtOf(plot),
    });
    const { klass, enrollments } = addClass(plot, {
      more: { schoolSourcedId: districtOf(plot), courseSourcedId: course.sourcedId ?? "" },
    });
    return [
      at(plot, "classes", klass, "schoolSourcedId", "the class was added"),
      ...enrollments.map((row) => at(plot, "enrollments", row, "schoolSourcedId", "of that class")),
    ];
  }),
  oneRoster("school-without-district", (plot) => {
    const row = addOrg(plot, { type: "school", name: "Night School" });
    return [at(plot, "orgs", row, "sourcedId", "the school was added")];
  }),
  oneRoster("parent-cycle", (plot) => {
    const one = addOrg(plot, {});
    const other = addOrg(plot, { parentSourcedId: one.sourcedId ?? "" });
    one.parentSourcedId = other.sourcedId ?? "";
    return [one, other].map((row) => at(plot, "orgs", row, "sourcedId", "each is the parent of the other"));
  }),
  oneRoster("parent-not-wider", (plot) => {
    const school = plot.rows("orgs", isSchool)[0]?.sourcedId ?? "";
    const row = addOrg(plot, { type: "district", parentSourcedId: school });
    return [at(plot, "orgs", row, "sourcedId", "a district was added below a school")];
  }),
  oneRoster("school-year-differs", (plot) => {
    const row = addSession(plot, { schoolYear: String(plot.schoolYear.endYear - 2) });
    return [at(plot, "academicSessions", row, "schoolYear", "the session was added")];
  }),
  oneRoster("session-backwards", (plot) => {
    const { fall } = plot.schoolYear;
    const row = addSession(plot, { startDate: fall.ends, endDate: fall.begins });
    return [at(plot, "academicSessions", row, "endDate", "the session was added")];
  }),
  oneRoster("session-outside-parent", (plot) => {
    const row = addSession(plot, { startDate: `${plot.schoolYear.startYear}-08-01` });
    return [at(plot, "academicSessions", row, "sourcedId", "the session was added")];
  }),
  oneRoster("session-of-wrong-type", (plot) => {
    const row = plot.take("courses");
    row.schoolYearSourcedId = plot.schoolYear.fall.id;
    return [at(plot, "courses", row, "schoolYearSourcedId", "a semester stands for the school year")];
  }),
  oneRoster("subjects-and-codes-differ", (plot) => {
    const row = plot.take("classes");
    row.subjects = "Math,Science";
    row.subjectCodes = "1001";
    return [at(plot, "classes", row, "subjectCodes", "two subjects and one code")];
  }),
];
