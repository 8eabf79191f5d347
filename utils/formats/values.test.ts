import { describe, expect, it } from "vitest";
import type { Field } from "./format.ts";
import { madeField } from "./made-field.fixture.ts";
import { cellSchema } from "./values.ts";

describe.each<[string, Field, string[], string[]]>([
  [
    "sourcedId",
    madeField("sourcedId"),
    ["1", "a.b-c_d/e@f", "x".repeat(255)],
    ["a b", "é1", "1.2E+05", " 1", "x".repeat(256), "{1}"],
  ],
  [
    "date",
    madeField("date"),
    ["2026-08-17", "2024-02-29"],
    ["2026-02-29", "2026-13-01", "8/17/2026", "2022-2-01", "2026-08-17T00:00:00.000Z"],
  ],
  [
    "datetime",
    madeField("datetime"),
    ["2012-04-23T18:25:43.511Z"],
    ["2012-04-23", "2012-04-23T18:25:43Z", "2012-04-23T24:00:00.000Z", "2012-04-31T18:25:43.511Z"],
  ],
  ["boolean", madeField("boolean"), ["true", "false"], ["TRUE", "1", "yes", "true "]],
  ["year", madeField("year"), ["2027", "1999"], ["27", "2026-2027", "1.0", "0012"]],
  ["email", madeField("email"), ["a.b@example.org"], ["a.b", "a@b", "a b@example.org"]],
  ["userId", madeField("userId"), ["{Local:863}"], ["863", "{863}", "{Local:863", "{:863}"]],
  ["identifier", madeField("identifier"), ["TX-1 a", "Ñ1"], [" 1", "1 ", "a\u0000b", "a\nb"]],
  [
    "enum",
    madeField("enum", { values: ["student", "teacher"] }),
    ["student"],
    ["Student", "stu", "student,teacher"],
  ],
  [
    "list of enum",
    madeField("enum", { values: ["01", "02"], list: true }),
    ["01", "01,02", "01, 02"],
    ["1", "01,", "01,3"],
  ],
  [
    "enum in any case",
    madeField("enum", { values: ["itAdmin"], anyCase: true }),
    ["itAdmin", "ITADMIN"],
    ["it Admin", "itAdmins"],
  ],
  ["boolean in any case", madeField("boolean", { anyCase: true }), ["TRUE", "False"], ["1", "yes"]],
  [
    "date as Clever writes it",
    madeField("date", { dateForms: ["M/D/YYYY"] }),
    ["8/17/2026", "08/07/2026", "2/29/2024"],
    ["2/29/2026", "13/1/2026", "8/17/26", "2026-08-17", "08/17/2026 "],
  ],
  [
    "date in several forms",
    madeField("date", { dateForms: ["YYYY-MM-DD", "YYYYMMDD"] }),
    ["2026-08-17", "20260817"],
    ["20260230", "8/17/2026", "26-08-17"],
  ],
  [
    "instant of STARS",
    madeField("datetime", { dateForms: ["YYYY-MM-DD hh:mm:ss.ffffff"] }),
    ["2026-08-17 06:00:00.000000"],
    ["2026-08-17 24:00:00.000000", "2026-02-30 06:00:00.000000", "2026-08-17"],
  ],
  ["integer", madeField("integer"), ["0", "-3", "007"], ["1.0", "1e3", "+1", "12 "]],
  [
    "guid",
    madeField("guid"),
    ["0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E"],
    ["0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-469f-a165-70867728950g"],
  ],
  [
    "phone",
    madeField("phone"),
    ["+11234567890", "+4930123456"],
    ["1234567890", "+0123456789", "+1 123", "+123456"],
  ],
  ["list of string", madeField("string", { list: true }), ["Math", "Math,Art"], ["Math,,Art", ",Math"]],
])("%s", (_name, one, valid, invalid) => {
  it.each(valid)("takes %j", (text) => expect(cellSchema(one).safeParse(text).success).toBe(true));
  it.each(invalid)("refuses %j", (text) => expect(cellSchema(one).safeParse(text).success).toBe(false));
});
