import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { causes } from "../utils/checks/causes/index.ts";
import { rules } from "../utils/checks/index.ts";
import type { Rule } from "../utils/checks/rule.ts";
import { describeConsequence, describeOutcome, wordsOf } from "../utils/findings/describe.ts";
import { causeWordsOf } from "../utils/findings/describe-cause.ts";
import { terms } from "../utils/findings/words/terms.ts";
import type { Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { nearestOf } from "./nearest.ts";
import { parseWords, UsageProblem } from "./usage.ts";

/** The pages lie beside the sources and beside the bundle alike. */
const readPage = (kind: "rules" | "causes", id: string): Promise<string> =>
  readFile(join(import.meta.dirname, "..", "docs", kind, `${id}.md`), "utf8").catch(() => "");
const endOfHead = "<!-- End of the generated head. -->";

/** What a rule is about, for a terminal: its words, then its page's explanation and examples. */
export const explainRule = async (rule: Rule): Promise<string> => {
  const { title, why, fix } = wordsOf(rule.id, "en");
  const page = await readPage("rules", rule.id);
  const at = page.indexOf(endOfHead);
  const body = at < 0 ? "" : sayPage(page.slice(at + endOfHead.length));
  const who = terms.en.whoCanFix[rule.whoCanFix] ?? rule.whoCanFix;
  const facts = [
    ["Outcome", describeOutcome(rule.outcome)],
    ["At the receiver", describeConsequence(rule.consequence)],
    ["Who can fix it", who],
    ["Source", `${rule.source}${rule.certain ? "" : " (assumed by Rosterguard)"}`],
    ["Formats", rule.formats?.join(", ") ?? "all"],
    ["Receivers", rule.systems?.join(", ") ?? "all"],
  ];
  const parts = [
    `${title} [${rule.id}]`,
    facts.map(([name, value]) => `${`${name}:`.padEnd(17)}${value}`).join("\n"),
    typeof why === "string" ? `Why it matters\n${why}` : "",
    typeof fix === "string" ? `How to fix it\n${fix}` : "",
    body,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
};

/** A page without its marks: headings stay lines of their own, examples are set in. */
const sayPage = (markdown: string): string => {
  const lines: string[] = [];
  let inside = false;
  for (const line of markdown.trim().split(/\r?\n/)) {
    const fence = /^```(?:\w+ )?(.*)$/.exec(line);
    if (fence !== null) {
      inside = !inside;
      if (inside) lines.push(`    ${fence[1] || "example"}`);
    } else if (inside) lines.push(`      ${line}`);
    else
      lines.push(
        line
          .replace(/^#+ /, "")
          .replace(/`([^`]*)`/g, "$1")
          .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
      );
  }
  return lines.join("\n");
};

/** A root cause: its page says what proves it and what to do. */
const explainCause = async (kind: string): Promise<string> => {
  const page = sayPage(await readPage("causes", kind));
  const [title = "", ...rest] = (page || causeWordsOf(kind, "en").title).split("\n");
  return `${[`${title} [${kind}, a root cause]`, ...rest].join("\n")}\n`;
};

const explain = (word: string): Promise<string> => {
  const id = word.trim().toLowerCase();
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return explainRule(rule);
  const kinds = causes.map(({ id }) => id);
  if (kinds.includes(id)) return explainCause(id);
  const near = nearestOf(id, [...rules.map((one) => one.id), ...kinds]);
  const advice = near === undefined ? '"rosterguard explain" lists all of them.' : `did you mean "${near}"?`;
  throw new UsageProblem(`There is no rule "${word}"; ${advice}`);
};

const listAll = (): string =>
  [
    ...rules.map(({ id }) => [id, wordsOf(id, "en").title]),
    ...causes.map(({ id }) => [id, `${causeWordsOf(id, "en").title} (a root cause)`]),
  ]
    .map(([id = "", title]) => `${id.padEnd(36)}${title}\n`)
    .join("");

export const command: Command = {
  summary: "tell what a rule is about, why it matters and how to fix it",
  help: `rosterguard explain RULE...

RULE is the id that stands in brackets behind a finding or a root cause. Without one, all ids are listed.
`,
  run: async (words, { stdout }) => {
    const { positionals } = parseWords(words, {});
    if (positionals.length === 0) {
      stdout.write(listAll());
      return exitCodes.accepted;
    }
    const texts = await Promise.all(positionals.map(explain));
    stdout.write(texts.join("\n"));
    return exitCodes.accepted;
  },
};
