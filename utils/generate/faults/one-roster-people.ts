import type { Row } from "../package.ts";
import type { Plot } from "../plot.ts";
import type { Fault } from "./fault.ts";
import { at, oneRoster, only } from "./one-roster-fault.ts";
import { addClass, districtOf, isHomeroom, isStudent, isTeacher, otherSchool } from "./one-roster-records.ts";

/** Faults of users, their roles and their enrollments in OneRoster packages. */

const enrollment = (plot: Plot, role: string, fits: (row: Row) => boolean = () => true): Row =>
  plot.take("enrollments", (row) => row.role === role && fits(row));

const classOf = (plot: Plot, row: Row): Row =>
  plot.rows("classes", ({ sourcedId }) => sourcedId === row.classSourcedId)[0] as Row;

export const oneRosterPeopleFaults: readonly Fault[] = [
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
      at(plot, "enrollments", one as Row, "schoolSourcedId", `the student is of school ${there}`),
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
    return [at(plot, "enrollments", row, "userSourcedId", "a second homeroom was added")];
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
  oneRoster(
    "user-without-role",
    only(["oneroster-1.2"], "roles are a file of 1.2", (plot) => {
      const [model] = plot.clean("users", isTeacher) as [Row];
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
      plot.add("roles", { ...model, sourcedId: `R-${plot.fresh()}`, role: "counselor" });
      return [at(plot, "roles", model as Row, "userSourcedId", "a second primary role was added")];
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
