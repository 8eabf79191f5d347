import type { Row } from "../package.ts";
import type { Plot } from "../plot.ts";

/** New records for faults in OneRoster packages, with all that belongs to them. */

export const isStudent = (row: Row): boolean =>
  row.role === "student" || (row.role === undefined && (row.grades ?? "") !== "");
export const isTeacher = (row: Row): boolean =>
  row.role === "teacher" || (row.role === undefined && (row.identifier ?? "").startsWith("9"));
export const isHomeroom = (row: Row): boolean => row.classType === "homeroom";
export const isSchool = (row: Row): boolean => row.type === "school";

/** Another student like the one given, in no class. */
const addStudent = (plot: Plot, like: string): Row => {
  const id = `06${plot.fresh()}1`;
  const [user] = plot.clean("users", ({ sourcedId }) => sourcedId === like) as [Row];
  const [facts] = plot.clean("demographics", ({ sourcedId }) => sourcedId === like);
  if (facts !== undefined) plot.add("demographics", { ...facts, sourcedId: id });
  return plot.add("users", {
    ...user,
    sourcedId: id,
    username: `new${id}`,
    givenName: "Ada",
    familyName: `Paz ${id}`,
    email: "",
    identifier: "",
    userIds: "",
    agentSourcedIds: "",
  });
};

type ClassOptions = { teacher?: boolean; primary?: string; student?: boolean; more?: Row };

/** A class like another of its school, with a teacher and a student unless told otherwise. */
export const addClass = (
  plot: Plot,
  { teacher = true, primary = "true", student = true, more = {} }: ClassOptions = {},
) => {
  const model = plot
    .clean("classes")
    .find(({ classType }) => (plot.format === "cli-engage" ? true : classType === "scheduled")) as Row;
  const id = `C-NEW-${plot.fresh()}`;
  const klass = plot.add("classes", {
    ...model,
    sourcedId: id,
    title: `Reading Club ${plot.fresh()}`,
    ...more,
  });
  const enrollments: Row[] = [];
  for (const role of ["teacher", "student"]) {
    if (role === "teacher" ? !teacher : !student) continue;
    const [like] = plot.clean(
      "enrollments",
      (row) => row.classSourcedId === model.sourcedId && row.role === role,
    );
    if (like === undefined) continue;
    // A student of another homeroom would be in two.
    const user =
      role === "student" && plot.format === "cli-engage" && isHomeroom(klass)
        ? addStudent(plot, like.userSourcedId ?? "")
        : undefined;
    enrollments.push(
      plot.add("enrollments", {
        ...like,
        ...(user && { userSourcedId: user.sourcedId ?? "" }),
        sourcedId: `E-NEW-${plot.fresh()}`,
        classSourcedId: id,
        schoolSourcedId: klass.schoolSourcedId ?? "",
        primary: role === "teacher" ? primary : "false",
      }),
    );
  }
  return { klass, enrollments };
};

/** Another school than the one given. */
export const otherSchool = (plot: Plot, id: string): string =>
  plot.rows("orgs", (row) => isSchool(row) && row.sourcedId !== id)[0]?.sourcedId ?? "";

export const districtOf = (plot: Plot): string =>
  plot.rows("orgs", ({ type }) => type === "district")[0]?.sourcedId ?? "";

/** The same student under another id, in every file, without what would be shared. */
export const copyStudent = (plot: Plot, source: Row, changes: Row): Row => {
  const id = `07${plot.fresh()}1`;
  const before = source.sourcedId ?? "";
  for (const role of ["demographics", "enrollments", "roles"]) {
    if (!plot.made.files.some((file) => file.role === role)) continue;
    for (const row of plot.rows(role, (one) => (one.userSourcedId ?? one.sourcedId) === before)) {
      plot.add(role, {
        ...row,
        sourcedId: role === "demographics" ? id : `${row.sourcedId}-${id}`,
        ...(role !== "demographics" && { userSourcedId: id }),
        ...(role === "roles" && { userProfileSourcedId: "" }),
      });
    }
  }
  return plot.add("users", {
    ...source,
    sourcedId: id,
    username: `new${id}`,
    email: "",
    userIds: "",
    agentSourcedIds: "",
    ...changes,
  });
};
