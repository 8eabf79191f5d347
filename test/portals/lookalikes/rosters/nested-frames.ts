import { html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";

const className = "Algebra I - Section 41";
const document_ = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const styles = ["/client/portal.css", "/vendor/slickgrid-base.css", "/vendor/slickgrid.css"]
  .map((address) => `<link rel="stylesheet" href="${address}">`)
  .join("");

export const nestedFrames: LookalikePage = {
  slug: "nested-frames",
  title: "Campus",
  kind: "roster",
  about:
    "same-origin frames three deep, the outer one named body; SlickGrid with frozen names in one pane and the rest in another; a toolbar in another frame",
  seed: 99,
  counts: { class: 60, other: 8 },
  grades: ["09", "10"],
  rosters: [{ list: "class", className }],
  idFrom: "link",
  client: "nested-frames",
  bare: true,
  body: () =>
    html`<iframe name="body" title="workspace" src="/nested-frames/workspace" style="width: 1200px; height: 740px"></iframe>`,
  parts: {
    workspace: () =>
      document_(
        "Workspace",
        `<link rel="stylesheet" href="/client/portal.css"><script type="module" src="/client/frame-workspace.js"></script>`,
        `<div class="toolbar"><button type="button" id="drop-selected">Drop</button><button type="button">Print</button><a href="#">Add / Drop Report</a></div>
<iframe name="frameWorkspaceWrapper" src="/nested-frames/wrapper" style="width: 1160px; height: 660px"></iframe>`,
      ),
    wrapper: () =>
      document_(
        "Wrapper",
        "",
        `<iframe name="frameWorkspaceDetail" title="detail" src="/nested-frames/detail" style="width: 1120px; height: 630px"></iframe>`,
      ),
    detail: () =>
      document_(
        "Roster",
        `${styles}<script type="module" src="/client/frame-detail.js"></script>`,
        `<main id="content-main"><h1 id="class-name">${className}</h1><p>60 students</p><div class="toolbar"><button type="button" id="add">Enroll</button></div><div id="grid" style="width: 900px; height: 440px"></div></main>`,
      ),
  },
};
