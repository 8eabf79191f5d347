import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "#imports";
import { CheckRunning } from "../../components/CheckRunning.tsx";
import { DropZone } from "../../components/DropZone.tsx";
import { Message } from "../../components/Message.tsx";
import { ReportView } from "../../components/ReportView.tsx";
import { saveFile } from "../../components/save-file.ts";
import { sayIn } from "../../components/say.ts";
import { nameFilesOf } from "../../utils/findings/container.ts";
import type { CheckProgress } from "../../utils/messages/answers.ts";
import { warmHost } from "../../utils/messages/warm-host.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { sayInstant } from "../../utils/procedures/say-date.ts";
import { currentPolicy, timeZone } from "../../utils/store/browser-store.ts";
import { Corrected } from "./Corrected.tsx";
import { type CheckEnd, checkFiles } from "./check-files.ts";
import { type ChosenFiles, filesOfDrop, filesOfInput } from "./dropped-files.ts";

type State =
  | { kind: "choosing"; said?: string }
  | { kind: "running"; progress: CheckProgress | null }
  | { kind: "done"; report: Extract<CheckEnd, { kind: "done" }>["report"]; chosen: ChosenFiles };

/** The administrator's full tab: choose files, watch, read, save. */
export const Checker = () => {
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [state, setState] = useState<State>({ kind: "choosing" });
  const [mode, setMode] = useState<"partial" | "complete" | undefined>();
  const running = useRef<AbortController | null>(null);
  useEffect(() => void warmHost(), []);
  useEffect(() => {
    void currentPolicy.read().then((read) => {
      document.documentElement.lang = read.language;
      setPolicy(read);
    });
    return () => running.current?.abort();
  }, []);

  const language = policy?.language ?? "en";
  const say = sayIn(language);
  const now = new Date().toISOString();
  const sayWhen = (instant: string) => sayInstant(instant, policy?.timeZone ?? timeZone(), language, now);

  const start = async (chosen: ChosenFiles) => {
    if (chosen.files.length === 0) return setState({ kind: "choosing", said: say("checker.unreadable") });
    const stop = new AbortController();
    running.current = stop;
    setState({ kind: "running", progress: null });
    const end = await checkFiles(chosen, {
      mode,
      signal: stop.signal,
      onProgress: (progress) => running.current === stop && setState({ kind: "running", progress }),
    });
    if (running.current !== stop) return;
    running.current = null;
    if (end.kind === "done") setState({ ...end, chosen });
    else if (end.kind === "cancelled") setState({ kind: "choosing", said: say("checker.cancelled") });
    else setState({ kind: "choosing", said: end.problem ?? say("checker.lost") });
  };

  return (
    <>
      <header class="bar">
        <h1>{say("checker.title")}</h1>
        <span class="grow" />
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          {say("open.options")}
        </button>
      </header>
      <main>
        {state.kind === "choosing" && (
          <>
            <p>{say("checker.intro")}</p>
            {state.said !== undefined && (
              <div role="alert">
                <Message text={state.said} />
              </div>
            )}
            <p>
              <label>
                {say("checker.mode")}{" "}
                <select
                  value={mode ?? ""}
                  onChange={(event) => setMode(modeOf((event.currentTarget as HTMLSelectElement).value))}
                >
                  <option value="">{say("checker.mode.none")}</option>
                  <option value="partial">{say("checker.mode.partial")}</option>
                  <option value="complete">{say("checker.mode.complete")}</option>
                </select>
              </label>
            </p>
            <DropZone
              say={say}
              onChoose={(files) => start(filesOfInput(files))}
              onDrop={(transfer) =>
                filesOfDrop(transfer).then(start, () =>
                  setState({ kind: "choosing", said: say("checker.unreadable") }),
                )
              }
            />
          </>
        )}
        {state.kind === "running" && (
          <CheckRunning progress={state.progress} say={say} onCancel={() => running.current?.abort()} />
        )}
        {state.kind === "done" && (
          <>
            <div class="actions">
              <button type="button" onClick={() => setState({ kind: "choosing" })}>
                {say("checker.again")}
              </button>
              <button type="button" onClick={() => saveFile("rosterguard-report.json", state.report)}>
                {say("checker.export")}
              </button>
              <button type="button" onClick={() => window.print()}>
                {say("checker.print")}
              </button>
            </div>
            <ReportView
              report={state.report}
              say={say}
              sayWhen={sayWhen}
              nameFile={nameFilesOf(state.report.files.map(({ name }) => name))}
            />
            {policy !== null && state.report.findings.length > 0 && (
              <Corrected {...state} mode={mode} policy={policy} say={say} />
            )}
          </>
        )}
      </main>
      <footer class="quiet">{say("app.promise")}</footer>
    </>
  );
};

const modeOf = (value: string) => (value === "partial" || value === "complete" ? value : undefined);
