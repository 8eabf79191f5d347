import type { Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import type { Fault, Plant } from "./fault.ts";

/** Faults in New York City's and Ohio's files. */

const nyc = (rule: string, plant: Plant): Fault => ({
  rule,
  plant: (plot) => (plot.format === "nyc-ats-stars" ? plant(plot) : "only New York City has such files"),
});
const ohio = (rule: string, plant: Plant, more: Partial<Fault> = {}): Fault => ({
  rule,
  ...more,
  plant: (plot) => (plot.format === "ohio-roster-verification" ? plant(plot) : "only Ohio has such files"),
});

const at = (plot: Plot, role: string, row: Row, column: string, note: string): Planted => ({
  spot: { file: plot.file(role), row, column },
  note,
});

const upper = /^(06|07|08|09|10|11|12)$/;
const isLower = ({ GradeLevel = "" }: Row): boolean => !upper.test(GradeLevel);

/** A teacher of somebody in the upper grades, who is in the program by nickname. */
const subjectTeacher = (plot: Plot): Row => {
  const homeroom = new Set(
    plot.file("racl").rows.map(({ SchoolDBN, TeacherName }) => `${SchoolDBN} ${TeacherName}`),
  );
  const nicknames = new Set(
    plot
      .rows("program", (row) => upper.test(row.GradeLevel ?? ""))
      .map(({ TeacherNickname }) => TeacherNickname),
  );
  return plot.take(
    "pedagogues",
    ({ SchoolDBN, LastName, FirstName, TeacherNickname }) =>
      nicknames.has(TeacherNickname) && !homeroom.has(`${SchoolDBN} ${LastName}, ${FirstName}`),
  );
};

export const nycFaults: readonly Fault[] = [
  nyc("nyc-class-not-on-racl", (plot) => {
    const student = plot.take("racl", isLower);
    const rows = plot.rows("program", ({ StudentID }) => StudentID === student.StudentID);
    for (const row of rows) row.OfficialClass = "4Z9";
    return [at(plot, "program", rows[0] as Row, "OfficialClass", "the school's RACL has no such class")];
  }),
  nyc("nyc-class-without-teacher", (plot) => {
    const row = plot.add("racl", {
      ...plot.take("racl", isLower),
      OfficialClass: "3Z8",
      TeacherName: "",
      StudentID: "",
      StudentName: "",
    });
    return [at(plot, "racl", row, "OfficialClass", "a class without a teacher was added")];
  }),
  nyc("nyc-eis-without-email", (plot) => {
    const row = subjectTeacher(plot);
    row.Email = "";
    return [at(plot, "pedagogues", row, "EISNumber", "the address was left out")];
  }),
  nyc("nyc-nickname-shared", (plot) => {
    const teacher = subjectTeacher(plot);
    const row = plot.add("pedagogues", {
      ...teacher,
      EISNumber: `55${plot.fresh()}5`,
      FirstName: "LEO",
      LastName: "PAREDES",
      Email: "lparedes@schools.nyc.example",
    });
    const spot = (one: Row) => ({ file: plot.file("pedagogues"), row: one, column: "TeacherNickname" });
    return [{ spot: spot(teacher), also: [spot(row)], note: "somebody else was given the nickname" }];
  }),
  nyc("nyc-nickname-without-eis", (plot) => {
    const row = subjectTeacher(plot);
    row.EISNumber = "";
    const [taught] = plot.rows(
      "program",
      (one) => one.SchoolDBN === row.SchoolDBN && one.TeacherNickname === row.TeacherNickname,
    ) as [Row];
    return [at(plot, "program", taught, "TeacherNickname", "the teacher's EIS number was left out")];
  }),
  nyc("nyc-official-class-damaged", (plot) => {
    const student = plot.take("racl", isLower);
    const { SchoolDBN = "", StudentID = "" } = student;
    plot.add("racl", { ...student, OfficialClass: "4E1" });
    plot.remove("racl", student);
    const rows = plot.rows("program", (row) => row.StudentID === StudentID && row.SchoolDBN === SchoolDBN);
    for (const row of rows) row.OfficialClass = "40";
    return [at(plot, "program", rows[0] as Row, "OfficialClass", "class 4E1 was read as a number")];
  }),
  nyc("nyc-student-in-two-classes", (plot) => {
    const student = plot.take("racl", isLower);
    const [other] = plot.rows(
      "racl",
      (row) => row.SchoolDBN === student.SchoolDBN && row.OfficialClass !== student.OfficialClass,
    ) as [Row];
    const row = plot.add("racl", {
      ...student,
      OfficialClass: other.OfficialClass ?? "",
      TeacherName: other.TeacherName ?? "",
    });
    return [at(plot, "racl", row, "StudentID", "the student is in another official class")];
  }),
  nyc("nyc-teacher-name-shared", (plot) => {
    const { SchoolDBN = "", TeacherName = "" } = plot.take("racl", isLower);
    const [last = "", first = ""] = TeacherName.split(", ");
    const [model] = plot.rows(
      "pedagogues",
      (row) => row.SchoolDBN === SchoolDBN && row.LastName === last && row.FirstName === first,
    ) as [Row];
    plot.add("pedagogues", {
      ...model,
      EISNumber: `56${plot.fresh()}5`,
      TeacherNickname: `SECOND ${plot.fresh()}`,
      Email: "second@schools.nyc.example",
    });
    const [row] = plot.rows(
      "racl",
      (one) => one.SchoolDBN === SchoolDBN && one.TeacherName === TeacherName,
    ) as [Row];
    return [at(plot, "racl", row, "TeacherName", "a second teacher of the name was added")];
  }),
  nyc("nyc-teacher-not-in-pedagogue-file", (plot) => {
    const row = plot.add("racl", {
      ...plot.take("racl", isLower),
      OfficialClass: "3Z7",
      TeacherName: "NOBODY, ADA",
      StudentID: "",
      StudentName: "",
    });
    return [at(plot, "racl", row, "TeacherName", "a class of an unknown teacher was added")];
  }),
];

/** The claims of one student in one class, taken. */
const claimsOf = (plot: Plot, fits: (row: Row) => boolean = () => true): Row[] => {
  const one = plot.take("claims", fits);
  return plot.rows("claims", (row) => row.ssid === one.ssid && row.class_id === one.class_id);
};

const monthIn = (rows: readonly Row[], month: string): Row => rows.find((row) => row.month === month) as Row;

/** A class of a new teacher with one new student and claims for the given months. */
const addTeaching = (plot: Plot, months: readonly string[], more: { staff?: Row; klass?: Row } = {}) => {
  const [klassModel] = plot.clean("classes", ({ subject_course }) => subject_course === "Mathematics") as [
    Row,
  ];
  const number = plot.fresh();
  const educator = `OH999${number}`;
  const id = `C-NEW-${number}`;
  const staff = plot.add("staff", {
    ...(plot.clean("staff")[0] as Row),
    educator_state_id: educator,
    first_name: "Luz",
    last_name: "Paz",
    email: `luz.paz${number}@bluebonnetisd.example`,
    ...more.staff,
  });
  const klass = plot.add("classes", {
    ...klassModel,
    class_id: id,
    class_name: `Mathematics Paz ${number}`,
    educator_state_id: educator,
    ...more.klass,
  });
  const [claimModel] = plot.clean("claims", ({ class_id }) => class_id === klassModel.class_id) as [Row];
  const claims = months.map((month) =>
    plot.add("claims", {
      ...claimModel,
      class_id: id,
      educator_state_id: educator,
      ssid: `AF999${number}`,
      local_student_id: `99${number}`,
      month,
    }),
  );
  const enrollment = plot.add("enrollments", {
    class_id: id,
    ssid: `AF999${number}`,
    entry_date: plot.schoolYear.year.begins,
  });
  return { staff, klass, claims, enrollment };
};

const allMonths = ["AUG", "SEP", "OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY"];

export const ohioFaults: readonly Fault[] = [
  ohio("ohio-claim-not-in-class", (plot) => {
    const rows = claimsOf(plot);
    const [gone] = plot.rows(
      "enrollments",
      ({ ssid, class_id }) => ssid === rows[0]?.ssid && class_id === rows[0]?.class_id,
    );
    plot.remove("enrollments", gone as Row);
    return rows.map((row) => at(plot, "claims", row, "ssid", "the enrollment was left out"));
  }),
  ohio(
    "ohio-claim-outside-student-months",
    (plot) => {
      const rows = claimsOf(plot);
      for (const row of plot.rows(
        "enrollments",
        ({ ssid, class_id }) => ssid === rows[0]?.ssid && class_id === rows[0]?.class_id,
      )) {
        row.entry_date = `${plot.schoolYear.startYear}-09-22`;
      }
      return ["AUG", "SEP"].map((month) =>
        at(plot, "claims", monthIn(rows, month), "month", "the student came on 22 September"),
      );
    },
    { needs: { policy: { calendar: true } } },
  ),
  ohio(
    "ohio-claim-outside-teacher-months",
    (plot) => {
      const { claims } = addTeaching(plot, allMonths, {
        staff: { start_date: `${plot.schoolYear.startYear}-10-20` },
      });
      return ["AUG", "SEP", "OCT"].map((month) =>
        at(plot, "claims", monthIn(claims, month), "month", "the teacher began on 20 October"),
      );
    },
    { needs: { policy: { calendar: true } } },
  ),
  ohio(
    "ohio-student-after-spring-test",
    (plot) => {
      const { enrollment } = addTeaching(plot, allMonths);
      const row = plot.add("enrollments", {
        ...enrollment,
        ssid: `AF888${plot.fresh()}`,
        entry_date: `${plot.schoolYear.endYear}-04-06`,
      });
      return [at(plot, "enrollments", row, "entry_date", "the student came after the spring test")];
    },
    { needs: { policy: { springTest: true } } },
  ),
  ohio("ohio-does-not-take-part", (plot) => {
    const row = plot.take("staff");
    row.role = "long-term substitute";
    return [at(plot, "staff", row, "role", "substitutes of any length do not take part")];
  }),
  ohio("ohio-educator-without-state-id", (plot) => {
    const row = plot.add("staff", {
      ...(plot.clean("staff")[0] as Row),
      educator_state_id: "",
      first_name: "Ada",
      email: "",
    });
    return [at(plot, "staff", row, "educator_state_id", "the person was added")];
  }),
  ohio("ohio-only-may-june", (plot) => {
    const { claims } = addTeaching(plot, ["MAY"], { klass: { term: "Spring Semester (Jan - May/Jun)" } });
    return [at(plot, "claims", claims[0] as Row, "educator_state_id", "the teacher was added")];
  }),
  ohio("ohio-overclaimed", (plot) => {
    const rows = claimsOf(plot);
    const october = monthIn(rows, "OCT");
    const { klass } = addTeaching(plot, allMonths);
    const row = plot.add("claims", {
      ...october,
      educator_state_id: klass.educator_state_id ?? "",
      percent: "50",
    });
    plot.add("classes", {
      ...(plot.rows("classes", ({ class_id }) => class_id === october.class_id)[0] as Row),
      educator_state_id: klass.educator_state_id ?? "",
    });
    return [at(plot, "claims", row, "percent", "another teacher claims the whole of the month")];
  }),
  ohio("ohio-underclaimed", (plot) => {
    const row = monthIn(claimsOf(plot), "OCT");
    row.percent = "60";
    return [at(plot, "claims", row, "percent", "nobody claims the rest")];
  }),
  ohio("ohio-student-grade-out-of-scope", (plot) => {
    const rows = claimsOf(plot, ({ grade_level }) => /^0[678]$/.test(grade_level ?? ""));
    const row = monthIn(rows, "OCT");
    row.grade_level = "03";
    return [at(plot, "claims", row, "grade_level", "grade 3 is not verified")];
  }),
  ohio("ohio-subject-out-of-scope", (plot) => {
    const { klass } = addTeaching(plot, allMonths, { klass: { subject_course: "Visual Art" } });
    return [at(plot, "classes", klass, "subject_course", "the class was added")];
  }),
  ohio("ohio-term-against-months", (plot) => {
    const { klass } = addTeaching(plot, allMonths, { klass: { term: "Fall Semester (Aug/Sep - Jan)" } });
    return [at(plot, "classes", klass, "term", "it is claimed from August to May")];
  }),
];
