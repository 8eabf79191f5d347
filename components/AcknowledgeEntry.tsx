import { useState } from "preact/hooks";
import type { FindingJson } from "../utils/findings/report.ts";
import { acknowledgeEntry } from "./acknowledge-entry.ts";
import { CopyButton } from "./CopyButton.tsx";
import type { Say } from "./say.ts";

/** How a finding is acknowledged: the policy's entry for it, ready to copy, shown on request. */
export const AcknowledgeEntry = ({
  finding,
  date,
  say,
}: {
  finding: FindingJson;
  date: string;
  say: Say;
}) => {
  const [isOpen, setOpen] = useState(false);
  const entry = acknowledgeEntry(finding, date);
  return (
    <div class="acknowledge">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say("finding.acknowledge")}
      </button>
      {isOpen && (
        <>
          <p>{say("finding.acknowledge.text")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
          <section class="scroll" aria-label={say("finding.acknowledge")} tabIndex={0}>
            <pre>{entry}</pre>
          </section>
          <CopyButton text={entry} say={say} />
        </>
      )}
    </div>
  );
};
