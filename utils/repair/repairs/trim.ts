import type { Repair } from "../repair.ts";

/** Blanks, no-break spaces, line breaks, and the marks without width that copying from a web page leaves. */
const outer = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** Blanks around a value. They carry no meaning in any format. */
export const repair: Repair = {
  kind: "trimmed",
  prove: ({ field }) => (field === undefined ? undefined : (text) => text.replace(outer, "")),
};
