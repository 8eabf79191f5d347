import { escapeXml } from "../escape.ts";

/** A piece of markup; the only way to make one is the tag below, so a value of a file never becomes markup. */
export type Markup = { readonly markup: string };

type Part = Markup | string | number | undefined | false | readonly Part[];

const render = (part: Part): string => {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escapeXml(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(render).join("");
};

/** Markup from a template: every part is escaped unless it is markup itself. Attributes must stand in double quotes. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.reduce((made, text, at) => made + render(parts[at - 1]) + text),
});

/** A value from a file, kept from turning the line around it. */
export const showValue = (text: string): Markup => html`<bdi>${text}</bdi>`;

export const formatCount = (value: number): string => value.toLocaleString("en-US");
export const sayCount = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;
