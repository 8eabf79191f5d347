import type { FindingJson } from "../utils/findings/report.ts";
import { AcknowledgeEntry } from "./AcknowledgeEntry.tsx";
import { Pager, usePages } from "./Pager.tsx";
import type { Say } from "./say.ts";

/** One finding: what, why, how to fix, who can, and every place that was kept. */
export const FindingCard = ({
  finding,
  say,
  nameFile,
  date,
  isUnderCause = false,
}: {
  finding: FindingJson;
  say: Say;
  /** ISO date of the report. */
  date: string;
  /** Whether it is shown under its cause, which then need not be named again. */
  isUnderCause?: boolean;
  /** A file's name as it is shown: without the container that all files of the report share. */
  nameFile: (file: string) => string;
}) => (
  <article class={`finding ${finding.outcome}`}>
    <p class="outcome">{say(`outcome.${finding.outcome}`)}</p>
    <h3>{finding.message}</h3>
    <Acknowledged finding={finding} say={say} />
    <dl>
      {finding.cause && !isUnderCause && (
        <>
          <dt>{say("finding.cause")}</dt>
          <dd>{sayCause(finding.cause, say)}</dd>
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
        <SampleTable finding={finding} say={say} nameFile={nameFile} />
      </details>
    )}
    {finding.acknowledged === undefined && <AcknowledgeEntry finding={finding} date={date} say={say} />}
  </article>
);

/** Who has accepted the finding, why and until when; or that this is over. */
const Acknowledged = ({ finding, say }: { finding: FindingJson; say: Say }) => {
  const { acknowledged, acknowledgementExpired } = finding;
  const said = acknowledged ?? acknowledgementExpired;
  if (said === undefined) return null;
  const { reason, until, by } = said;
  return (
    <p class="acknowledged">
      <strong>
        {say(acknowledged === undefined ? "finding.acknowledged.over" : "finding.acknowledged", { until })}
      </strong>{" "}
      {reason}
      {by !== undefined && <span class="quiet"> · {by}</span>}
    </p>
  );
};

type Shown = "file" | "line" | "column" | "value";

/** What is the same in every row is said once, above the table: a side panel is narrow. */
/** Causes are codes for programs; one without words yet is better shown than hidden. */
const sayCause = (cause: string, say: Say): string =>
  cause === "leading-zeros-lost" || cause === "spreadsheet" ? say(`cause.${cause}`) : cause;

const SampleTable = ({
  finding,
  say,
  nameFile,
}: {
  finding: FindingJson;
  say: Say;
  nameFile: (file: string) => string;
}) => {
  const { samples } = finding;
  const pages = usePages(samples);
  const shared = (["file", "column"] as const).filter((key) =>
    samples.every((sample) => sample[key] === samples[0]?.[key]),
  );
  const columns = (["file", "line", "column", "value"] as const).filter(
    (key) =>
      !shared.some((one) => one === key) &&
      samples.some((sample) => sample[key] !== undefined || (key === "value" && sample.related)),
  );
  const textOf = (sample: (typeof samples)[number], key: Shown) =>
    key === "file" ? nameFile(sample.file) : sample[key];
  const common = shared.map((key) => samples[0] && textOf(samples[0], key)).filter(Boolean);
  if (columns.length === 0) return <p class="quiet">{common.join(" · ")}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section class="scroll" aria-label={say("finding.where")} tabIndex={0}>
        <table>
          {common.length > 0 && <caption>{common.join(" · ")}</caption>}
          <thead>
            <tr>
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
                {columns.map((key) => (
                  <td
                    key={key}
                    class={key === "line" ? "number" : ""}
                    {...(key === "file" ? { title: sample.file } : {})}
                  >
                    {sample[key] === "" ? (
                      <span class="quiet">{say("sample.empty")}</span>
                    ) : (
                      textOf(sample, key)
                    )}
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
