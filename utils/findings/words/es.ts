import { acrossEs } from "./es-across.ts";
import { filesEs } from "./es-files.ts";
import { headersEs } from "./es-headers.ts";
import { lifecycleEs } from "./es-lifecycle.ts";
import { nycEs } from "./es-nyc.ts";
import { ohioEs } from "./es-ohio.ts";
import { rosterEs } from "./es-roster.ts";
import { schemaEs } from "./es-schema.ts";
import { textEs } from "./es-text.ts";
import { uploadEs } from "./es-upload.ts";
import { valuesEs } from "./es-values.ts";

/** Spanish words of every rule, by rule id. */
export const rulesEs = {
  ...filesEs,
  ...rosterEs,
  ...nycEs,
  ...ohioEs,
  ...valuesEs,
  ...schemaEs,
  ...lifecycleEs,
  ...acrossEs,
  ...textEs,
  ...headersEs,
  ...uploadEs,
} as const;
