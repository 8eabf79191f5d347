import type { BenchFile } from "./columns.ts";
import {
  type Context,
  type Dates,
  placeOf,
  refer,
  referLater,
  report,
  type Seen,
} from "./obvious-context.ts";

/** What the peer does with each row beyond its schema, by file; and with what is left at the end. */

const lookAtSession = (context: Context, seen: Seen): void => {
  const { row, bad } = seen;
  referLater(context, "academicSessions", seen, "parentSourcedId");
  if (bad?.has("startDate") || bad?.has("endDate")) return;
  context.sessions.set(row.sourcedId!, { start: row.startDate!, end: row.endDate! });
};

const lookAtOrg = (context: Context, seen: Seen): void => {
  referLater(context, "orgs", seen, "parentSourcedId");
  context.orgTypes.set(seen.row.sourcedId!, seen.row.type!);
};

const lookAtCourse = (context: Context, seen: Seen): void => {
  refer(context, "courses", seen, "schoolYearSourcedId", "academicSessions");
  refer(context, "courses", seen, "orgSourcedId", "orgs");
};

/** From the first day of the first term to the end of the last; unknown when a term is. */
const spanTerms = (context: Context, terms: string): Dates | undefined => {
  let span: Dates | undefined;
  for (const term of terms.split(",")) {
    const session = context.sessions.get(term);
    if (session === undefined) return undefined;
    if (span === undefined) span = { ...session };
    if (session.start < span.start) span.start = session.start;
    if (session.end > span.end) span.end = session.end;
  }
  return span;
};

const lookAtSchool = (context: Context, file: BenchFile, seen: Seen): void => {
  refer(context, file, seen, "schoolSourcedId", "orgs");
  const type = context.orgTypes.get(seen.row.schoolSourcedId!);
  if (type !== undefined && type !== "school") {
    report(context, "school-not-a-school", placeOf(file, seen, "schoolSourcedId"));
  }
};

const lookAtClass = (context: Context, seen: Seen): void => {
  const { row } = seen;
  refer(context, "classes", seen, "courseSourcedId", "courses");
  refer(context, "classes", seen, "termSourcedIds", "academicSessions");
  lookAtSchool(context, "classes", seen);
  const place = placeOf("classes", seen, "sourcedId");
  if (context.sections.has(row.sourcedId!)) return;
  if (row.classType !== "homeroom") report(context, "class-not-homeroom", place);
  context.sections.set(row.sourcedId!, {
    homeroom: row.classType === "homeroom",
    school: row.schoolSourcedId!,
    dates: spanTerms(context, row.termSourcedIds!),
    place,
  });
};

const lookAtUser = (context: Context, seen: Seen): void => {
  const { row } = seen;
  refer(context, "users", seen, "orgSourcedIds", "orgs");
  referLater(context, "users", seen, "agentSourcedIds");
  if (context.userRoles.has(row.sourcedId!)) return;
  context.userRoles.set(row.sourcedId!, row.role!);
  if (row.role === "student") context.students.set(row.sourcedId!, placeOf("users", seen, "sourcedId"));
};

const lookAtDates = (context: Context, seen: Seen, dates: Dates | undefined): void => {
  const begin = seen.bad?.has("beginDate") ? "" : seen.row.beginDate!;
  const end = seen.bad?.has("endDate") ? "" : seen.row.endDate!;
  if (begin !== "" && end !== "" && begin > end) {
    report(context, "enrollment-out-of-its-dates", placeOf("enrollments", seen, "endDate"));
    return;
  }
  if (dates === undefined) return;
  const early = begin !== "" && (begin < dates.start || begin >= dates.end);
  if (early || (end !== "" && end > dates.end)) {
    report(
      context,
      "enrollment-out-of-its-dates",
      placeOf("enrollments", seen, early ? "beginDate" : "endDate"),
    );
  }
};

const lookAtEnrollment = (context: Context, seen: Seen): void => {
  const { row } = seen;
  const user = row.userSourcedId!;
  refer(context, "enrollments", seen, "classSourcedId", "classes");
  refer(context, "enrollments", seen, "userSourcedId", "users");
  lookAtSchool(context, "enrollments", seen);
  const role = context.userRoles.get(user);
  if (role !== undefined && (row.role === "student") !== (role === "student")) {
    const differs = row.role === "student" || row.role === "teacher";
    if (differs) report(context, "enrollment-role-differs", placeOf("enrollments", seen, "role"));
  }
  const section = context.sections.get(row.classSourcedId!);
  lookAtDates(context, seen, section?.dates);
  if (section === undefined) return;
  const school = row.schoolSourcedId!;
  if (school !== "" && section.school !== "" && school !== section.school) {
    report(context, "enrollment-school-differs", placeOf("enrollments", seen, "schoolSourcedId"));
  }
  if (row.role === "teacher") {
    context.taught.add(row.classSourcedId!);
    if (row.primary !== "true") return;
    const other = context.primaryTeacherOf.get(row.classSourcedId!);
    if (other === undefined) context.primaryTeacherOf.set(row.classSourcedId!, user);
    else if (other !== user) context.withTwoPrimaries.add(row.classSourcedId!);
  } else if (row.role === "student" && section.homeroom) {
    const before = context.homeroomOf.get(user);
    if (before === undefined) context.homeroomOf.set(user, row.classSourcedId!);
    else if (before !== row.classSourcedId) context.inTwoHomerooms.add(user);
  }
};

const lookAtDemographics = (context: Context, seen: Seen): void =>
  refer(context, "demographics", seen, "sourcedId", "users");

/** In the order in which the files are read: what is referred to comes first. */
export const lookAt: [BenchFile, (context: Context, seen: Seen) => void][] = [
  ["manifest", () => undefined],
  ["academicSessions", lookAtSession],
  ["orgs", lookAtOrg],
  ["courses", lookAtCourse],
  ["classes", lookAtClass],
  ["users", lookAtUser],
  ["enrollments", lookAtEnrollment],
  ["demographics", lookAtDemographics],
];

/** What can only be told once everything was read. CLI Engage looks at homerooms alone for their teachers. */
export const lookAtWhole = (context: Context): void => {
  for (const { kind, target, id, sample } of context.later) {
    if (!context.keys.get(target)?.has(id)) report(context, kind, sample);
  }
  for (const [id, place] of context.students) {
    if (!context.homeroomOf.has(id)) report(context, "student-without-homeroom", place);
    if (context.inTwoHomerooms.has(id)) report(context, "student-in-two-homerooms", place);
  }
  for (const [id, { homeroom, place }] of context.sections) {
    if (homeroom && !context.taught.has(id)) report(context, "class-without-teacher", place);
    if (context.withTwoPrimaries.has(id)) report(context, "two-primary-teachers", place);
  }
};
