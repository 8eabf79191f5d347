import { describe, expect, test } from "vitest";
import { matchRecords } from "./match.ts";

/** "1:ana" is a record with id 1 and key ana; either part may be empty. */
const records = (text: string) =>
  text.split(" ").map((word) => {
    const [id = "", key = ""] = word.split(":");
    return { id, key };
  });

const match = (file: string, base: string) => {
  const { baseOf, unsureFile, unsureBase } = matchRecords(
    records(file),
    records(base),
    ({ key }) => key || undefined,
  );
  return { pairs: [...baseOf], unsure: [[...unsureFile], [...unsureBase]] };
};

const sure = (files: number, bases: number) => [Array(files).fill(0), Array(bases).fill(0)];

describe("matchRecords", () => {
  test.each([
    ["ids decide, whatever the keys say", "1:a 2:b", "2:a 1:b", [1, 0]],
    ["keys decide where ids are new", "9:a 2:b", "1:a 2:b", [0, 1]],
    ["keys decide where a side has no id", ":a", "1:a", [0]],
    ["a key of someone matched by id is not free", "1:a 9:b", "1:b 2:c", [0, -1]],
    ["without an id and a key nobody is matched", ":", ":", [-1]],
    ["one of two with a key is already matched, and the other stays a guess", "1:a 9:a", "1:a 2:c", [0, -1]],
  ])("%s", (_, file, base, pairs) => {
    const found = match(file, base);
    expect(found.pairs).toEqual(pairs);
    expect(found.unsure).toEqual(sure(file.split(" ").length, base.split(" ").length));
  });

  test("a key shared on a side is nobody's: its free records are unsure", () => {
    expect(match("8:a 9:a", "1:a")).toEqual({ pairs: [-1, -1], unsure: [[1, 1], [1]] });
    expect(match("1:a 9:a", "1:a 2:a")).toEqual({
      pairs: [0, -1],
      unsure: [
        [0, 1],
        [0, 1],
      ],
    });
  });

  test("an id that occurs twice on a side is nobody's", () => {
    expect(match("1:a 1:b", "1:a")).toEqual({ pairs: [-1, -1], unsure: [[1, 1], [1]] });
  });
});
