/** Values of Clever's fields: Clever/swagger-api v3.1.yml, and what its files are seen to carry beside them. */

export const grades = [
  "InfantToddler",
  "Preschool",
  "PreKindergarten",
  "TransitionalKindergarten",
  "Kindergarten",
  ...Array.from({ length: 13 }, (_, index) => String(index + 1)),
  "PostGraduate",
  "Ungraded",
  "Other",
  "0",
  "K",
  "KG",
  "PK",
  "TK",
];

export const genders = ["M", "F", "X", "male", "female"];

export const races = [
  "Caucasian",
  "Asian",
  "Black or African American",
  "American Indian",
  "Hawaiian or Other Pacific Islander",
  "Two or More Races",
  "Unknown",
  "A",
  "B",
  "I",
  "M",
  "W",
];

export const lunchStatuses = ["Free", "Reduced", "Paid", "Other", "F", "R", "N"];

export const subjects = [
  "english/language arts",
  "math",
  "science",
  "social studies",
  "language",
  "homeroom/advisory",
  "interventions/online learning",
  "technology and engineering",
  "PE and health",
  "arts and music",
  "other",
];
