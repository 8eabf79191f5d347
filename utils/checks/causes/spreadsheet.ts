import type { Cause } from "./cause.ts";

/** A spreadsheet took values for dates, times or numbers and wrote what it made of them: the originals are gone. */
export const cause: Cause = {
  id: "spreadsheet",
  *explain(_context, open) {
    const ours = open.filter(({ raised }) => raised.cause === "spreadsheet");
    if (ours.length === 0) return;
    const most = ours.reduce((a, b) => (b.raised.count > a.raised.count ? b : a));
    const { file = "", column = "", example = "" } = most.raised.args;
    yield {
      args: {
        file,
        column,
        example,
        rows: ours.reduce((sum, { raised }) => sum + raised.count, 0),
        columns: ours.length,
      },
      repairable: false,
      explained: ours.map((one) => ({ open: one })),
    };
  },
};
