import type { Quiet } from "../utils/guard/quiet.ts";
import type { Say } from "./say.ts";

/** What a person does not want to be told, or was told once, each with a way to undo it; nothing where there is none. */
export const QuietList = ({
  quiets,
  said = 0,
  say,
  sayWhen,
  onUndo,
  onSayAgain,
}: {
  quiets: readonly Quiet[];
  /** How many warnings were given and are not repeated in this session. */
  said?: number;
  say: Say;
  sayWhen: (instant: string) => string;
  onUndo: (id: string) => void;
  onSayAgain?: () => void;
}) =>
  quiets.length === 0 && said === 0 ? null : (
    <section class="card">
      <h2>{say("quiet.title")}</h2>
      <ul>
        {quiets.map((quiet) => (
          <li key={quiet.id}>
            <span id={`quiet-${quiet.id}`}>{sayQuiet(quiet, say, sayWhen)}</span>{" "}
            <button
              type="button"
              id={`undo-${quiet.id}`}
              aria-labelledby={`undo-${quiet.id} quiet-${quiet.id}`}
              onClick={() => onUndo(quiet.id)}
            >
              {say("quiet.undo")}
            </button>
          </li>
        ))}
        {said > 0 && onSayAgain && (
          <li>
            <span>{say(said === 1 ? "quiet.said.one" : "quiet.said", { count: said })}</span>{" "}
            <button type="button" onClick={onSayAgain}>
              {say("quiet.again")}
            </button>
          </li>
        )}
      </ul>
    </section>
  );

const sayQuiet = (
  { scope, origin, sectionId = "", title = sectionId, until }: Quiet,
  say: Say,
  sayWhen: (instant: string) => string,
): string => {
  if (scope === "class") return say("quiet.class", { title, origin });
  return until === undefined
    ? say("quiet.site", { origin })
    : say("quiet.until", { origin, when: sayWhen(until) });
};
