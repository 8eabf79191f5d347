import { applyEdit, type PageState } from "./state.ts";

const paths: Record<string, string> = {
  first: "type-in-first-name",
  middle: "type-in-middle-name",
  last: "type-in-last-name",
  birthDate: "type-in-birth-date",
  gender: "choose-gender",
  stateId: "type-in-state-id",
  grade: "choose-grade",
};

/**
 * Saves the input grid as one form: rows[<id>][<field>] of the students there, rows[new1][<field>] of added ones. What
 * differs from the stored row is a change; Status from Active to Inactive is a removal from the class.
 */
export const saveSheet = (state: PageState, values: URLSearchParams, now: number): void => {
  const edit = (operation: string, more: Record<string, string>) =>
    applyEdit(state, operation, new URLSearchParams(more), now);
  for (const [name, value] of values) {
    const [, key, field] = /^rows\[(\w+)\]\[(\w+)\]$/.exec(name) ?? [];
    if (!key || !field) continue;
    if (key.startsWith("new")) {
      if (field !== "id" || value === "") continue;
      const read = (one: string) => values.get(`rows[${key}][${one}]`) ?? "";
      const added = { id: value, first: read("first"), last: read("last"), grade: read("grade") };
      edit("add", { ...added, path: "add-row" });
      continue;
    }
    const person = state.people.find(({ id }) => id === key);
    if (!person || !(field in person) || person[field as "first"] === value || field === "id") continue;
    if (field === "status" && value === "Inactive") edit("remove", { student: key, path: "inactivate" });
    else edit("change", { student: key, field, value, path: paths[field] ?? "choose-status" });
  }
};
