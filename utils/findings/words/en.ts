import { acrossEn } from "./en-across.ts";
import { filesEn } from "./en-files.ts";
import { headersEn } from "./en-headers.ts";
import { lifecycleEn } from "./en-lifecycle.ts";
import { nycEn } from "./en-nyc.ts";
import { ohioEn } from "./en-ohio.ts";
import { rosterEn } from "./en-roster.ts";
import { schemaEn } from "./en-schema.ts";
import { textEn } from "./en-text.ts";
import { uploadEn } from "./en-upload.ts";
import { valuesEn } from "./en-values.ts";

/** English words of every rule, by rule id. */
export const rulesEn = {
  ...filesEn,
  ...rosterEn,
  ...nycEn,
  ...ohioEn,
  ...valuesEn,
  ...schemaEn,
  ...lifecycleEn,
  ...acrossEn,
  ...textEn,
  ...headersEn,
  ...uploadEn,
} as const;
