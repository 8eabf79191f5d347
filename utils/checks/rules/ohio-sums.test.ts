import { describe, expect, it } from "vitest";
import { ana, claims, classes, countOf, findingsOf, leo, luz, mia } from "../../../test/samples/ohio-rows.ts";

describe("the sum of a student's claims", () => {
  it.each<[string, number, number, string[][]]>([
    [
      "two teachers of half each",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "50"],
        ["C1", luz, leo, "OCT", "50"],
      ],
    ],
    [
      "two of 60",
      1,
      0,
      [
        ["C1", ana, leo, "OCT", "60"],
        ["C1", luz, leo, "OCT", "60"],
      ],
    ],
    [
      "two of 40",
      0,
      1,
      [
        ["C1", ana, leo, "OCT", "40"],
        ["C1", luz, leo, "OCT", "40"],
      ],
    ],
    [
      "two in different months",
      0,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C1", luz, leo, "NOV"],
      ],
    ],
    [
      "one subject in two classes",
      1,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C2", ana, leo, "OCT"],
      ],
    ],
    [
      "two subjects",
      0,
      0,
      [
        ["C1", ana, leo, "OCT"],
        ["C3", ana, leo, "OCT"],
      ],
    ],
    [
      "thirds in hundredths",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "33.33"],
        ["C1", luz, leo, "OCT", "33.33"],
        ["C2", ana, leo, "OCT", "33.34"],
      ],
    ],
    [
      "one tenth thrice and the rest",
      0,
      0,
      [
        ["C1", ana, leo, "OCT", "0.1"],
        ["C1", luz, leo, "OCT", "0.2"],
        ["C2", ana, leo, "OCT", "99.7"],
      ],
    ],
    ["nought", 0, 0, [["C1", ana, leo, "OCT", "0"]]],
    ["no number", 0, 0, [["C1", ana, leo, "OCT", "half"]]],
    ["a class nobody knows", 0, 0, [["C9", ana, leo, "OCT", "40"]]],
    ["no student", 0, 0, [["C1", ana, "", "OCT", "40"]]],
  ])("of %s is over %i times and under %i times", async (_name, over, under, rows) => {
    const all = { ...classes(["C2", "Math", "5"], ["C3", "Science", "5"]), ...claims(...rows) };
    expect(await countOf("ohio-overclaimed", all)).toBe(over);
    expect(await countOf("ohio-underclaimed", all)).toBe(under);
  });

  it("counts the same claim twice as one, that of the greater percentage", async () => {
    const row = (percent: string) => ["C1", ana, leo, "5", "2016-01-01", "05", "OCT", percent];
    const header = ["class_id", "educator_state_id", "ssid", "local_student_id", "birth_date", "grade_level"];
    const whole = { "claims.csv": [[...header, "month", "percent"], row("60"), row("100"), row("60")] };
    expect(await findingsOf("ohio-overclaimed", { whole })).toEqual([]);
    expect(await findingsOf("ohio-underclaimed", { whole })).toEqual([]);
    expect((await findingsOf("joint-key-repeated", { whole })).map(({ count }) => count)).toEqual([2]);
  });

  it("says how many students, and the worst", async () => {
    const rows = claims(
      ["C1", luz, mia, "OCT", "50"],
      ["C1", luz, mia, "NOV", "20"],
      ["C1", ana, leo, "OCT"],
      ["C1", luz, leo, "OCT", "1"],
    );
    const [finding] = await findingsOf("ohio-overclaimed", { rows: rows ?? {} });
    expect(finding?.count).toBe(3);
    expect(finding?.args).toMatchObject({ students: 2, worst: 150 });
    expect(finding?.samples[0]?.related).toMatch(/^Mathematics, (OCT|NOV): 1[25]0 %$/);
  });
});
