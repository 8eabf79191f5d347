import type { OfferedRoster } from "../utils/messages/teach-draft.ts";
import type { Say } from "./say.ts";

/** The rosters that were found; the one that is chosen is framed on the page. */
export const TeachFind = ({
  rosters,
  chosen,
  say,
  onChoose,
  onChooseInPage,
}: {
  rosters: readonly OfferedRoster[];
  chosen: number;
  say: Say;
  onChoose: (at: number) => void;
  onChooseInPage: () => void;
}) => (
  <>
    <p>{rosters.length === 1 ? say("teach.find.one") : say("teach.find.many", { count: rosters.length })}</p>
    <fieldset class="teach-list">
      <legend class="sr-only">{say("teach.find")}</legend>
      {rosters.map(({ frameId, at, roster }, index) => (
        <label key={`${frameId} ${at}`}>
          <input
            type="radio"
            name="teach-roster"
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />{" "}
          {say(roster.of === undefined ? "teach.find.item" : "teach.find.item.of", {
            title: roster.title === "" ? say("teach.find.untitled", { at: index + 1 }) : roster.title,
            seen: roster.seen,
            of: roster.of ?? roster.seen,
          })}
        </label>
      ))}
    </fieldset>
    {rosters.length > 1 && (
      <>
        <p class="quiet">{say("teach.find.together")}</p>
        <div class="actions">
          <button type="button" onClick={onChooseInPage}>
            {say("teach.find.page")}
          </button>
        </div>
      </>
    )}
  </>
);
