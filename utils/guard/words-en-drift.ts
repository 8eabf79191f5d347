/** What the next sync will undo. Spanish: words-es-drift.ts, same keys and values. */
export const driftWordsEn = {
  "drift.one": "{count} edit made here will be undone by the next sync: {when}.",
  "drift.other": "{count} edits made here will be undone by the next sync: {when}.",
  "drift.no-date.one":
    "{count} edit made here will be undone by the next sync, for which no date is planned.",
  "drift.no-date.other":
    "{count} edits made here will be undone by the next sync, for which no date is planned.",
} as const satisfies Record<string, string>;
