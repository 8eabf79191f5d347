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

/** A package's name before every file's says nothing new in a narrow panel. */
const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

const SampleTable = ({ finding, say }: { finding: FindingJson; say: Say }) => {
  const { samples } = finding;
  const pages = usePages(samples);
  const columns = (["line", "column", "value"] as const).filter((key) =>
    samples.some((sample) => sample[key] !== undefined || (key === "value" && sample.related !== undefined)),
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section class="scroll" aria-label={say("finding.where")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("sample.file")}</th>
              {columns.map((key) => (
                <th key={key} scope="col" class={key === "line" ? "number" : ""}>
                  {say(`sample.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.shown.map((sample, i) => (
              <tr key={pages.from + i}>
                <td title={sample.file}>{baseName(sample.file)}</td>
                {columns.map((key) => (
                  <td key={key} class={key === "line" ? "number" : ""}>
                    {sample[key] === "" ? <span class="quiet">{say("sample.empty")}</span> : sample[key]}
                    {key === "value" && sample.related !== undefined && (
                      <div class="quiet">{sample.related}</div>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager pages={pages} kept={samples.length} total={finding.count} say={say} />
    </>
  );
};
