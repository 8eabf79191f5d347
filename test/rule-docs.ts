import Papa from "papaparse";
import type { Example } from "./sample-package.ts";

/**
 * The examples of a rule's page. A fence "csv FILE" holds rows that differ from the sample package, "csv FILE whole" a
 * file as it is, and "json" the rest of an Example: format, system, settings, previous, without, facts, fields, problems.
 */
export const readExamples = (markdown: string): { bad: Example[]; good: Example[] } => {
  const sections = markdown.split(/^## /m);
  const read = (title: string) =>
    sections.filter((section) => section.split("\n")[0]?.trim().startsWith(title)).map(readExample);
  return { bad: read("Bad"), good: read("Good") };
};

const readExample = (section: string): Example => {
  const rows: Record<string, Record<string, string>[]> = {};
  const whole: Record<string, string[][]> = {};
  let more: Example = {};
  for (const [, info = "", body = ""] of section.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)) {
    const [kind, file = "", how] = info.trim().split(" ");
    if (kind === "json") more = JSON.parse(body);
    if (kind !== "csv") continue;
    const [header = [], ...cells] = Papa.parse<string[]>(body.trim(), { delimiter: "," }).data;
    if (how === "whole") whole[file] = [header, ...cells];
    else
      rows[file] = cells.map((row) =>
        Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])),
      );
  }
  return { ...more, rows, whole };
};
