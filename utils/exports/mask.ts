import type { FindingJson, PlanGroup, PlanSample, RecordPlan, Report } from "../findings/report.ts";

/**
 * The shape of a value without the value: "Núñez-12" becomes "Aaaaa-99". What is wrong with a date or an id can still
 * be seen, whose it is cannot.
 */
export const maskValue = (value: string): string =>
  value
    .replace(/\p{Lu}|\p{Lt}/gu, "A")
    .replace(/\p{L}/gu, (letter) => (letter === "A" ? "A" : "a"))
    .replace(/\p{N}/gu, "9");

const quoted = /“[^”]*”|«[^»]*»/gu;

/** A finding's sentence quotes one of its values; a value that holds a quotation mark itself is hidden to the last one. */
const maskSentence = (sentence: string, values: readonly string[]): string => {
  let masked = sentence;
  for (const value of values) {
    if (value.length > 1) masked = masked.replaceAll(value, () => maskValue(value));
  }
  const opened = masked.split(/[“«]/).length;
  const isNested = opened !== masked.split(/[”»]/).length;
  const found = isNested ? /[“«].*[”»]/su : quoted;
  return masked.replace(found, (text) => `${text[0]}${maskValue(text.slice(1, -1))}${text.at(-1)}`);
};

const maskFinding = (finding: FindingJson): FindingJson => {
  const values = [
    ...new Set(finding.samples.flatMap(({ value = "", related = "" }) => [value, related])),
  ].filter((value) => finding.message.includes(value));
  // The longest first, so that a short value does not break a long one up.
  values.sort((a, b) => b.length - a.length);
  return {
    ...finding,
    message: maskSentence(finding.message, values),
    ...(finding.cause !== undefined && { cause: maskSentence(finding.cause, values) }),
    samples: finding.samples.map(({ value, related, ...place }) => ({
      ...place,
      ...(value !== undefined && { value: maskValue(value) }),
      ...(related !== undefined && { related: maskValue(related) }),
    })),
  };
};

const maskSample = ({ id, name, line, from, to, because }: PlanSample): PlanSample => ({
  id: maskValue(id),
  name: maskValue(name),
  ...(line !== undefined && { line }),
  ...(from !== undefined && { from: maskValue(from) }),
  ...(to !== undefined && { to: maskValue(to) }),
  ...(because !== undefined && { because }),
});

const maskRecords = (records: RecordPlan): RecordPlan => {
  const groups = Object.entries(records) as [keyof RecordPlan, PlanGroup][];
  return Object.fromEntries(
    groups.map(([kind, { count, samples }]) => [kind, { count, samples: samples.map(maskSample) }]),
  ) as RecordPlan;
};

/** The report with the files' values replaced by their shape; counts, files, lines and columns stay. */
export const maskReport = (report: Report): Report => ({
  ...report,
  findings: report.findings.map(maskFinding),
  plan: report.plan && {
    ...report.plan,
    students: maskRecords(report.plan.students),
    classes: maskRecords(report.plan.classes),
    teachers: maskRecords(report.plan.teachers),
  },
});
