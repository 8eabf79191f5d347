import { html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";

export const virtualGrid: LookalikePage = {
  slug: "virtual-grid",
  title: "School Roster",
  kind: "roster",
  about:
    "AG Grid: ARIA grid of divs, 500 students of which only the visible rows exist, first and last name in two cells, keyboard editing, bulk actions",
  seed: 22,
  counts: { class: 500, other: 6 },
  grades: ["06", "07", "08"],
  rosters: [{ list: "class", className: "Pecan Grove Middle School" }],
  idFrom: "cell",
  client: "virtual-grid",
  body: () => html`<p id="class-name">Pecan Grove Middle School</p>
<div class="toolbar"><button type="button" id="add">New student</button><button type="button" id="unenroll">Unenroll selected</button>
<label>Move to <select id="move-to"><option value="">Choose</option><option value="other">Live Oak Middle School</option></select></label><button type="button" id="move">Move</button></div>
<div id="grid" style="height: 460px"></div>`,
};
