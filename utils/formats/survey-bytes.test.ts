import { describe, expect, it } from "vitest";
import { surveyBytes } from "./survey-bytes.ts";

const encode = (value: string) => new TextEncoder().encode(value);
const survey = (text: string) => surveyBytes(encode(text), 0, encode(text).length);

describe("a survey of many bytes at once", () => {
  const text = "25590100101Trad120ENG112011_stu.00027448/a.b@c".repeat(3);

  it.each([0, 1, 2, 3])("takes identifiers from byte %i on", (start) => {
    const bytes = encode(text);
    expect(surveyBytes(bytes, start, bytes.length).isId).toBe(true);
    expect(surveyBytes(bytes, start, bytes.length - 1).isId).toBe(true);
    // Views that begin where no word does.
    for (const before of ["x", "xx", "xxx"]) {
      const view = encode(before + text).subarray(before.length);
      expect(surveyBytes(view, start, bytes.length).isId).toBe(true);
    }
  });

  it("sees a wrong byte wherever it stands, and none outside", () => {
    for (let at = 2; at < 130; at++) {
      for (const wrong of [" ", "é", ","]) {
        const bytes = encode(text.slice(0, at) + wrong + text.slice(at));
        const size = encode(wrong).length;
        for (const start of [1, 2]) expect(surveyBytes(bytes, start, bytes.length).isId, `${at}`).toBe(false);
        expect(surveyBytes(bytes, at, bytes.length).isId, `from ${at}`).toBe(false);
        expect(surveyBytes(bytes, at + size, bytes.length).isId).toBe(true);
        expect(surveyBytes(bytes, 1, at).isId).toBe(true);
        expect(surveyBytes(bytes, 1, at + size).isId).toBe(false);
      }
    }
  });

  const nothing = { isId: true, odd: false, capitals: false, marks: false, blanks: false };

  it.each([
    ["", nothing],
    ["abc9", nothing],
    ["A", { ...nothing, capitals: true }],
    ["Z", { ...nothing, capitals: true }],
    ["[a", { ...nothing, isId: false }],
    ["a b~", { ...nothing, isId: false, blanks: true }],
    ["a\u007f", { ...nothing, isId: false, odd: true }],
    ["a\u001f", { ...nothing, isId: false, odd: true }],
    ["é", { ...nothing, isId: false, odd: true }],
    ["8-jun", { ...nothing, marks: true }],
    ["#n/a", { ...nothing, isId: false, marks: true }],
    ["1e+1", { ...nothing, isId: false, marks: true }],
    ["12:30", { ...nothing, isId: false, marks: true }],
  ])("tells what %j holds", (value, expected) => {
    expect(survey(value)).toEqual(expected);
    expect(survey(`aaaaaaaaaaaaaaaaaaaaaaa${value}`)).toEqual(expected);
    expect(survey(`${value}aaaaaaaaaaaaaaaaaaaaaaaa`)).toEqual(expected);
  });
});
