import type { CheckProgress } from "../utils/messages/answers.ts";
import type { Say } from "./say.ts";

/** A check under way. The bar moves often; what a screen reader hears changes by tenths. */
export const CheckRunning = ({
  progress,
  say,
  onCancel,
}: {
  progress: CheckProgress | null;
  say: Say;
  onCancel: () => void;
}) => {
  const done = progress && progress.bytesTotal > 0 ? progress.bytesDone / progress.bytesTotal : 0;
  const percent = Math.floor(done * 100);
  return (
    <section class="card">
      <progress aria-label={say("checker.title")} value={done} max={1} />
      <p>
        {say("checker.reading", { percent, rows: progress?.rows ?? 0 })}{" "}
        <span class="quiet">{progress?.file}</span>
      </p>
      {progress !== null && progress.faults + progress.warnings > 0 && (
        <p>{say("checker.faults", { faults: progress.faults, warnings: progress.warnings })}</p>
      )}
      <p role="status" class="quiet">
        {Math.floor(percent / 10) * 10} %
      </p>
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {say("checker.cancel")}
        </button>
      </div>
    </section>
  );
};
