import { html } from "../../shared/html.ts";

export const pencil = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 12l8-8 3 3-8 8H1zM10 3l2-2 3 3-2 2z"/></svg>`;
export const bin = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 5h10l-1 10H4zM6 1h4l1 2h3v1H2V3h3z"/></svg>`;
