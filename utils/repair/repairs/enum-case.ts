import { itemsOf } from "../../checks/references.ts";
import { isValid } from "../is-valid.ts";
import type { Repair } from "../repair.ts";

/**
 * Values of a fixed list in other letters' case. The lifecycle columns are left alone: a misspelt "tobedeleted" that
 * becomes right would delete people whom the receiver keeps today.
 */
export const repair: Repair = {
  kind: "enum-case",
  prove: ({ field }) => {
    if (field?.type !== "enum" || field.required === "lifecycle") return undefined;
    const values = field.values ?? [];
    const known = new Map<string, string | undefined>();
    for (const value of values) {
      const key = value.toLowerCase();
      known.set(key, known.has(key) ? undefined : value);
    }
    return (text) => {
      if (isValid(field, text)) return undefined;
      const meant = itemsOf(text, field.list === true).map((item) =>
        values.includes(item) ? item : known.get(item.toLowerCase()),
      );
      return meant.length === 0 || meant.includes(undefined) ? undefined : meant.join(",");
    };
  },
};
