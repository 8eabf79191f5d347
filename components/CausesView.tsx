import type { CauseJson, FindingJson } from "../utils/findings/report.ts";
import { FindingCard } from "./FindingCard.tsx";
import type { Say } from "./say.ts";

type Parts = {
  say: Say;
  nameFile: (file: string) => string;
  /** ISO date of the report. */
  date: string;
};

/** A cause is open from the start when it explains so few findings that nothing is buried. */
const few = 2;

/** What explains findings in bulk: one card a cause, its proof first, the findings it explains folded into it. */
export const CausesView = ({
  causes,
  findings,
  ...parts
}: Parts & { causes: readonly CauseJson[]; findings: readonly FindingJson[] }) => (
  <>
    <h2>{parts.say("report.causes")}</h2>
    {causes.map((cause) => (
      <CauseCard
        key={cause.id}
        cause={cause}
        findings={findings.filter((finding) => finding.cause === cause.id)}
        {...parts}
      />
    ))}
  </>
);

const CauseCard = ({
  cause,
  findings,
  say,
  nameFile,
  date,
}: Parts & { cause: CauseJson; findings: readonly FindingJson[] }) => (
  <article class="finding cause">
    <p class="outcome">{say("cause.explains", { count: cause.count })}</p>
    <h3>{cause.title}</h3>
    <dl>
      <dt>{say("cause.proof")}</dt>
      <dd>{cause.proof}</dd>
      <dt>{say("finding.fix")}</dt>
      <dd>
        {cause.fix} {cause.repairable && <span class="quiet">{say("cause.repairable")}</span>}
      </dd>
    </dl>
    <details open={findings.length <= few}>
      <summary>{say("cause.findings", { count: findings.length })}</summary>
      {findings.map((finding, i) => (
        <FindingCard
          key={`${finding.rule}-${i}`}
          finding={finding}
          isUnderCause
          say={say}
          nameFile={nameFile}
          date={date}
        />
      ))}
    </details>
  </article>
);
