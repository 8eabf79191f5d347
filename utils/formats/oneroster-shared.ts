import type { FileSpec } from "./format.ts";
import type { OneRosterMakers } from "./oneroster-fields.ts";
import {
  classType,
  enrollmentRole,
  importance,
  orgType,
  sessionType,
  userRole,
} from "./oneroster-vocabulary.ts";

/** The files whose columns OneRoster 1.1 and 1.2 share, in the order of the standard: a file must have it too. */

export const academicSessions = ({ field, file, choice, head, reference }: OneRosterMakers): FileSpec =>
  file("academicSessions", [
    ...head(),
    field("title", "string", "yes"),
    choice("type", sessionType, "yes"),
    field("startDate", "date", "yes"),
    field("endDate", "date", "yes"),
    reference("parentSourcedId", "academicSessions"),
    field("schoolYear", "year", "yes", { yearIs: "end" }),
  ]);

export const orgs = ({ field, file, choice, head, reference }: OneRosterMakers): FileSpec =>
  file("orgs", [
    ...head(),
    field("name", "string", "yes"),
    choice("type", orgType, "yes"),
    field("identifier", "string"),
    reference("parentSourcedId", "orgs"),
  ]);

export const courses = ({ field, file, head, reference, gradesField, lists }: OneRosterMakers): FileSpec =>
  file("courses", [
    ...head(),
    reference("schoolYearSourcedId", "academicSessions"),
    field("title", "string", "yes"),
    field("courseCode", "string"),
    gradesField(),
    reference("orgSourcedId", "orgs", "yes"),
    ...lists("subjects", "subjectCodes"),
  ]);

export const classes = (make: OneRosterMakers): FileSpec => {
  const { field, file, choice, head, reference, references, gradesField, lists } = make;
  return file("classes", [
    ...head(),
    field("title", "string", "yes"),
    gradesField(),
    reference("courseSourcedId", "courses", "yes"),
    field("classCode", "string"),
    choice("classType", classType, "yes"),
    field("location", "string"),
    reference("schoolSourcedId", "orgs", "yes"),
    { ...references("termSourcedIds", "academicSessions", "yes"), aliases: ["termSourcedId"] },
    ...lists("subjects", "subjectCodes", "periods"),
  ]);
};

export const enrollments = ({ field, file, choice, head, reference, yesNo }: OneRosterMakers): FileSpec =>
  file("enrollments", [
    ...head(),
    reference("classSourcedId", "classes", "yes"),
    reference("schoolSourcedId", "orgs", "yes"),
    reference("userSourcedId", "users", "yes"),
    choice("role", enrollmentRole, "yes"),
    yesNo("primary"),
    field("beginDate", "date"),
    // Exclusive: the first day on which the person is no longer enrolled.
    field("endDate", "date"),
  ]);

/** The columns of users.csv that both versions have, in two runs: 1.1 writes orgSourcedIds and role between them. */
export const userColumns = ({ field, references, gradesField, texts }: OneRosterMakers) => ({
  first: [field("enabledUser", "boolean", "yes")],
  rest: [
    field("username", "string", "yes"),
    field("userIds", "userId", "no", { list: true }),
    field("givenName", "string", "yes"),
    field("familyName", "string", "yes"),
    ...texts("middleName", "identifier"),
    field("email", "email"),
    ...texts("sms", "phone"),
    { ...references("agentSourcedIds", "users"), aliases: ["agents"] },
    gradesField(),
    field("password", "string"),
  ],
});

export const demographics = (
  { field, file, choice, head, yesNo, texts }: OneRosterMakers,
  sex: readonly string[],
): FileSpec =>
  file("demographics", [
    ...head({ references: { role: "users", column: "sourcedId" }, aliases: ["userSourcedId"] }),
    field("birthDate", "date"),
    choice("sex", sex),
    yesNo("americanIndianOrAlaskaNative"),
    yesNo("asian"),
    yesNo("blackOrAfricanAmerican"),
    yesNo("nativeHawaiianOrOtherPacificIslander"),
    yesNo("white"),
    yesNo("demographicRaceTwoOrMoreRaces"),
    yesNo("hispanicOrLatinoEthnicity"),
    ...texts("countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"),
  ]);

/** resources.csv and the two files that hand resources to classes and courses. */
export const resourceFiles = ({
  field,
  file,
  choice,
  head,
  reference,
  texts,
}: OneRosterMakers): FileSpec[] => [
  file("resources", [
    ...head(),
    field("vendorResourceId", "string", "yes"),
    field("title", "string"),
    { ...choice("roles", userRole), list: true },
    choice("importance", importance),
    ...texts("vendorId", "applicationId"),
  ]),
  file("classResources", [
    ...head(),
    field("title", "string"),
    reference("classSourcedId", "classes", "yes"),
    reference("resourceSourcedId", "resources", "yes"),
  ]),
  file("courseResources", [
    ...head(),
    field("title", "string"),
    reference("courseSourcedId", "courses", "yes"),
    reference("resourceSourcedId", "resources", "yes"),
  ]),
];
