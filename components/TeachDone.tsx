import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "./CopyButton.tsx";
import type { Say } from "./say.ts";

/** It is saved; how the rest of the LEA gets it. */
export const TeachDone = ({
  title,
  portalEntry,
  say,
  onFile,
  onClose,
}: {
  title: string;
  /** The entry of the policy's list `portals`, as JSON. */
  portalEntry: string;
  say: Say;
  onFile: () => void;
  onClose: () => void;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="message">
      <h2 tabIndex={-1} ref={heading}>
        {say("teach.done.title", { title })}
      </h2>
      <p>{say("teach.done")}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onClose}>
          {say("teach.done.close")}
        </button>
      </div>
      <details>
        <summary>{say("teach.done.share")}</summary>
        <p>{say("teach.done.share.text")}</p>
        <div class="actions">
          <button type="button" onClick={onFile}>
            {say("teach.done.file")}
          </button>
        </div>
        <pre>{portalEntry}</pre>
        <CopyButton text={portalEntry} say={say} />
      </details>
    </section>
  );
};
