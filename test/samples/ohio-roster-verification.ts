import type { Row, Sample } from "./sample.ts";

const building = { building_irn: "012345" };
const teacher = { educator_state_id: "OH3019384" };

const claim = (month: string): Row => ({
  class_id: "C1",
  ...teacher,
  ssid: "AE1234567",
  local_student_id: "10023",
  first_name: "Mia",
  last_name: "Nunez",
  birth_date: "2016-03-09",
  grade_level: "05",
  month,
  percent: "100",
});

/** One teacher of grade 5 mathematics who claims one student for the whole year. */
export const ohioRosterVerification: Sample = {
  files: {
    "staff.csv": [
      {
        district_irn: "043489",
        ...building,
        ...teacher,
        first_name: "Ana",
        last_name: "Ortiz",
        email: "ana.ortiz@example.org",
        role: "teacher",
        start_date: "2026-08-10",
      },
    ],
    "classes.csv": [
      {
        ...building,
        class_id: "C1",
        class_name: "Math 5 Ortiz",
        subject_course: "Mathematics",
        grade: "5",
        term: "Full Year (Aug/Sep - May/Jun)",
        ...teacher,
      },
    ],
    "claims.csv": ["AUG", "SEP", "OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY"].map(claim),
    "enrollments.csv": [{ class_id: "C1", ssid: "AE1234567", entry_date: "2026-08-19" }],
  },
  keys: {
    "staff.csv": ["first_name", "last_name"],
    "classes.csv": ["class_id", "educator_state_id"],
    "claims.csv": ["class_id", "educator_state_id", "ssid", "month"],
    "enrollments.csv": ["class_id", "ssid"],
  },
  settings: {
    calendar: {
      firstDay: "2026-08-19",
      lastDay: "2027-05-27",
      weekdays: [1, 2, 3, 4, 5],
      holidays: [{ from: "2026-12-21", to: "2027-01-01" }],
    },
    springTest: "2027-03-22",
  },
};
