import type { Fate } from "../utils/guard/edit.ts";
import type { Due } from "../utils/guard/reminders.ts";
import type { ReportChannel } from "../utils/messages/answers.ts";
import type { CalendarEvent } from "../utils/procedures/calendar-file.ts";
import { CopyButton } from "./CopyButton.tsx";
import { saveText } from "./save-file.ts";
import type { Say } from "./say.ts";

/** An edit or report as a person reads it; every text is made outside, in the LEA's language. */
export type LedgerItem = {
  id: string;
  kind: "edit" | "report";
  /** "Correct a student's details: first name". */
  what: string;
  /** Null when the name can no longer be read. */
  who: string | null;
  studentId: string;
  place: string;
  /** Dates in words. */
  when: string;
  /** What is still to be done about it, and when. */
  due?: Due & { isPressing: boolean; text: string };
  /** The day a report is expected. */
  expected?: string;
  sync?: string;
  value?: { before: string; after: string };
  fate: Fate;
  fateText: string;
  remindedWhen?: string;
  reminder?: { text: string; channels: ReportChannel[] };
  /** Its place in a calendar, where it has a day. */
  event?: CalendarEvent;
  /** A calendar entry (.ics) for the day a report is expected, while it is not yet due. */
  calendar?: { fileName: string; content: string };
};

const tones: Record<Fate, "good" | "bad" | "calm"> = {
  arrived: "good",
  kept: "good",
  overwritten: "bad",
  overdue: "bad",
  "not-yet-due": "calm",
  "waiting-for-sync": "calm",
  "not-seen": "calm",
};

const saveCalendar = (calendar: LedgerItem["calendar"]): void => {
  if (calendar) saveText(calendar.fileName, calendar.content, "text/calendar");
};

const toneOf = ({ due, fate }: LedgerItem) => (due?.isPressing ? "bad" : tones[fate]);

/** Edits and reports with what became of each; overdue reports offer a reminder. */
export const LedgerList = ({
  items,
  say,
  onRemind,
  labelledBy,
}: {
  items: readonly LedgerItem[];
  say: Say;
  onRemind: (id: string) => void;
  /** Id of the heading the list stands under. */
  labelledBy?: string;
}) =>
  items.length === 0 ? (
    <p class="quiet">{say("edits.none")}</p>
  ) : (
    <ul class="ledger" aria-labelledby={labelledBy}>
      {items.map((item) => (
        <li key={item.id} class={toneOf(item)}>
          <div class="row">
            <strong>{item.who === null ? say("edits.name-gone") : item.who || say("edits.no-name")}</strong>
            <span class={`fate ${toneOf(item)}`}>{item.due?.text ?? item.fateText}</span>
          </div>
          <div>
            <span class="tag">{say(`edits.${item.kind}`)}</span> {item.what}
            {item.value && (
              <div>
                {say("edits.value", {
                  before: item.value.before || say("edits.empty-value"),
                  after: item.value.after || say("edits.empty-value"),
                })}
              </div>
            )}
          </div>
          <div class="quiet">{[item.place, item.studentId].filter(Boolean).join(" · ")}</div>
          <div class="quiet">
            {[
              say(item.kind === "edit" ? "edits.made" : "edits.reported", { when: item.when }),
              item.expected && item.due?.state !== "coming" && say("edits.due", { date: item.expected }),
              item.sync && say("edits.sync", { when: item.sync }),
              item.remindedWhen &&
                say(item.kind === "edit" ? "edits.told" : "edits.reminded", { when: item.remindedWhen }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </div>
          {item.calendar && (
            <div class="actions">
              <button type="button" onClick={() => saveCalendar(item.calendar)}>
                {say("edits.calendar")}
              </button>
            </div>
          )}
          {item.reminder && (
            <details class="reminder" open={item.fate === "overdue" && !item.remindedWhen}>
              <summary>{say(item.kind === "edit" ? "edits.report-instead" : "edits.remind")}</summary>
              <pre>{item.reminder.text}</pre>
              <div class="actions">
                {item.reminder.channels.map(({ kind, label, href }) => (
                  <a
                    key={href}
                    class="button"
                    href={href}
                    {...(kind === "form" || kind === "ticket" ? { target: "_blank", rel: "noreferrer" } : {})}
                    onClick={() => onRemind(item.id)}
                  >
                    {label}
                  </a>
                ))}
                <CopyButton text={item.reminder.text} say={say} onCopied={() => onRemind(item.id)} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
