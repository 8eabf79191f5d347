import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { girls, otherLastNames } from "../../utils/generate/names.ts";
import { rosterPage, row } from "../e2e/page/pages.ts";
import { busyMarks } from "./page-tasks.ts";

/** What the page itself saw. */
export type PageLog = {
  /** Sum of the layout shift scores. */
  shifts: number;
  renders: number;
};

/**
 * Runs in the page from its first moment: keeps the log, and renders the whole grid again on demand, as a framework
 * does that throws its rows away. Marks its work in the trace; it ends two frames later, when style and layout are done.
 */
const observer = `
  window.log = { shifts: 0, renders: 0 };
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) log.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
  const endOfWork = () => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
  const endWork = async () => { await endOfWork(); performance.mark("${busyMarks.end}"); };
  addEventListener("load", endWork);
  window.renderAgain = async () => {
    performance.mark("${busyMarks.start}");
    const body = document.querySelector("#roster-grid tbody");
    const rows = [...body.rows].map((row) => row.cloneNode(true));
    const cell = rows[log.renders % rows.length].cells[1];
    if (cell.firstChild instanceof HTMLInputElement) cell.firstChild.setAttribute("value", "Render" + "abcdefghijklmnopqrstuvwxyz"[log.renders % 26]);
    else cell.textContent = "Render" + "abcdefghijklmnopqrstuvwxyz"[log.renders % 26];
    body.replaceChildren(...rows);
    log.renders += 1;
    await endWork();
  };`;

const fields = ["", "Female", "", "Hispanic", "1234567890", "Pre-K", "English", "Active", "English"];
/** A person's name: a page without a profile is told from others by such. */
const nameOf = (at: number): { first: string; last: string } => ({
  first: girls[at % girls.length]!,
  last: otherLastNames[Math.floor(at / girls.length) % otherLastNames.length]!,
});

const textRow = (at: number): string =>
  `<tr class="student-row"><td></td><td>${nameOf(at).first}</td><td></td><td>${nameOf(at).last}</td><td>03/14/2022</td>${fields
    .slice(1)
    .map((text, index) => `<td>${index === 1 ? 1_000_000 + at : text}</td>`)
    .join("")}</tr>`;

/** What the cells of the grid hold: text, which costs the page least, or always-open controls like the demo portal's. */
export type Cells = "text" | "controls";

/** A roster of so many rows of twelve columns in the shape of the demo portal's page. */
const makePage = (rows: number, cells: Cells): string =>
  rosterPage({
    head: `<script>${observer}</script>`,
    total: `${rows} students`,
    rows: Array.from({ length: rows }, (_, at) =>
      cells === "text" ? textRow(at) : row({ id: String(1_000_000 + at), ...nameOf(at) }),
    ).join(""),
  });

/** Serves the page on this computer only. */
export const servePage = async (rows: number, cells: Cells): Promise<{ url: string; close: () => void }> => {
  const html = makePage(rows, cells);
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/administrative-tools/class-roster-management`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
