import { describe, expect, test } from "vitest";
import { createStage } from "./stage.ts";

const files = (...names: string[]) => names.map((name) => ({ name, blob: new File([name], name) }));
const namesOf = (given: { name: string }[]) => given.map(({ name }) => name);

describe("createStage", () => {
  test("a tab's later files come with its earlier ones", () => {
    const stage = createStage(() => 0);
    expect(stage.add("1", "a", files("users.csv"), 30)).toEqual([]);
    expect(namesOf(stage.add("1", "b", files("orgs.csv"), 30))).toEqual(["users.csv"]);
    expect(namesOf(stage.add("1", "c", files("enrollments.csv"), 30))).toEqual(["users.csv", "orgs.csv"]);
  });

  test("a file given again takes the place of the former one", () => {
    const stage = createStage(() => 0);
    stage.add("1", "a", files("users.csv"), 30);
    expect(stage.add("1", "b", files("Users.csv"), 30)).toEqual([]);
  });

  test("what was put back counts no longer, what was given before it still does", () => {
    const stage = createStage(() => 0);
    stage.add("1", "a", files("users.csv"), 30);
    stage.add("1", "b", files("orgs.csv"), 30);
    stage.forget("1", "b");
    expect(namesOf(stage.add("1", "c", files("classes.csv"), 30))).toEqual(["users.csv"]);
  });

  test("another tab cannot forget it, and does not get it", () => {
    const stage = createStage(() => 0);
    stage.add("1", "a", files("users.csv"), 30);
    stage.forget("2", "a");
    expect(stage.add("2", "b", files("orgs.csv"), 30)).toEqual([]);
    expect(namesOf(stage.add("1", "c", files("orgs.csv"), 30))).toEqual(["users.csv"]);
  });

  test("it is forgotten when its time is over", () => {
    let now = 0;
    const stage = createStage(() => now);
    stage.add("1", "a", files("users.csv"), 30);
    now = 29 * 60_000;
    expect(namesOf(stage.add("1", "b", files("orgs.csv"), 30))).toEqual(["users.csv"]);
    now = 31 * 60_000;
    expect(namesOf(stage.add("1", "c", files("classes.csv"), 30))).toEqual(["orgs.csv"]);
  });

  test("nothing is staged for no minutes", () => {
    const stage = createStage(() => 5);
    stage.add("1", "a", files("users.csv"), 0);
    expect(stage.add("1", "b", files("orgs.csv"), 0)).toEqual([]);
  });

  test.each([["package.zip"], ["roster.xlsx"], ["export/users.csv"]])(
    "%s is a package of its own",
    (name) => {
      const stage = createStage(() => 0);
      stage.add("1", "a", files("users.csv"), 30);
      expect(stage.add("1", "b", files(name), 30)).toEqual([]);
      expect(stage.add("1", "c", files("orgs.csv"), 30)).toEqual([]);
    },
  );

  test("a package of another kind begins anew", () => {
    const stage = createStage(() => 0);
    stage.add("1", "a", files("students.csv"), 30);
    stage.add("1", "b", files("users.csv"), 30);
    stage.begin("1", "b");
    expect(namesOf(stage.add("1", "c", files("orgs.csv"), 30))).toEqual(["users.csv"]);
  });
});
