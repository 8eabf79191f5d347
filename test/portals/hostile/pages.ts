import { type Row, rosterPage, row, students, uploadPage } from "../../e2e/page/pages.ts";
import { escapeHtml } from "../shared/html.ts";
import { payloads } from "./payloads.ts";

/** The pages of a portal that works as CLI Engage's does and means harm: the shape is the profile's, the tricks are its own. */

export const rosterPath = "/administrative-tools/class-roster-management";
export const uploadPath = "/administrative-tools/universal-roster";

/** Somebody who is in the class on the first visit only: what a later page must never learn from us. */
export const secret = { id: "7739104", first: "Zephyrine", last: "Quackenbush" };

const asRow = (first: string, index: number): Row => ({
  id: String(5000 + index),
  first: escapeHtml(first),
  last: "Rivera",
});

const megabyte = "A name without an end ".repeat(50_000);

/** Whose rows a class has; by the page's `rows`. */
const classes: Record<string, () => Row[]> = {
  three: () => students,
  "with-secret": () => [...students, secret],
  payloads: () => payloads.map(asRow),
  megabyte: () => [...students, { id: "6001", first: megabyte, last: "Long" }],
  many: () =>
    Array.from({ length: 400 }, (_, index) => ({
      id: String(8000 + index),
      first: `Ana ${index}`,
      last: "Li",
    })),
};

/** Fields and elements named as the DOM's own properties, which they then replace on their form and on the document. */
const clobbers = [
  ...["id", "attributes", "children", "childNodes", "parentNode", "body", "tagName", "nodeName", "length"],
  ...[
    "querySelector",
    "querySelectorAll",
    "getAttribute",
    "contains",
    "closest",
    "matches",
    "remove",
    "append",
  ],
  ...["addEventListener", "dispatchEvent", "submit", "requestSubmit", "elements", "action", "constructor"],
];
const clobbering = [
  ...clobbers.map((name) => `<input type="hidden" name="${name}" value="x">`),
  `<a id="chrome" href="#"></a><a id="browser" href="#"></a><form name="querySelector"></form>`,
  `<img name="body" alt=""><img name="documentElement" alt=""><img name="createElement" alt="">`,
].join("");

export type HostileRequest = {
  /** Scripts of `tricks/`, run in this order before anything else on the page. */
  tricks: readonly string[];
  rows: string;
  classId: string;
  clobbered: boolean;
};

const headOf = (tricks: readonly string[]): string =>
  tricks.map((name) => `<script src="/tricks/${name}.js"></script>`).join("");

export const hostileRoster = ({ tricks, rows, classId, clobbered }: HostileRequest): string => {
  const list = classes[rows]?.() ?? students;
  return rosterPage({
    head: headOf(tricks),
    rows: list.map((student) => row(student)).join(""),
    total: `${list.length} students`,
    classId,
    inForm: clobbered ? clobbering : "",
  });
};

export const hostileUpload = ({ tricks }: HostileRequest): string =>
  uploadPage().replace("<body>", `<head>${headOf(tricks)}</head><body>`);

/** A page around a roster or an upload: the same origin, a sandbox, or no address of its own. */
export const frameAround = (kind: string, inner: string, address: string): string => {
  const frames: Record<string, string> = {
    same: `<iframe id="inner" src="${address}"></iframe>`,
    sandboxed: `<iframe id="inner" sandbox="allow-scripts allow-forms" src="${address}"></iframe>`,
    other: `<iframe id="inner" src="${escapeHtml(address)}"></iframe>`,
    srcdoc: `<iframe id="inner" srcdoc="${escapeHtml(inner)}"></iframe>`,
  };
  return `<!doctype html><html lang="en"><head><title>Frames</title><style>iframe{width:1200px;height:700px}</style></head>
<body><h1>Portal</h1>${frames[kind] ?? ""}</body></html>`;
};
