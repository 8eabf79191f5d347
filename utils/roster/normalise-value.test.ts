import { describe, expect, test } from "vitest";
import { normaliseDate, normaliseValue } from "./normalise-value.ts";

describe("normaliseDate", () => {
  test.each([
    ["2019-09-05", "2019-09-05"],
    ["2019-9-5", "2019-09-05"],
    ["2019-09-05T00:00:00.000Z", "2019-09-05"],
    ["09/05/2019", "2019-09-05"],
    ["9/5/2019", "2019-09-05"],
    [" 9/5/2019 0:00", "2019-09-05"],
    ["2024-02-29", "2024-02-29"],
  ])("%j is %j", (text, iso) => expect(normaliseDate(text)).toBe(iso));

  test.each(["", "13/05/2019", "2023-02-29", "9/5/19", "0000", "2019-00-10", "yesterday"])(
    "%j is no day",
    (text) => expect(normaliseDate(text)).toBeUndefined(),
  );
});

describe("normaliseValue", () => {
  test.each([
    ["gradeLevel", "Pre-K", "PK"],
    ["gradeLevel", "Prekindergarten", "PK"],
    ["gradeLevel", "Kindergarten", "KG"],
    ["gradeLevel", "K", "KG"],
    ["gradeLevel", "1", "01"],
    ["gradeLevel", "1st Grade", "01"],
    ["gradeLevel", "First Grade", "01"],
    ["gradeLevel", "Grade 2", "02"],
    ["gradeLevel", "12", "12"],
    ["gradeLevel", "Other", "Other"],
    ["gender", "M", "male"],
    ["gender", "Female", "female"],
    ["gender", "Nonbinary", "Nonbinary"],
    ["ethnicity", "Hispanic or Latino", "Hispanic"],
    ["ethnicity", "not hispanic", "Not-Hispanic"],
    ["status", "ACTIVE", "Active"],
    ["assessmentLanguage", "spanish", "Spanish"],
    ["lastName", "  de  la Cruz ", "de la Cruz"],
    ["stateId", "0012345678", "0012345678"],
    ["birthDate", "08/01/2020", "2020-08-01"],
    ["birthDate", "soon", "soon"],
  ] as const)("%s %j compares as %j", (field, value, compared) =>
    expect(normaliseValue(field, value)).toBe(compared),
  );

  test("keeps what the receiver would overwrite: case and accents of a name", () => {
    expect(normaliseValue("firstName", "JOSE")).not.toBe(normaliseValue("firstName", "José"));
  });
});
