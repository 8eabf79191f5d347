import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TeachStep } from "../utils/messages/teach-draft.ts";
import type { Say } from "./say.ts";

const steps: readonly TeachStep[] = ["find", "columns", "controls", "fate", "save"];

/** One step of teaching with its way back and on; the heading takes the focus, so that a step that begins is read out. */
export const TeachView = ({
  step,
  say,
  notice,
  missing,
  onBack,
  onNext,
  onStop,
  children,
}: {
  step: TeachStep;
  say: Say;
  /** What has just happened or is awaited in the page, for the eye and for screen readers. */
  notice: string;
  /** What must be said before the next step; "" where nothing is wanting. */
  missing: string;
  onBack: () => void;
  /** Absent on the last step, which has a button of its own. */
  onNext?: (() => void) | undefined;
  onStop: () => void;
  children: ComponentChildren;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);
  const at = steps.indexOf(step);
  return (
    <section class="teach" aria-labelledby="teach-step">
      <p class="quiet">{say("teach.title")}</p>
      <h2 id="teach-step" tabIndex={-1} ref={heading}>
        {say("teach.step", { at: at + 1, all: steps.length, title: say(`teach.${step}`) })}
      </h2>
      {children}
      <p role="status" class="teach-notice">
        {notice}
      </p>
      {missing !== "" && <p id="teach-missing">{missing}</p>}
      <div class="actions">
        {at > 0 && (
          <button type="button" onClick={onBack}>
            {say("teach.back")}
          </button>
        )}
        {onNext && (
          <button
            type="button"
            class="primary"
            disabled={missing !== ""}
            aria-describedby={missing === "" ? undefined : "teach-missing"}
            onClick={onNext}
          >
            {say("teach.next")}
          </button>
        )}
        <button type="button" class="link" onClick={onStop}>
          {say("teach.stop")}
        </button>
      </div>
    </section>
  );
};
