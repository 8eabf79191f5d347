/** Where each format keeps what tells people apart, as data: the rules about people ask here for files and columns. */

export type PersonFile = {
  /** Role of the file. */
  role: string;
  id: string;
  /** Whom the file lists, or the column whose words say so; absent where another file says it. */
  kind?: "student" | "staff" | { column: string };
  first: string;
  last: string;
  middle?: string;
  /** Columns whose value belongs to one person. */
  email?: string;
  username?: string;
  number?: string;
  stateId?: string;
  /** Columns a family may share: proof only beside equal names and birth date. */
  phones?: readonly string[];
  school?: string;
  grade?: string;
  birth?: string;
};

/** A column of another file, found by the person's id. */
export type ElsewhereColumn = { role: string; id: string; column: string };

export type PeopleLayout = {
  people: readonly PersonFile[];
  /** Roles in a file of their own; somebody may have several. */
  kindIn?: ElsewhereColumn;
  gradeIn?: ElsewhereColumn;
  birthIn?: ElsewhereColumn;
};

/** What a person can be known by. */
export type PersonColumn = "email" | "username" | "number" | "stateId";

const oneRosterUsers: PersonFile = {
  role: "users",
  id: "sourcedId",
  first: "givenName",
  middle: "middleName",
  last: "familyName",
  email: "email",
  username: "username",
  number: "identifier",
  phones: ["phone", "sms"],
  school: "orgSourcedIds",
  grade: "grades",
};

const oneRoster11: PeopleLayout = {
  people: [{ ...oneRosterUsers, kind: { column: "role" } }],
  birthIn: { role: "demographics", id: "sourcedId", column: "birthDate" },
};

const cleverStaff = { kind: "staff", first: "First_name", last: "Last_name", username: "Username" } as const;

/** SDS 1's "Secondary Email" is a guardian's or a private one as often as not, and proves nobody. */
const sds1Names = {
  id: "SIS ID",
  first: "First Name",
  middle: "Middle Name",
  last: "Last Name",
  username: "Username",
  stateId: "State ID",
  school: "School SIS ID",
} as const;

export const peopleLayouts: Readonly<Record<string, PeopleLayout>> = {
  "oneroster-1.1": oneRoster11,
  "cli-engage": oneRoster11,
  "oneroster-1.2": {
    people: [{ ...oneRosterUsers, school: "primaryOrgSourcedId" }],
    kindIn: { role: "roles", id: "userSourcedId", column: "role" },
    birthIn: { role: "demographics", id: "sourcedId", column: "birthDate" },
  },
  "sds-2.1": {
    people: [
      {
        role: "users",
        id: "sourcedId",
        first: "givenName",
        last: "familyName",
        email: "email",
        username: "username",
        phones: ["phone", "sms"],
      },
    ],
    kindIn: { role: "roles", id: "userSourcedId", column: "role" },
    gradeIn: { role: "roles", id: "userSourcedId", column: "grade" },
    birthIn: { role: "demographics", id: "userSourcedId", column: "birthDate" },
  },
  "sds-1": {
    people: [
      {
        ...sds1Names,
        role: "Student",
        kind: "student",
        number: "Student Number",
        grade: "Grade",
        birth: "Birthdate",
      },
      { ...sds1Names, role: "Teacher", kind: "staff", number: "Teacher Number" },
    ],
  },
  "clever-sftp": {
    people: [
      {
        role: "students",
        kind: "student",
        id: "Student_id",
        first: "First_name",
        middle: "Middle_name",
        last: "Last_name",
        email: "Student_email",
        username: "Username",
        number: "Student_number",
        stateId: "State_id",
        school: "School_id",
        grade: "Grade",
        birth: "DOB",
      },
      {
        ...cleverStaff,
        role: "teachers",
        id: "Teacher_id",
        middle: "Middle_name",
        email: "Teacher_email",
        number: "Teacher_number",
        stateId: "State_teacher_id",
      },
      { ...cleverStaff, role: "staff", id: "Staff_id", email: "Staff_email" },
    ],
  },
  "cli-engage-workbook": {
    people: [
      {
        role: "roster",
        kind: "student",
        id: "Student_Internal_ID",
        first: "Student_First_Name",
        middle: "Student_Middle_Name",
        last: "Student_Last_Name",
        stateId: "Student_State_Unique_ID",
        school: "School_Internal_ID",
        grade: "Student_Grade_Level",
        birth: "Student_Birth_Date",
      },
      {
        role: "roster",
        kind: "staff",
        id: "Teacher_Internal_ID",
        first: "Teacher_First_Name",
        last: "Teacher_Last_Name",
        email: "Teacher_Primary_Email",
      },
    ],
  },
};

/** Formats in which somebody has such a column. */
export const formatsWith = (...columns: (PersonColumn | "grade" | "birth")[]): string[] =>
  Object.entries(peopleLayouts)
    .filter(([, layout]) =>
      columns.every(
        (column) =>
          layout.people.some((file) => file[column] !== undefined) ||
          (column === "birth" && layout.birthIn !== undefined) ||
          (column === "grade" && layout.gradeIn !== undefined),
      ),
    )
    .map(([id]) => id)
    .sort();

/** Words of a role that is neither a student's nor staff's; everything else that is filled is staff. */
export const familyRoles: ReadonlySet<string> = new Set(
  "parent guardian relative family contact child other doctor emergencycontact parentguardian".split(" "),
);
