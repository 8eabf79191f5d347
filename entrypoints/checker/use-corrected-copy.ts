import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "#imports";
import type { CopyState } from "../../components/CorrectedCopy.tsx";
import { saveBlob } from "../../components/save-file.ts";
import type { Report } from "../../utils/findings/report.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { openRepair, type RepairClient } from "../../workers/repair-client.ts";
import ValidatorWorker from "../../workers/validator.worker.ts?worker";
import type { ChosenFiles } from "./dropped-files.ts";

/** What was checked, and with which settings. */
export type Checked = {
  chosen: ChosenFiles;
  report: Report;
  mode: "partial" | "complete" | undefined;
  policy: Policy;
};

/** Makes a corrected copy of one checked package in a worker of its own, which ends with the component. */
export const useCorrectedCopy = ({ chosen, report, mode, policy }: Checked) => {
  const [state, setState] = useState<CopyState>({ kind: "offered" });
  const client = useRef<RepairClient | null>(null);
  const end = () => {
    client.current?.end();
    client.current = null;
  };
  useEffect(() => end, []);

  const work = async (step: (client: RepairClient) => Promise<CopyState>) => {
    setState({ kind: "working", progress: null });
    client.current ??= openRepair(new ValidatorWorker(), (progress) =>
      setState({ kind: "working", progress }),
    );
    const mine = client.current;
    const next = await step(mine).catch((): CopyState => ({ kind: "failed" }));
    // The person has gone on to another file meanwhile.
    if (client.current !== mine) return;
    if (next.kind === "failed") end();
    setState(next);
  };

  const look = () =>
    work(async ({ prepare }) => {
      const files = chosen.files.map((blob, at) => ({ name: chosen.paths[at] || blob.name, blob }));
      const preview = await prepare({
        files,
        policy,
        date: report.date,
        now: new Date().toISOString(),
        version: browser.runtime.getManifest().version,
        ...(report.system === null ? {} : { system: report.system }),
        ...(mode === undefined ? {} : { mode }),
      });
      return { kind: "preview", ...preview };
    });

  const make = () =>
    work(async (mine) => {
      const { zip, repair } = await mine.make();
      // A file that nobody asked for any more is not saved.
      if (client.current === mine) saveBlob("rosterguard-corrected.zip", zip);
      const { gone, appeared, remaining, after } = repair;
      return { kind: "made", verdict: after.verdict, gone, appeared, remaining };
    });

  return { state, look, make };
};
