import { describe, expect, it } from "vitest";
import { rememberAnswers } from "./remember-answers.ts";

describe("answers that are remembered", () => {
  it("are asked for once a text, and stay each text's own", () => {
    const asked: string[] = [];
    const lengthOf = rememberAnswers((text) => {
      asked.push(text);
      return text.length;
    });
    expect(["Ana", "Rivera", "Ana", "", ""].map(lengthOf)).toEqual([3, 6, 3, 0, 0]);
    expect(asked).toEqual(["Ana", "Rivera", ""]);
  });

  it.each([
    ["a long text", "x".repeat(61), 1],
    ["a short one after more than are kept", "Ana", 10_001],
  ])("are not kept of %s", (_, text, others) => {
    let asked = 0;
    const ask = rememberAnswers((one) => {
      if (one === text) asked += 1;
      return true;
    });
    ask(text);
    for (let at = 0; at < others; at += 1) ask(String(at));
    ask(text);
    expect(asked).toBe(2);
  });
});
