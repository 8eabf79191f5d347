import type { FindingJson } from "../utils/findings/report.ts";
import { Pager, usePages } from "./Pager.tsx";
import type { Say } from "./say.ts";

/** One finding: what, why, how to fix, who can, and every place that was kept. */
export const FindingCard = ({ finding, say }: { finding: FindingJson; say: Say }) => (
  <article class={`finding ${finding.outcome}`}>
    <h3>
      <span class="tag">{say(`outcome.${finding.outcome}`)}</span> {finding.message}
    </h3>
    <dl>
      {finding.cause && (
        <>
          <dt>{say("finding.cause")}</dt>
          <dd>{finding.cause}</dd>
        </>
      )}
      <dt>{say("finding.why")}</dt>
      <dd>{finding.why}</dd>
      <dt>{say("finding.fix")}</dt>
      <dd>{finding.fix}</dd>
      <dt>{say("finding.who")}</dt>
      <dd>{finding.whoCanFix}</dd>
      <dt>{say("finding.source")}</dt>
      <dd class="quiet">
        {finding.source}
        {!finding.certain && ` (${say("finding.assumed")})`} · {finding.rule}
      </dd>
    </dl>
    {finding.samples.length > 0 && (
      <details>
        <summary>{say("finding.samples", { count: finding.count })}</summary>
        <SampleTable finding={finding} say={say} />
      </details>
    )}
  </article>
);

const SampleTable = ({ finding, say }: { finding: FindingJson; say: Say }) => {
  const { samples } = finding;
  const pages = usePages(samples);
  const has = (key: "line" | "column" | "value" | "related") =>
    samples.some((sample) => sample[key] !== undefined);
  const columns = (["line", "column", "value", "related"] as const).filter(has);
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say("sample.file")}</th>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {say(`sample.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.shown.map((sample, i) => (
              <tr key={pages.from + i}>
                <td>{sample.file}</td>
                {columns.map((key) => (
                  <td key={key} class={key === "line" ? "number" : ""}>
                    {sample[key] === "" ? <span class="quiet">{say("sample.empty")}</span> : sample[key]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager pages={pages} kept={samples.length} total={finding.count} say={say} />
    </>
  );
};
