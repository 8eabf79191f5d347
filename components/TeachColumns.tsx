import type { DraftColumn } from "../utils/messages/teach-draft.ts";
import type { ColumnMeaning } from "../utils/portals/taught-portal.ts";
import type { Say } from "./say.ts";

/** Column by column what was understood, with values from the page, and a way to say it otherwise. */
export const TeachColumns = ({
  columns,
  meanings,
  hasId,
  say,
  onMean,
  onShow,
}: {
  columns: readonly DraftColumn[];
  meanings: readonly ColumnMeaning[];
  /** Whether a row tells the student's number, in a column or behind it. */
  hasId: boolean;
  say: Say;
  onMean: (key: string, field: string) => void;
  onShow: (key: string) => void;
}) => {
  const inColumn = columns.some(({ field }) => field === "id");
  const isOther = (field: string) => !(meanings as readonly string[]).includes(field);
  return (
    <>
      <p>{say("teach.columns.text")}</p>
      <ul class="teach-columns">
        {columns.map(({ key, header, samples, field }, at) => {
          const name = header === "" ? say("teach.columns.unnamed", { at: at + 1 }) : header;
          return (
            <li key={key}>
              <label>
                <strong>{name}</strong> <span class="quiet">{say("teach.columns.means")}</span>{" "}
                <select
                  value={field}
                  aria-describedby={`teach-samples-${at}`}
                  onFocus={() => onShow(key)}
                  onChange={(event) => onMean(key, (event.currentTarget as HTMLSelectElement).value)}
                >
                  {meanings.map((meaning) => (
                    <option key={meaning} value={meaning}>
                      {say(`teach.field.${meaning}`)}
                    </option>
                  ))}
                  {isOther(field) && <option value={field}>{name}</option>}
                </select>
              </label>
              <p class="quiet" id={`teach-samples-${at}`}>
                {samples.length === 0
                  ? say("teach.columns.empty")
                  : say("teach.columns.samples", { samples: samples.join(" · ") })}
              </p>
            </li>
          );
        })}
      </ul>
      {!inColumn && <p>{say(hasId ? "teach.columns.id-elsewhere" : "teach.columns.no-id")}</p>}
    </>
  );
};
