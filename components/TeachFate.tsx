import type { SyncCalendar } from "../utils/policy/policy.ts";
import type { TaughtFate } from "../utils/portals/taught-portal.ts";
import type { Say } from "./say.ts";

const fates: readonly TaughtFate[] = ["overwritten", "kept", "unknown"];
const days = [0, 1, 2, 3, 4, 5, 6];

/** "Monday"; 2026-01-04 was a Sunday. */
const sayDay = (day: number, { language }: Say): string =>
  new Date(Date.UTC(2026, 0, 4 + day)).toLocaleDateString(language === "es" ? "es-US" : "en-US", {
    weekday: "long",
    timeZone: "UTC",
  });

/** What the next update does to an edit, and when it runs; not knowing is an answer. */
export const TeachFate = ({
  details,
  added,
  knowsWhen,
  sync,
  say,
  onFate,
  onSync,
  onKnowsWhen,
}: {
  details: TaughtFate;
  added: TaughtFate;
  knowsWhen: boolean;
  sync: SyncCalendar;
  say: Say;
  onFate: (what: "details" | "added", fate: TaughtFate) => void;
  onSync: (sync: SyncCalendar) => void;
  onKnowsWhen: (knows: boolean) => void;
}) => {
  const toggle = (day: number) =>
    onSync({
      ...sync,
      weekdays: days.filter((each) => (each === day) !== sync.weekdays.includes(each)),
    });
  const asksWhen = details === "overwritten" || added === "overwritten";
  return (
    <>
      <p>{say("teach.fate.text")}</p>
      {(["details", "added"] as const).map((what) => (
        <fieldset key={what} class="teach-list">
          <legend>{say(`teach.fate.${what}`)}</legend>
          {fates.map((fate) => (
            <label key={fate}>
              <input
                type="radio"
                name={`teach-${what}`}
                checked={(what === "details" ? details : added) === fate}
                onChange={() => onFate(what, fate)}
              />{" "}
              {say(`teach.fate.${fate}`)}
            </label>
          ))}
        </fieldset>
      ))}
      {asksWhen && (
        <fieldset class="teach-list">
          <legend>{say("teach.fate.when")}</legend>
          <label>
            <input
              type="checkbox"
              checked={!knowsWhen}
              onChange={(event) => onKnowsWhen(!(event.currentTarget as HTMLInputElement).checked)}
            />{" "}
            {say("teach.fate.unsure")}
          </label>
          {knowsWhen ? (
            <>
              <p class="quiet">{say("teach.fate.days")}</p>
              {days.map((day) => (
                <label key={day}>
                  <input type="checkbox" checked={sync.weekdays.includes(day)} onChange={() => toggle(day)} />{" "}
                  {sayDay(day, say)}
                </label>
              ))}
              <label>
                {say("teach.fate.at")}{" "}
                <input
                  type="time"
                  required
                  value={sync.at}
                  onChange={(event) => {
                    const at = (event.currentTarget as HTMLInputElement).value;
                    if (/^\d\d:\d\d$/.test(at)) onSync({ ...sync, at });
                  }}
                />
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={sync.onHolidays}
                  onChange={() => onSync({ ...sync, onHolidays: !sync.onHolidays })}
                />{" "}
                {say("teach.fate.holidays")}
              </label>
            </>
          ) : (
            <p>{say("teach.fate.unsure.text")}</p>
          )}
        </fieldset>
      )}
    </>
  );
};
