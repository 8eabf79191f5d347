import type { Sample } from "./sample.ts";

const school = { SchoolDBN: "02M475" };

/** One class of grade 4 on the RACL, and a student of grade 9 in a course. */
export const nycAtsStars: Sample = {
  files: {
    "racl.csv": [
      {
        ...school,
        OfficialClass: "401",
        TeacherName: "ORTIZ, ANA",
        GradeLevel: "04",
        StudentID: "201234567",
        StudentName: "NUNEZ, MIA",
      },
      { ...school, OfficialClass: "9A1", TeacherName: "PAZ, LUZ", GradeLevel: "09", StudentID: "034567891" },
    ],
    "pedagogue.csv": [
      {
        ...school,
        EISNumber: "0712345",
        LastName: "ORTIZ",
        FirstName: "ANA",
        TeacherNickname: "ORTIZ A",
        Email: "aortiz@schools.nyc.gov",
      },
      {
        ...school,
        EISNumber: "0798765",
        LastName: "PAZ",
        FirstName: "LUZ",
        TeacherNickname: "PAZ L",
        Email: "lpaz@schools.nyc.gov",
      },
    ],
    "stars-program.csv": [
      {
        ...school,
        SchoolYear: "2026",
        TermId: "1",
        StudentID: "201234567",
        LastName: "NUNEZ",
        FirstName: "MIA",
        GradeLevel: "04",
        OfficialClass: "401",
        CourseCode: "MQ41",
        SectionId: "1",
        TeacherNickname: "ORTIZ A",
      },
      {
        ...school,
        SchoolYear: "2026",
        TermId: "1",
        StudentID: "034567891",
        LastName: "REYES",
        FirstName: "LEO",
        GradeLevel: "09",
        OfficialClass: "9A1",
        CourseCode: "EES81",
        SectionId: "2",
        TeacherNickname: "PAZ L",
      },
    ],
    "stars-registration.csv": [
      {
        CourseCode: "EES81",
        ...school,
        FirstName: "LEO",
        LastName: "REYES",
        StudentID: "034567891",
        AssignedSectionId: "2",
        LEPFlag: "0",
        GradeLevel: "09",
        CreatedDate: "2026-09-08 07:30:00.000000",
        SchoolYear: "2026",
        TermId: "1",
        GUID: "6f9619ff-8b86-d011-b42d-00c04fc964ff",
        StudentDOEEmail: "leor1@nycstudents.net",
      },
    ],
  },
  keys: {
    "racl.csv": ["SchoolDBN", "OfficialClass"],
    "pedagogue.csv": ["SchoolDBN", "LastName", "FirstName"],
    "stars-program.csv": ["SchoolDBN", "StudentID", "CourseCode"],
    "stars-registration.csv": ["StudentID", "CourseCode"],
  },
};
