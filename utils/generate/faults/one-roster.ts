import type { Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import type { Fault, Plant } from "./fault.ts";
import { families } from "./fault.ts";
import {
  addClass,
  districtOf,
  isHomeroom,
  isSchool,
  isStudent,
  isTeacher,
  otherSchool,
} from "./one-roster-records.ts";

/** Faults across the files of OneRoster. */

const only =
  (formats: readonly string[], because: string, plant: Plant): Plant =>
  (plot) =>
    formats.includes(plot.format) ? plant(plot) : because;

/** A fault of every OneRoster format. */
const oneRoster = (rule: string, plant: Plant, more: Partial<Fault> = {}): Fault => ({
  rule,
  ...more,
  plant: (plot) => (families[plot.format] === "oneroster" ? plant(plot) : "only OneRoster has such records"),
});

const at = (plot: Plot, role: string, row: Row, column: string, note: string): Planted => ({
  spot: { file: plot.file(role), row, column },
  note,
});

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

const enrollment = (plot: Plot, role: string, fits: (row: Row) => boolean = () => true): Row =>
  plot.take("enrollments", (row) => row.role === role && fits(row));

const classOf = (plot: Plot, row: Row): Row =>
  plot.rows("classes", ({ sourcedId }) => sourcedId === row.classSourcedId)[0] as Row;

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
      const row = plot.rows("resources", ({ sourcedId }) => sourcedId === "RES-3")[0] as Row;
      row.status = "tobedeleted";
      return [at(plot, "resources", row, "sourcedId", "the row is tobedeleted")];
    }),
    { alone: "it makes a file one of changes" },
  ),
  oneRoster("manifest-against-content", (plot) => {
    plot.file("courses");
    const row = plot.take("manifest", ({ propertyName }) => propertyName === "file.demographics");
    row.value = "absent";
    return [at(plot, "manifest", row, "value", "the file is there")];
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
  oneRoster(
    "student-without-homeroom",
    only(["cli-engage"], "CLI Engage alone wants everybody in a homeroom", (plot) => {
      const row = plot.take("users", isStudent);
      for (const one of plot.rows("enrollments", ({ userSourcedId }) => userSourcedId === row.sourcedId)) {
        plot.remove("enrollments", one);
      }
      return [at(plot, "users", row, "sourcedId", "the student's enrollments were left out")];
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
    const [model] = plot.file("courses").rows as [Row];
    const row = plot.add("courses", { ...model, sourcedId: `CRS-${plot.fresh()}`, title: "Latin" });
    return [at(plot, "courses", row, "sourcedId", "the course was added")];
  }),
  oneRoster("school-not-a-school", (plot) => {
    const { klass, enrollments } = addClass(plot, { more: { schoolSourcedId: districtOf(plot) } });
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
    return [one, other].map((row) => at(plot, "orgs", row, "parentSourcedId", "each names the other"));
  }),
  oneRoster("parent-not-wider", (plot) => {
    const school = plot.rows("orgs", isSchool)[0]?.sourcedId ?? "";
    const row = addOrg(plot, { type: "district", parentSourcedId: school });
    return [at(plot, "orgs", row, "parentSourcedId", "a district was added below a school")];
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
    return [at(plot, "academicSessions", row, "startDate", "the session was added")];
  }),
  oneRoster("session-of-wrong-type", (plot) => {
    const row = plot.take("courses");
    row.schoolYearSourcedId = plot.schoolYear.fall.id;
    return [at(plot, "courses", row, "schoolYearSourcedId", "a semester stands for the school year")];
  }),
  oneRoster("enrollment-out-of-its-dates", (plot) => {
    const row = enrollment(plot, "student", ({ endDate }) => endDate === plot.schoolYear.year.ends);
    row.endDate = `${plot.schoolYear.endYear}-06-30`;
    return [at(plot, "enrollments", row, "endDate", "the class ends before")];
  }),
  oneRoster("enrollment-repeated", (plot) => {
    const source = enrollment(plot, "student");
    const row = plot.add("enrollments", { ...source, sourcedId: `${source.sourcedId}-again` });
    return [at(plot, "enrollments", row, "userSourcedId", "the enrollment was copied under another id")];
  }),
  oneRoster("enrollment-role-differs", (plot) => {
    const { klass } = addClass(plot);
    const teacher = plot.take("users", isTeacher);
    const [model] = plot.rows(
      "enrollments",
      (row) => row.classSourcedId === klass.sourcedId && row.role === "student",
    );
    const row = plot.add("enrollments", {
      ...model,
      sourcedId: `E-NEW-${plot.fresh()}`,
      userSourcedId: teacher.sourcedId ?? "",
    });
    return [at(plot, "enrollments", row, "role", "a teacher was enrolled as a student")];
  }),
  oneRoster("enrollment-school-differs", (plot) => {
    const row = enrollment(plot, "student");
    row.schoolSourcedId = otherSchool(plot, row.schoolSourcedId ?? "");
    return [at(plot, "enrollments", row, "schoolSourcedId", "the class is at another school")];
  }),
  oneRoster("student-as-agent", (plot) => {
    const other = plot.rows("users", isStudent)[0]?.sourcedId ?? "";
    const row = plot.take("users", (one) => isStudent(one) && one.sourcedId !== other);
    row.agentSourcedIds = other;
    return [at(plot, "users", row, "agentSourcedIds", "another student is the agent")];
  }),
  oneRoster("student-enrolled-elsewhere", (plot) => {
    const row = plot.take("users", isStudent);
    const [first, ...more] = plot.rows("enrollments", ({ userSourcedId }) => userSourcedId === row.sourcedId);
    const there = otherSchool(plot, first?.schoolSourcedId ?? "");
    if (plot.format === "oneroster-1.2") {
      row.primaryOrgSourcedId = there;
      for (const role of plot.rows("roles", ({ userSourcedId }) => userSourcedId === row.sourcedId))
        role.orgSourcedId = there;
    } else row.orgSourcedIds = there;
    return [first, ...more].map((one) =>
      at(plot, "enrollments", one as Row, "userSourcedId", `the student is of school ${there}`),
    );
  }),
  oneRoster("student-in-two-homerooms", (plot) => {
    const source = enrollment(plot, "student", (row) => isHomeroom(classOf(plot, row)));
    const home = classOf(plot, source);
    const { klass } = addClass(plot, {
      more: {
        classType: "homeroom",
        schoolSourcedId: home.schoolSourcedId ?? "",
        courseSourcedId: home.courseSourcedId ?? "",
      },
      student: false,
    });
    const row = plot.add("enrollments", {
      ...source,
      sourcedId: `E-NEW-${plot.fresh()}`,
      classSourcedId: klass.sourcedId ?? "",
    });
    return [at(plot, "enrollments", row, "classSourcedId", "a second homeroom was added")];
  }),
  oneRoster("student-marked-primary", (plot) => {
    const row = enrollment(plot, "student");
    row.primary = "true";
    return [at(plot, "enrollments", row, "primary", "only teachers are primary")];
  }),
  oneRoster("student-without-demographics", (plot) => {
    const row = plot.take("users", isStudent);
    const [gone] = plot.rows("demographics", ({ sourcedId }) => sourcedId === row.sourcedId);
    plot.remove("demographics", gone as Row);
    return [at(plot, "users", row, "sourcedId", "the row of demographics.csv was left out")];
  }),
  oneRoster("subjects-and-codes-differ", (plot) => {
    const row = plot.take("classes");
    row.subjects = "Math,Science";
    row.subjectCodes = "1001";
    return [at(plot, "classes", row, "subjectCodes", "two subjects and one code")];
  }),
  oneRoster(
    "user-without-role",
    only(["oneroster-1.2"], "roles are a file of 1.2", (plot) => {
      const model = plot.file("users").rows.find(isTeacher) as Row;
      const row = plot.add("users", {
        ...model,
        sourcedId: `T-${plot.fresh()}`,
        username: `new.teacher${plot.fresh()}`,
        givenName: "Ada",
        email: "",
        identifier: "",
        primaryOrgSourcedId: "",
      });
      return [at(plot, "users", row, "sourcedId", "the user was added")];
    }),
  ),
  oneRoster(
    "primary-role-not-one",
    only(["oneroster-1.2"], "roles are a file of 1.2", (plot) => {
      const user = plot.take("users", isTeacher);
      const [model] = plot.rows("roles", ({ userSourcedId }) => userSourcedId === user.sourcedId);
      const row = plot.add("roles", { ...model, sourcedId: `R-${plot.fresh()}`, role: "counselor" });
      return [at(plot, "roles", row, "userSourcedId", "a second primary role was added")];
    }),
  ),
  oneRoster(
    "primary-org-without-role",
    only(["oneroster-1.2"], "roles are a file of 1.2", (plot) => {
      const row = plot.take("users", isTeacher);
      row.primaryOrgSourcedId = districtOf(plot);
      return [at(plot, "users", row, "primaryOrgSourcedId", "the role is at a school")];
    }),
  ),
  oneRoster(
    "profile-of-another-user",
    only(["oneroster-1.2"], "profiles are a file of 1.2", (plot) => {
      const profile = plot.file("userProfiles").rows[0]?.sourcedId ?? "";
      const row = plot.take("roles", ({ role }) => role === "teacher");
      row.userProfileSourcedId = profile;
      return [at(plot, "roles", row, "userProfileSourcedId", "the profile is somebody else's")];
    }),
  ),
];
