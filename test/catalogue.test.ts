import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../utils/checks/index.ts";
import { runChecks } from "../utils/checks/run-checks.ts";
import { describeFinding, wordsOf } from "../utils/findings/describe.ts";
import { rulesEn } from "../utils/findings/words/en.ts";
import { rulesEs } from "../utils/findings/words/es.ts";
import { aboutFiles } from "../utils/pipeline/rules-for.ts";
import { readExamples } from "./rule-docs.ts";
import { contextOf } from "./sample-package.ts";

const root = join(import.meta.dirname, "..");
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending) && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = rules.map(({ id }) => id);
const pageOf = (id: string): string => readFileSync(join(root, "docs/rules", `${id}.md`), "utf8");

describe("the catalogue of rules", () => {
  it("lists every rule file, in alphabetical order", () => {
    expect(
      ids,
      "utils/checks/index.ts: import each file of utils/checks/rules, in alphabetical order",
    ).toEqual(namesIn("utils/checks/rules", ".ts"));
  });

  it("gives ids that are kebab-case words", () => {
    for (const id of ids)
      expect(id, "a rule's id is its file name, worded as the fault").toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
  });

  it("has a rule for everything the reader can find wrong with a file", () => {
    // A kind that is new in utils/table/table.ts makes the pipeline's map a type error.
    expect(Object.keys(aboutFiles).length).toBeGreaterThan(20);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(aboutFiles)));
  });

  it("has a page for every rule and no page without a rule", () => {
    expect(namesIn("docs/rules", ".md"), "docs/rules: one page a rule; see docs/adding-a-rule.md").toEqual(
      ids,
    );
  });

  it.each([
    ["English", rulesEn],
    ["Spanish", rulesEs],
  ])("has words in %s for every rule and for no other", (_language, words) => {
    expect(Object.keys(words).sort(), "utils/findings/words: title, what, why and fix of every rule").toEqual(
      ids,
    );
  });

  it("says in the sample package nothing but what could not be compared", async () => {
    const { findings, notChecked } = await runChecks(contextOf());
    expect(findings).toEqual([]);
    const compares = ["file-would-wipe-records", "internal-id-changed", "size-unlike-last-file"];
    expect(notChecked).toEqual(compares.map((rule) => ({ rule, because: { kind: "no-previous" } })));
  });
});

describe.each(ids)("%s", (id) => {
  const { bad, good } = readExamples(pageOf(id));

  it("has a good and a bad example on its page", () => {
    const advice = `docs/rules/${id}.md needs a section "## Bad" and a section "## Good"; see docs/adding-a-rule.md`;
    expect(bad.length, advice).toBeGreaterThan(0);
    expect(good.length, advice).toBeGreaterThan(0);
  });

  it("is raised by its bad example, and alone", async () => {
    for (const example of bad) {
      const { findings, notChecked } = await runChecks(contextOf(example));
      expect(notChecked.filter(({ because }) => because.kind === "our-fault")).toEqual([]);
      const raised = [...new Set(findings.map(({ rule }) => rule))];
      expect(raised, `the bad example of docs/rules/${id}.md raises exactly this rule`).toEqual([id]);
    }
  });

  it("is not raised by its good example, and nor is any other fault or warning", async () => {
    for (const example of good) {
      const { findings } = await runChecks(contextOf(example));
      expect(findings, `the good example of docs/rules/${id}.md raises nothing`).toEqual([]);
    }
  });

  it("says what is wrong in one sentence, why, and what to do, in both languages", async () => {
    const { findings } = await runChecks(contextOf(bad[0]));
    const rule = rules.find((one) => one.id === id);
    const finding = findings.find((one) => one.rule === id);
    if (rule === undefined || finding === undefined)
      throw new Error(`${id} was not raised by its bad example`);
    for (const language of ["en", "es"] as const) {
      const { message, why, fix, whoCanFix } = describeFinding(finding, rule, language);
      for (const text of [message, why, fix]) {
        expect(text).toMatch(/^[\p{L}\p{N}“«].*[.]$/su);
        expect(text, "a fact is missing: compare the rule's args with the words").not.toMatch(
          /undefined|NaN|\[object/,
        );
      }
      expect(message).toContain(String(finding.args.file).replace(/^package\.zip\//, ""));
      expect(message.match(/[.!?] \p{Lu}/u), "what is wrong fits one sentence").toBeNull();
      expect(whoCanFix).not.toBe(rule.whoCanFix);
      expect(wordsOf(id, language).title.length).toBeLessThan(60);
    }
  });
});
