import type { Plan, PlanGroup, PlanKind, PlanSample, RecordPlan } from "../utils/findings/report.ts";
import { Pager, usePages } from "./Pager.tsx";
import type { Say } from "./say.ts";

/** What needs a person's eye comes first and is open; the rest is folded. */
const order: readonly PlanKind[] = [
  "removed",
  "moved",
  "rekeyed",
  "added",
  "changed",
  "reassigned",
  "renamed",
  "waiting",
  "ignored",
  "unmatched",
  "notSeen",
  "unchanged",
];
const open: readonly PlanKind[] = ["removed", "moved", "rekeyed", "reassigned"];

/** What the upload will do, by name: students, classes, teachers. */
export const PlanView = ({
  plan,
  say,
  sayWhen,
}: {
  plan: Plan;
  say: Say;
  sayWhen: (instant: string) => string;
}) => {
  const names = plan.against.map(({ kind, name, at }) =>
    say(kind === "page" ? "plan.against.page" : "plan.against.previous", { name, when: sayWhen(at) }),
  );
  return (
    <>
      {names.length > 0 && <p>{say("plan.against", { names: names.join("; ") })}</p>}
      <p>{say(`plan.mode.${plan.mode}`)}</p>
      {plan.limits.length > 0 && (
        <ul class="limits">
          {plan.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      {(["students", "classes", "teachers"] as const).map((kind) => (
        <RecordSection key={kind} title={say(`plan.${kind}`)} record={plan[kind]} say={say} />
      ))}
    </>
  );
};

const RecordSection = ({ title, record, say }: { title: string; record: RecordPlan; say: Say }) => {
  const kinds = order.filter((kind) => record[kind].count > 0);
  return (
    <section class="plan">
      <h3>{title}</h3>
      {kinds.length === 0 && <p class="quiet">{say("plan.nothing")}</p>}
      {kinds.map((kind) => (
        <Group key={kind} kind={kind} group={record[kind]} say={say} />
      ))}
    </section>
  );
};

const Group = ({ kind, group, say }: { kind: PlanKind; group: PlanGroup; say: Say }) => {
  const pages = usePages(group.samples);
  const title = (
    <>
      <span class="count">{group.count.toLocaleString(say.language === "es" ? "es-US" : "en-US")}</span>{" "}
      {say(`plan.${kind}`)}
    </>
  );
  if (group.samples.length === 0) return <p class={`plan-kind ${kind}`}>{title}</p>;
  return (
    <details class={`plan-kind ${kind}`} open={open.includes(kind)}>
      <summary>{title}</summary>
      <ul>
        {pages.shown.map((sample, i) => (
          <Sample key={`${sample.id}-${pages.from + i}`} sample={sample} say={say} />
        ))}
      </ul>
      <Pager pages={pages} kept={group.samples.length} total={group.count} say={say} />
    </details>
  );
};

const Sample = ({ sample, say }: { sample: PlanSample; say: Say }) => {
  const { id, name, line, from, to, fields, because } = sample;
  const shown = (value: string | undefined) => value || say("edits.empty-value");
  return (
    <li>
      <strong>{name || id}</strong> {name && id && <span class="quiet">{id}</span>}
      {line !== undefined && <span class="quiet"> · {say("plan.line", { line: String(line) })}</span>}
      {(from !== undefined || to !== undefined) && (
        <div>{from === undefined || to === undefined ? (from ?? to) : `${shown(from)} → ${shown(to)}`}</div>
      )}
      {fields &&
        Object.entries(fields).map(([field, [before, after]]) => (
          <div key={field}>
            {field}: {shown(before)} → {shown(after)}
          </div>
        ))}
      {because && <div class="quiet">{because}</div>}
    </li>
  );
};
