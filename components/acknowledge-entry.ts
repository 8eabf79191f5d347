import type { FindingJson } from "../utils/findings/report.ts";

const days = 30;

/**
 * The entry for the policy's list `acknowledged` that accepts a finding for thirty days from the report's date, as JSON.
 * The reason is left to the person, and a policy with an empty one is refused.
 */
export const acknowledgeEntry = ({ rule, samples }: FindingJson, date: string): string => {
  const [first] = samples;
  const shared = (key: "file" | "column"): string | undefined =>
    samples.every((place) => place[key] === first?.[key]) ? first?.[key] : undefined;
  const last = new Date(`${date}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + days);
  return JSON.stringify(
    {
      rule,
      file: shared("file")?.split(/[/\\]/).at(-1),
      column: shared("column"),
      reason: "",
      until: last.toISOString().slice(0, 10),
    },
    null,
    2,
  );
};
