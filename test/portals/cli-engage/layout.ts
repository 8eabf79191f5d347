import { type Html, html } from "../shared/html.ts";

const base = "/administrative-tools";

/** Addresses of the pages. */
export const paths = {
  dashboard: "/dashboard",
  tools: base,
  classes: `${base}/class-student-management`,
  roster: `${base}/class-roster-management`,
  central: `${base}/central-roster-management`,
  universal: `${base}/universal-roster`,
} as const;

export type Crumb = { title: string; path: string };

export const crumbs = {
  dashboard: { title: "Dashboard", path: paths.dashboard },
  tools: { title: "Administrative Tools", path: paths.tools },
  classes: { title: "Class & Student Management", path: paths.classes },
  central: { title: "Central Roster Management", path: paths.central },
} satisfies Record<string, Crumb>;

const menu: readonly (Crumb | { title: string })[] = [
  crumbs.dashboard,
  { title: "Assess" },
  { title: "Teach" },
  { title: "Learn" },
  { title: "Reports" },
  crumbs.tools,
];

const menuItem = (item: (typeof menu)[number], current: string) => {
  if (!("path" in item)) return html`<li><span class="menu-off">${item.title}</span></li>`;
  const active = item.title === current ? "menu-active" : "";
  return html`<li><a class="${active}" href="${item.path}">${item.title}</a></li>`;
};

/** A whole page: header, menu, breadcrumbs, one heading, content, footer. */
export const renderPage = (page: {
  title: string;
  trail: readonly Crumb[];
  content: Html;
  wide?: boolean;
}): string => {
  const section = page.trail[1]?.title ?? page.title;
  const trail = page.trail.map((crumb) => html`<li><a href="${crumb.path}">${crumb.title}</a></li>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} | CLI Engage</title>
<link rel="stylesheet" href="/portal.css">
<link rel="stylesheet" href="/controls.css">
<link rel="stylesheet" href="/grid.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<script src="/portal.js" defer></script>
</head>
<body>
<header class="site-header">
  <div class="${page.wide ? "container wide" : "container"}">
    <a class="brand" href="${paths.dashboard}"><span class="brand-mark" aria-hidden="true"></span><span>CLI <b>Engage</b></span></a>
    <div class="account"><span>Bluebonnet ISD</span><span class="account-name">Dana Whitfield</span><span>Help</span><span>Sign out</span></div>
  </div>
</header>
<nav class="site-menu" aria-label="Main">
  <ul class="${page.wide ? "container wide" : "container"}">${menu.map((item) => menuItem(item, section))}</ul>
</nav>
<main class="${page.wide ? "container wide" : "container"}">
  <ol class="breadcrumb" aria-label="You are here">${trail}<li aria-current="page">${page.title}</li></ol>
  <h1>${page.title}</h1>
${page.content}
</main>
<footer class="site-footer">
  <div class="${page.wide ? "container wide" : "container"}">
    <span>A demonstration look-alike. Every person here is invented.</span>
    <span>Support &middot; Privacy &middot; Terms of use</span>
  </div>
</footer>
</body>
</html>
`.markup;
};
