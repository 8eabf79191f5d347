import type { Say } from "./say.ts";

/** The name, what was taught in two lines, and the button that saves. */
export const TeachSave = ({
  title,
  columns,
  controls,
  problems,
  isReady,
  say,
  onTitle,
  onSave,
}: {
  title: string;
  /** What the columns mean, in words. */
  columns: readonly string[];
  controls: number;
  problems: readonly string[];
  isReady: boolean;
  say: Say;
  onTitle: (title: string) => void;
  onSave: () => void;
}) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      if (isReady) onSave();
    }}
  >
    <p>
      <label>
        {say("teach.save.name")}
        <br />
        <input
          type="text"
          maxLength={120}
          value={title}
          onInput={(event) => onTitle((event.currentTarget as HTMLInputElement).value)}
        />
      </label>
    </p>
    <ul>
      <li>{say("teach.save.columns", { names: columns.join(", ") })}</li>
      <li>{say("teach.save.controls", { count: controls })}</li>
    </ul>
    {problems.length > 0 && (
      <div class="message bad" role="alert">
        <p>{say("teach.save.problems")}</p>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    )}
    <div class="actions">
      <button type="submit" class="primary" disabled={!isReady}>
        {say("teach.save.button")}
      </button>
    </div>
  </form>
);
