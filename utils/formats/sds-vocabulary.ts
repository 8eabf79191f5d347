/** Values of School Data Sync V2.1; case does not count (learn.microsoft.com, validation-rules-and-descriptions). */

export const orgTypes = [
  "school",
  "department",
  "district",
  "local",
  "state",
  "national",
  "departmentOfEducation",
  "ministryOfEducation",
  "university",
  "college",
  "campus",
  "adultEducation",
  "municipality",
  "academicTrust",
  "localAuthority",
  "region",
  "division",
  "province",
  "researchCenter",
  "program",
];

export const sessionTypes = ["schoolYear", "semester", "term", "gradingPeriod", "quarter"];

export const roles = [
  "principal",
  "chair",
  "professor",
  "researcher",
  "adjunct",
  "affiliate",
  "occupationalTherapist",
  "physicalTherapist",
  "speechTherapist",
  "visionTherapist",
  "paraprofessional",
  "specialServices",
  "advisor",
  "proctor",
  "nurse",
  "officeStaff",
  "lecturer",
  "itAdmin",
  "administrator",
  "teacher",
  "faculty",
  "staff",
  "teacherAssistant",
  "assistant",
  "instructor",
  "substitute",
  "coach",
  "alumni",
  "student",
  "other",
];

/** Of these lists only what the samples hold could be read. */
export const flagsSeen = ["iep", "freeLunch", "504"];
export const relationshipsSeen = ["guardian", "relative"];
