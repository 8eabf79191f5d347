import * as z from "zod/mini";
import { Report } from "./report.ts";

/** The JSON schema (draft 2020-12) of a check's result, published as docs/report.schema.json. */
export const reportSchema = (): Record<string, unknown> => ({
  $id: "https://rosterguard.example/report.schema.json",
  title: "Rosterguard report",
  description:
    "What one check of an upload found. Counts are exact; samples are the first thousand of a kind.",
  ...z.toJSONSchema(Report, { target: "draft-2020-12" }),
});
