import type {
  CauseJson,
  FindingJson,
  PlanGroup,
  PlanSample,
  RecordPlan,
  Report,
} from "../findings/report.ts";

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

/** Values of samples that a sentence repeats; the longest first, so that a short one does not break a long one up. */
const valuesIn = (samples: FindingJson["samples"], sentence: string): string[] =>
  [
    ...new Set(
      samples.flatMap(({ value = "", related = "" }) => [
        value,
        maskRelated(related) === related ? "" : related,
      ]),
    ),
  ]
    .filter((value) => value !== "" && sentence.includes(value))
    .sort((a, b) => b.length - a.length);

/** The other side of a finding is another place ("users.csv:9") or a value. */
const maskRelated = (related: string): string =>
  /\.(csv|xlsx)\S*:\d+$/i.test(related) ? related : maskValue(related);

const maskPlaces = (samples: FindingJson["samples"]): FindingJson["samples"] =>
  samples.map(({ value, related, ...place }) => ({
    ...place,
    ...(value !== undefined && { value: maskValue(value) }),
    // On the header's line the other side is the name of a column.
    ...(related !== undefined && { related: place.line === 1 ? related : maskRelated(related) }),
  }));

const maskFinding = (finding: FindingJson): FindingJson => {
  const { message, fix, why, samples } = finding;
  const values = valuesIn(samples, `${message} ${fix} ${why}`);
  return {
    ...finding,
    message: maskSentence(message, values),
    fix: maskSentence(fix, values),
    why: maskSentence(why, values),
    samples: maskPlaces(samples),
  };
};

const maskCause = (cause: CauseJson): CauseJson => {
  const values = valuesIn(cause.samples, `${cause.proof} ${cause.fix}`);
  return {
    ...cause,
    proof: maskSentence(cause.proof, values),
    fix: maskSentence(cause.fix, values),
    samples: maskPlaces(cause.samples),
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
  // A title above the header may name a class, and with it a person.
  files: report.files.map((file) =>
    file.titleLines === undefined ? file : { ...file, titleLines: file.titleLines.map(maskValue) },
  ),
  ...(report.causes && { causes: report.causes.map(maskCause) }),
  findings: report.findings.map(maskFinding),
  plan: report.plan && {
    ...report.plan,
    students: maskRecords(report.plan.students),
    classes: maskRecords(report.plan.classes),
    teachers: maskRecords(report.plan.teachers),
  },
});
