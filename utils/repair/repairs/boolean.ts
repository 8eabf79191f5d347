import { isValid } from "../is-valid.ts";
import type { Repair } from "../repair.ts";

const words: Readonly<Record<string, string>> = {
  true: "true",
  yes: "true",
  y: "true",
  "1": "true",
  false: "false",
  no: "false",
  n: "false",
  "0": "false",
};

/** TRUE, 1 and yes where the format allows exactly true and false. */
export const repair: Repair = {
  kind: "boolean",
  prove: ({ field }) =>
    field?.type !== "boolean" || !isValid(field, "true") || !isValid(field, "false")
      ? undefined
      : (text) => {
          const key = text.toLowerCase();
          return !isValid(field, text) && Object.hasOwn(words, key) ? words[key] : undefined;
        },
};
