/** How often it is checked: what runs once or twice is not made fast yet. */
export const warmUpRounds = 6;

const faults: readonly ((cell: string) => string)[] = [
  () => "",
  () => "?",
  (cell) => `${cell}0`,
  (cell) => `"${cell} ""x"""`,
  (cell) => ` ${cell}`,
  () => "É",
];

/** Every so manieth row has a fault, each column's turn coming in every way; some rows come twice. */
const spoil = (row: string, index: number): string => {
  if (index % 40 !== 39) return row;
  const turn = Math.floor(index / 40);
  if (turn % 12 === 11) return `${row}\r\n${row}`;
  const cells = row.split(",");
  const at = turn % cells.length;
  const cell = cells[at] ?? "";
  const fault = faults[Math.floor(turn / cells.length) % faults.length];
  if (fault !== undefined && !cell.includes('"')) cells[at] = fault(cell);
  return cells.join(",");
};

/**
 * A small OneRoster 1.1 package of nobody, checked a few times by a worker that has nothing to do yet: engines make code
 * fast only while it runs, and throw fast code away at the first case that it has never met. The package is therefore
 * as faulty as real ones are: the first check of a real file should not have to wait for any of that.
 */
export const makeWarmUpFiles = (students = 2400): { name: string; blob: Blob }[] => {
  const file = (name: string, header: string, rows: readonly string[]) => ({
    name,
    blob: new Blob([`${header}\r\n${rows.map(spoil).join("\r\n")}\r\n`]),
  });
  const numbered = (count: number, row: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => row(index));
  const classes = Math.ceil(students / 4);
  const groups = Math.max(1, Math.floor(classes / 8 / 6));
  // A class and its students are of the same of eight schools; the first of six is the homeroom.
  const classOf = (student: number, period: number) =>
    (((student * 7) % groups) * 6 + period) * 8 + (student % 8);
  const grade = (student: number) => String(1 + (student % 12)).padStart(2, "0");
  const begin = (row: number) => (row % 3 === 0 ? "2026-09-14" : "2026-08-17");
  const names = ["academicSessions", "orgs", "courses", "classes", "users", "demographics", "enrollments"];
  return [
    file("manifest.csv", "propertyName,value", [
      "manifest.version,1.0",
      "oneroster.version,1.1",
      ...names.map((name) => `file.${name},bulk`),
    ]),
    file(
      "academicSessions.csv",
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
      [
        "year-2027,,,Year,schoolYear,2026-08-17,2027-05-29,,2027",
        "term-2027,,,Term,semester,2026-08-17,2027-05-29,year-2027,2027",
      ],
    ),
    file("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", [
      "org-0,,,District,district,,",
      ...numbered(8, (org) => `org-${org + 1},,,School ${org},school,,org-0`),
    ]),
    file(
      "courses.csv",
      "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
      ["course-1,,,year-2027,Homeroom,HR,,org-0,,"],
    ),
    file(
      "classes.csv",
      "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
      numbered(
        classes,
        (at) =>
          `class-${at},,,Class ${at},${grade(at)},course-1,C${at},${Math.floor(at / 8) % 6 ? "scheduled" : "homeroom"},Room ${at % 90},org-${1 + (at % 8)},term-2027,,,${at % 8}`,
      ),
    ),
    file(
      "users.csv",
      "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
      numbered(students + classes, (at) =>
        at < students
          ? `person-${at},,,true,org-${1 + (at % 8)},student,name.${at},,Given${at % 97},"Family${at % 211}",,,name.${at}@example.org,,,,${grade(at)},`
          : `person-${at},,,true,org-${1 + (at % 8)},teacher,name.${at},,Given${at % 97},Família${at % 211},,,name.${at}@example.org,,,,,`,
      ),
    ),
    file(
      "demographics.csv",
      "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
      numbered(
        students,
        (at) =>
          `person-${at},,,${2020 - (at % 12)}-0${1 + (at % 9)}-1${at % 10},${at % 2 ? "male" : "female"},false,false,false,false,true,false,${at % 3 === 0},US,,,`,
      ),
    ),
    file(
      "enrollments.csv",
      "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
      [
        ...numbered(
          classes,
          (at) =>
            `enrollment-t${at},,,class-${at},org-${1 + (at % 8)},person-${students + at},teacher,true,2026-08-17,2027-05-29`,
        ),
        ...numbered(students * 6, (row) => {
          const student = Math.floor(row / 6);
          const at = classOf(student, row % 6);
          return `enrollment-${student}-class-${at},,,class-${at},org-${1 + (at % 8)},person-${student},student,false,${begin(row)},2027-05-29`;
        }),
      ],
    ),
  ];
};
