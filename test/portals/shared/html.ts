/** Markup that is already safe; everything else is escaped when it is put in. */
export type Html = { readonly markup: string };
type Value = Html | string | number | false | undefined | readonly Html[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!);

const toMarkup = (value: Value): string => {
  if (value === false || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  if ("markup" in value) return value.markup;
  return value.map((item) => item.markup).join("");
};

/** Template tag: interpolated text is escaped for element content and for quoted attributes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, index) => part + (index < values.length ? toMarkup(values[index]) : "")).join(""),
});
