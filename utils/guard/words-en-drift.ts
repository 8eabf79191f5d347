/** What the next sync will undo, and what is due of the ledger. Spanish: words-es-drift.ts, same keys and values. */
export const driftWordsEn = {
  "drift.one": "{count} edit made here will be undone by the next sync: {when}.",
  "drift.other": "{count} edits made here will be undone by the next sync: {when}.",
  "drift.no-date.one":
    "{count} edit made here will be undone by the next sync, for which no date is planned.",
  "drift.no-date.other":
    "{count} edits made here will be undone by the next sync, for which no date is planned.",

  "due.overdue": "Overdue since {date}",
  "due.overdue.no-date": "Overdue",
  "due.undone": "Undone by the last sync",
  "due.look": "Was expected by {date}: look at this roster again",
  "due.look.no-date": "Look at this roster again",
  "due.undoing": "Will be undone {when}",
  "due.undoing.no-date": "Will be undone by the next sync",
  "due.coming": "Expected by {date}",
  "due.coming.no-date": "Not yet due",
} as const satisfies Record<string, string>;
