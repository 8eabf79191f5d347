import { useState } from "preact/hooks";
import type { Report } from "../utils/findings/report.ts";
import { CausesView } from "./CausesView.tsx";
import { FindingCard } from "./FindingCard.tsx";
import { PlanView } from "./PlanView.tsx";
import type { Say } from "./say.ts";

/** Findings on the first screen; the rest on request, so that a bad file does not bury its worst causes. */
const first = 10;

type Parts = {
  report: Report;
  say: Say;
  sayWhen: (instant: string) => string;
  /** A file's name without the container that all files of the report share. */
  nameFile: (file: string) => string;
};

/** A whole report: verdict, findings, what the upload will do, what was not checked, the files. */
export const ReportView = ({ report, say, sayWhen, nameFile }: Parts) => {
  const isClean = !report.findings.some((finding) => finding.outcome === "fault" && !finding.acknowledged);
  const plan = <PlanPart report={report} say={say} sayWhen={sayWhen} />;
  return (
    <div class="report">
      <Verdict report={report} say={say} />
      {/* Without a fault, what the upload will do is the news. */}
      {isClean && plan}
      <Findings report={report} say={say} nameFile={nameFile} />
      {!isClean && plan}
      {report.notChecked.length > 0 && (
        <details class="not-checked">
          <summary>
            <span class="count">{report.notChecked.length}</span> {say("report.not-checked")}
          </summary>
          <p>{say("report.not-checked.text")}</p>
          <ul>
            {report.notChecked.map(({ rule, because }) => (
              <li key={`${rule}-${because}`}>
                <strong>{rule}</strong>: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{say("report.files")}</summary>
        <ul>
          {report.files.map(({ name, role, rows, encoding }) => (
            <li key={name}>
              <span title={name}>{nameFile(name)}</span>{" "}
              <span class="quiet">
                {[role, `${rows.toLocaleString(localeOf(say))} ${say("totals.rows")}`, encoding]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};

const PlanPart = ({ report, say, sayWhen }: Omit<Parts, "nameFile">) => (
  <>
    <h2>{say("report.plan")}</h2>
    {report.plan ? (
      <PlanView plan={report.plan} say={say} sayWhen={sayWhen} />
    ) : (
      <p>{say("report.no-plan")}</p>
    )}
  </>
);

const Findings = ({ report, say, nameFile }: Omit<Parts, "sayWhen">) => {
  const [all, setAll] = useState(false);
  const { causes = [] } = report;
  const known = report.findings.filter(({ acknowledged }) => acknowledged !== undefined);
  const news = report.findings.filter(({ acknowledged }) => acknowledged === undefined);
  // What a cause explains is told with it, and everything else stays listed.
  const explained = news.filter(({ cause }) => causes.some(({ id }) => id === cause));
  const open = news.filter((finding) => !explained.includes(finding));
  const findings = all ? open : open.slice(0, first);
  const more = open.length - findings.length;
  const { date } = report;
  return (
    <>
      {explained.length > 0 && (
        <CausesView
          causes={causes.filter(({ id }) => explained.some(({ cause }) => cause === id))}
          findings={explained}
          say={say}
          nameFile={nameFile}
          date={date}
        />
      )}
      <h2>{say(report.totals.faults + report.totals.warnings > 0 ? "report.findings" : "report.noticed")}</h2>
      {findings.length === 0 && (
        <p class="quiet">
          {say(explained.length > 0 ? "report.findings.explained" : "report.findings.none")}
        </p>
      )}
      {findings.map((finding, i) => (
        <FindingCard
          key={`${finding.rule}-${i}`}
          finding={finding}
          say={say}
          nameFile={nameFile}
          date={date}
        />
      ))}
      {more > 0 && (
        <button type="button" onClick={() => setAll(true)}>
          {say("report.more", { count: more })}
        </button>
      )}
      {known.length > 0 && (
        <details>
          <summary>{say("report.acknowledged", { count: known.length })}</summary>
          {known.map((finding, i) => (
            <FindingCard
              key={`${finding.rule}-${i}`}
              finding={finding}
              say={say}
              nameFile={nameFile}
              date={date}
            />
          ))}
        </details>
      )}
    </>
  );
};

const Verdict = ({ report, say }: { report: Report; say: Say }) => {
  const { verdict, totals } = report;
  return (
    <section class={`verdict ${verdict}`}>
      <h2>{say(`verdict.${verdict}`)}</h2>
      <p>{say(`verdict.${verdict}.text`)}</p>
      <ul class="totals">
        {(["rows", "faults", "warnings", "notes"] as const).map((kind) => (
          <li key={kind}>
            <strong>{totals[kind].toLocaleString(localeOf(say))}</strong> {say(`totals.${kind}`)}
          </li>
        ))}
        {totals.acknowledged !== undefined && (
          <li>
            <strong>{totals.acknowledged.toLocaleString(localeOf(say))}</strong> {say("totals.acknowledged")}
          </li>
        )}
      </ul>
    </section>
  );
};

const localeOf = ({ language }: Say): string => (language === "es" ? "es-US" : "en-US");
