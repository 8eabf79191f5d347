import { type Html, html } from "../shared/html.ts";
import type { LookalikePage } from "./page.ts";
import type { PageState } from "./state.ts";

/** JSON inside a script element: "<" is written so that no text of it can end the element. */
const embed = (data: unknown): Html => ({ markup: JSON.stringify(data).replaceAll("<", "\\u003c") });

const words = {
  en: ["Home", "Add a Student", "Add / Drop Report", "Attendance", "Remove Students", "Sign out"],
  es: ["Inicio", "Agregar alumno", "Altas y bajas", "Asistencia", "Dar de baja", "Salir"],
};

/** The menu stands on every page, words of edits among them. */
const menu = (language: "en" | "es"): Html =>
  html`<nav aria-label="Main"><ul>${words[language].map((word) => html`<li><a href="#" data-menu>${word}</a></li>`)}</ul></nav>`;

export const renderPage = (page: LookalikePage, state: PageState): string => {
  const language = page.language ?? "en";
  const { slug, rosters, idFrom, actions } = page;
  const data = { slug, rosters, idFrom, actions, ...state };
  const title = html`<title>${page.title} - Bluebonnet ISD</title>`;
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width">${title}
<link rel="icon" href="data:,"><link rel="stylesheet" href="/client/portal.css">
${(page.vendorStyles ?? []).map((name) => html`<link rel="stylesheet" href="/vendor/${name}">`)}
<script type="application/json" id="page-data">${embed(data)}</script>
${(page.vendorScripts ?? []).map((name) => html`<script defer src="/vendor/${name}"></script>`)}
<script type="module" src="/client/${page.client}.js"></script>`;
  const inside = page.bare
    ? page.body(state)
    : html`<header class="bar"><b>Bluebonnet ISD</b><input type="search" id="quickLookup" placeholder="Find a student" aria-label="Find a student">${menu(language)}</header>
<main id="content-main"><h1>${page.title}</h1>${page.body(state)}</main>`;
  return html`<!doctype html><html lang="${language}"><head>${head}</head><body>${inside}</body></html>`
    .markup;
};

export const renderIndex = (pages: readonly LookalikePage[]): string => {
  const list = (kind: LookalikePage["kind"]) =>
    pages
      .filter((page) => page.kind === kind)
      .map((page) => html`<li><a href="/${page.slug}/?fresh">${page.title}</a>: ${page.about}</li>`);
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Look-alike pages</title></head><body>
<h1>Look-alike pages</h1><h2>Rosters</h2><ol>${list("roster")}</ol><h2>Ordinary pages</h2><ol>${list("ordinary")}</ol></body></html>`
    .markup;
};
