import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { holesOf } from "../procedures/fill-words.ts";
import { pageWords } from "./page-words.ts";
import { sayCount, sayFate, sayThisField } from "./words.ts";
import { wordsEn } from "./words-en.ts";
import { wordsEs } from "./words-es.ts";

/** Spanish needs "la" or "las" before a time; it comes with the time. */
const valuesOf = (sentence: string): string =>
  holesOf(sentence)
    .filter((hole) => hole !== "las")
    .join();

describe("the words of the guard and of the page", () => {
  it.each([
    ["guard", wordsEn, wordsEs],
    ["page", pageWords("en"), pageWords("es")],
  ])("%s: every sentence in both languages, with the same values", (_, english, spanish) => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
    const others: Record<string, string> = spanish;
    for (const [key, text] of Object.entries(english)) {
      expect(valuesOf(others[key] ?? ""), key).toBe(valuesOf(text));
      expect(others[key], key).not.toBe("");
    }
  });

  it("has a word for every key that the page's code asks for", () => {
    const files = globSync("utils/page/**/*.ts", { cwd: join(import.meta.dirname, "../..") });
    const asked = files.flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, "../..", file), "utf8").matchAll(/\bsay\("(\w+)"/g),
    ]);
    const keys = new Set(asked.map(([, key]) => key ?? ""));
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].filter((key) => !(key in pageWords("en")))).toEqual([]);
  });

  it("says no student's name: the words have no hole for one", () => {
    const holes = [...Object.values(wordsEn), ...Object.values(pageWords("en"))].flatMap(holesOf);
    expect([...new Set(holes)].sort()).toEqual(
      [
        ...["count", "date", "faults", "field", "from", "include", "lea", "note", "parts", "percent"],
        ...["portal", "rows", "seconds", "sync", "time", "to", "warnings", "when", "who"],
        ...["column", "expected", "fields", "found", "phase", "seen", "told"],
      ].sort(),
    );
  });

  it("counts in the singular and the plural", () => {
    expect(sayCount("outcome.kept", 1, "en")).toBe("1 edit was kept");
    expect(sayCount("outcome.kept", 0, "en")).toBe("0 edits were kept");
    expect(sayCount("outcome.kept", 2, "es")).toBe("2 cambios hechos a mano se conservaron");
  });

  it("names fields and fates", () => {
    expect(sayThisField("birthDate", "es")).toBe("esta fecha de nacimiento");
    expect(sayThisField(undefined, "en")).toBe("this value");
    expect(sayThisField("hasOwnProperty", "en")).toBe("this value");
    expect(sayFate("not-yet-due", "es")).toBe("Todavía no se espera");
  });
});
