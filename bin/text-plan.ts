import type { Plan, PlanGroup, PlanKind, PlanSample, RecordPlan } from "../utils/findings/report.ts";
import { number, plain } from "./plain.ts";

const namesShown = 20;

const kindWords: Partial<Record<PlanKind, string>> = {
  waiting: "waiting for a second cycle",
  notSeen: "not seen",
  rekeyed: "under a new Internal ID",
};
/** What changes comes first; those who stay as they are are counted and not named. */
const kindOrder: readonly PlanKind[] = [
  "removed",
  "added",
  "moved",
  "changed",
  "rekeyed",
  "reassigned",
  "renamed",
  "waiting",
  "unmatched",
  "ignored",
  "notSeen",
  "unchanged",
];

/** What an upload will do, or under a title what changed: sums by kind, then the first records of each by name. */
export const renderPlan = (plan: Plan, title?: string): string[] => {
  return [
    title ?? sayUpload(plan),
    ...plan.limits.map((limit) => `  ${limit}`),
    // What a complete upload does to a student it does not hold; classes and teachers are just not in it any more.
    ...renderRecords(
      "Students",
      plan.students,
      title ? kindWords : { ...kindWords, removed: "made inactive" },
    ),
    ...renderRecords("Classes", plan.classes),
    ...renderRecords("Teachers", plan.teachers),
  ];
};

const sayUpload = (plan: Plan): string => {
  const against = plan.against.map(
    ({ kind, name }) => `the ${kind === "page" ? "portal" : "last file"} (${plain(name)})`,
  );
  return `What the upload will do (${plan.mode}${against.length > 0 ? `, compared with ${against.join(" and ")}` : ""})`;
};

const renderRecords = (title: string, plan: RecordPlan, words = kindWords): string[] => {
  const kinds = kindOrder.filter((kind) => plan[kind].count > 0);
  if (kinds.length === 0) return [];
  const sums = kinds.map((kind) => `${number(plan[kind].count)} ${words[kind] ?? kind}`);
  const named = kinds.filter((kind) => kind !== "unchanged" && kind !== "notSeen");
  return [
    `${title}: ${sums.join(", ")}`,
    ...named.flatMap((kind) => renderGroup(words[kind] ?? kind, plan[kind])),
  ];
};

const renderGroup = (word: string, { count: all, samples }: PlanGroup): string[] => [
  `  ${word}`,
  ...samples.slice(0, namesShown).map((sample) => `    ${renderSample(sample)}`),
  ...(all > namesShown ? [`    and ${number(all - namesShown)} more`] : []),
];

const renderSample = ({ id, name, from, to, fields, because }: PlanSample): string => {
  const way =
    from !== undefined && to !== undefined
      ? `: ${from} -> ${to}`
      : from
        ? `: from ${from}`
        : to
          ? `: ${to}`
          : "";
  const changes = Object.entries(fields ?? {}).map(
    ([field, [before, after]]) => `${field} "${before}" -> "${after}"`,
  );
  return plain(
    [`${name}${id === "" || id === name ? "" : ` (${id})`}${way}`, ...changes, because ?? ""]
      .filter((part) => part !== "")
      .join("; "),
  );
};
