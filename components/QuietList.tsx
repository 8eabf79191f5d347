import type { Quiet } from "../utils/guard/quiet.ts";
import type { Say } from "./say.ts";

/** What a person does not want to be told, each with a way to undo it; nothing where there is none. */
export const QuietList = ({
  quiets,
  say,
  sayWhen,
  onUndo,
}: {
  quiets: readonly Quiet[];
  say: Say;
  sayWhen: (instant: string) => string;
  onUndo: (id: string) => void;
}) =>
  quiets.length === 0 ? null : (
    <section class="card">
      <h2>{say("quiet.title")}</h2>
      <ul>
        {quiets.map(({ id, scope, origin, sectionId = "", title = sectionId, until }) => (
          <li key={id}>
            <span>
              {scope === "class" && say("quiet.class", { title, origin })}
              {scope === "site" && say("quiet.site", { origin })}
              {until !== undefined && say("quiet.until", { origin, when: sayWhen(until) })}
            </span>{" "}
            <button type="button" onClick={() => onUndo(id)}>
              {say("quiet.undo")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
