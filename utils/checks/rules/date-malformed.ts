import { makeTypeRule, weightOf } from "../value-types.ts";

/** Dates that are no YYYY-MM-DD day of the calendar, and instants that are not UTC with milliseconds. */
export const rule = makeTypeRule({
  id: "date-malformed",
  types: ["date", "datetime"],
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, data types date and datetime",
  certain: true,
  // Nobody reads such a date, so it is a fault even where the date itself is optional; unless its form is our guess.
  weigh: (field) =>
    field.certain ? { outcome: "fault", consequence: weightOf(field).consequence } : weightOf(field),
});
