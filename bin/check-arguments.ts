import type { FormatId } from "../utils/formats/format.ts";
import { formats } from "../utils/formats/index.ts";
import { systems } from "../utils/reconcile/receivers.ts";
import { dayOf, oneOf, parseWords, pick, UsageProblem } from "./usage.ts";

/** What judges the files, whatever the command does with the judgement. */
export type CheckSettings = {
  format?: FormatId;
  system?: string;
  policy?: string;
  mode?: "partial" | "complete";
  date?: string;
};

export const outputs = ["text", "json", "sarif", "junit", "csv", "html"] as const;
export type OutputId = (typeof outputs)[number];

export type CheckRequest = CheckSettings & {
  paths: string[];
  previous: string[];
  page?: string;
  output: OutputId;
  out?: string;
  failOn: "fault" | "warning" | "never";
  quiet: boolean;
  showNames: boolean;
  allRows: boolean;
};

export const settingOptions = {
  format: { type: "string" },
  system: { type: "string" },
  policy: { type: "string" },
  mode: { type: "string" },
  date: { type: "string" },
} as const;

const options = {
  ...settingOptions,
  previous: { type: "string", multiple: true },
  page: { type: "string" },
  output: { type: "string" },
  out: { type: "string" },
  "fail-on": { type: "string" },
  quiet: { type: "boolean" },
  "show-names": { type: "boolean" },
  "all-rows": { type: "boolean" },
} as const;

/** The settings among parsed options, each known to be one of what is allowed. */
export const settingsFrom = (
  values: Partial<Record<keyof typeof settingOptions, string | undefined>>,
): CheckSettings => {
  const format = oneOf("format", values.format, ["auto", ...formats.map(({ id }) => id)] as const);
  const system = oneOf("system", values.system, systems);
  const mode = oneOf("mode", values.mode, ["partial", "complete"] as const);
  const date = dayOf("date", values.date);
  return {
    ...(format !== undefined && format !== "auto" && { format }),
    ...(system !== undefined && { system }),
    ...(mode !== undefined && { mode }),
    ...(date !== undefined && { date }),
    ...pick(values, ["policy"]),
  };
};

/** What `check` is asked to do; throws a `UsageProblem` for what a person typed wrong. */
export const parseCheck = (words: string[]): CheckRequest => {
  const { values, positionals } = parseWords(words, options);
  if (positionals.length === 0) {
    throw new UsageProblem("No file to check was given: name a folder, a .zip, a .xlsx or .csv files.");
  }
  const output = oneOf("output", values.output, outputs) ?? "text";
  if (values["all-rows"] && output !== "csv") throw new UsageProblem("--all-rows goes with --output csv.");
  return {
    paths: positionals,
    previous: values.previous ?? [],
    output,
    failOn: oneOf("fail-on", values["fail-on"], ["fault", "warning", "never"] as const) ?? "fault",
    quiet: values.quiet ?? false,
    showNames: values["show-names"] ?? false,
    allRows: values["all-rows"] ?? false,
    ...settingsFrom(values),
    ...pick(values, ["page", "out"]),
  };
};
