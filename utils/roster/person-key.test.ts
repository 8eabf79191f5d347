import { describe, expect, test } from "vitest";
import { indexPeople } from "./index-people.ts";
import { personKey } from "./person-key.ts";

const rosa = { firstName: "Rosa", lastName: "Núñez", birthDate: "2020-03-04" };

describe("personKey", () => {
  test("is one key however the name and the day are written", () => {
    const shouted = { firstName: " ROSA ", lastName: "NUNEZ", birthDate: "03/04/2020" };
    expect(personKey(shouted)).toBe(personKey(rosa));
  });

  test("tells twins apart by their first names", () =>
    expect(personKey({ ...rosa, firstName: "Iris" })).not.toBe(personKey(rosa)));

  test("keeps first and last name apart", () =>
    expect(personKey({ ...rosa, firstName: "Núñez", lastName: "Rosa" })).not.toBe(personKey(rosa)));

  test.each([
    ["no first name", { ...rosa, firstName: undefined }],
    ["an empty last name", { ...rosa, lastName: " " }],
    ["no birth date", { ...rosa, birthDate: undefined }],
    ["a day that is none", { ...rosa, birthDate: "2020-02-30" }],
  ])("is no key with %s", (_, names) => expect(personKey(names)).toBeUndefined());
});

test("indexPeople points a shared key at nobody", () => {
  const student = (id: string, fields: typeof rosa) => ({ id, fields, sectionIds: [] });
  const index = indexPeople([
    student("1", rosa),
    student("2", { ...rosa, firstName: "Iris" }),
    student("3", rosa),
  ]);
  expect(index.get(personKey(rosa)!)).toBe(-1);
  expect(index.get(personKey({ ...rosa, firstName: "Iris" })!)).toBe(1);
});
