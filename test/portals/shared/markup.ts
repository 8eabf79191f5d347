import { type Html, html } from "./html.ts";

/** How a look-alike is made to change under its profile, for the self-test: a column renamed, or its rows gone. */
export type Change = "columns" | "rows";

/** A whole page with its own style and script, both of the portal. */
export const renderDocument = (page: {
  title: string;
  body: Html;
  /** Addresses of scripts and of a style sheet. */
  scripts?: readonly string[];
  style: string;
}): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${page.style}">
${(page.scripts ?? []).map((address) => html`<script src="${address}" defer></script>`)}</head>
<body>${page.body}</body></html>
`.markup;

export const options = (list: readonly (readonly [value: string, text: string])[], chosen: string): Html[] =>
  list.map(([value, text]) =>
    value === chosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  );
