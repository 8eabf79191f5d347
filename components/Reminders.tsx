import { type LedgerItem, LedgerList } from "./LedgerList.tsx";
import { saveText } from "./save-file.ts";
import type { Say } from "./say.ts";

/** Everything that is due of edits and reports, the overdue first, then what is settled; each with its own report. */
export const Reminders = ({
  items,
  calendar,
  onPage,
  say,
  onRemind,
}: {
  items: readonly LedgerItem[];
  /** One file for all that has a day. */
  calendar: { fileName: string; content: string; count: number } | undefined;
  /** How many of those that press are of the page in front, as its badge says; undefined where no page is guarded. */
  onPage: number | undefined;
  say: Say;
  onRemind: (id: string) => void;
}) => {
  const now = items.filter(({ due }) => due?.isPressing);
  const coming = items.filter(({ due }) => due && !due.isPressing);
  const done = items.filter(({ due }) => !due);
  const list = (id: string, title: string, some: readonly LedgerItem[]) =>
    some.length > 0 && (
      <>
        <h3 id={id}>{title}</h3>
        <LedgerList items={some} labelledBy={id} say={say} onRemind={onRemind} />
      </>
    );
  return (
    <>
      <h2>{say("due.title")}</h2>
      {now.length + coming.length === 0 && <p class="quiet">{say("due.none")}</p>}
      {onPage !== undefined && now.length > 0 && <p class="quiet">{say("due.badge", { count: onPage })}</p>}
      {calendar && (
        <p>
          <button
            type="button"
            onClick={() => saveText(calendar.fileName, calendar.content, "text/calendar")}
          >
            {say(calendar.count === 1 ? "due.calendar.one" : "due.calendar", { count: calendar.count })}
          </button>
        </p>
      )}
      {list("due-now", say("due.now", { count: now.length }), now)}
      {list("due-coming", say("due.coming", { count: coming.length }), coming)}
      {done.length > 0 || items.length === 0 ? (
        <>
          <h2 id="due-done">{say(items.length === 0 ? "edits.title" : "due.done")}</h2>
          <LedgerList items={done} labelledBy="due-done" say={say} onRemind={onRemind} />
        </>
      ) : null}
    </>
  );
};
