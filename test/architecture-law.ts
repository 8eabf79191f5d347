/** The table of the one law: what a room may import. Data flows one way; nothing to the left knows anything to its right. */

export type Law = {
  /** Rooms it may import. */
  rooms: readonly string[];
  /** Rooms it may import types from. */
  types?: readonly string[];
  packages: readonly string[];
  typePackages?: readonly string[];
  /** Why, for the person whose import was refused. */
  because: string;
};

export const pureRooms = [
  "roster",
  "packed",
  "formats",
  "checks",
  "reconcile",
  "exports",
  "repair",
  "caseloads",
  "generate",
  "findings",
  "portals",
  "procedures",
  "policy",
  "guard",
];

export const laws: Record<string, Law> = {
  roster: { rooms: [], packages: [], because: "The words everything speaks know nobody." },
  packed: { rooms: ["roster"], packages: [], because: "A roster as bytes is a roster still." },
  table: {
    rooms: [],
    packages: ["papaparse", "fflate", "saxen"],
    because: "Bytes become columns without knowing what they mean.",
  },
  policy: { rooms: ["roster"], packages: ["zod"], because: "The LEA's configuration is data." },
  findings: { rooms: ["roster", "policy"], packages: ["zod"], because: "Findings are data and their words." },
  formats: {
    rooms: ["findings", "roster"],
    types: ["table"],
    packages: ["zod"],
    because: "A format knows columns, not bytes.",
  },
  checks: {
    rooms: ["formats", "findings", "roster"],
    types: ["table"],
    packages: ["zod"],
    because: "A rule reads tables and raises findings.",
  },
  reconcile: {
    rooms: ["roster", "packed", "findings", "formats", "policy"],
    types: ["table", "checks"],
    packages: [],
    because: "Rosters are compared, whatever they came from.",
  },
  exports: {
    rooms: ["findings", "roster"],
    types: ["table", "formats", "checks"],
    packages: ["zod"],
    because: "A report, in the shapes other people read.",
  },
  repair: {
    rooms: ["formats", "findings", "roster", "checks"],
    types: ["table"],
    packages: ["zod"],
    because: "What is provable is mended; nothing is guessed.",
  },
  caseloads: {
    rooms: ["roster"],
    types: ["table", "formats"],
    packages: [],
    because: "Who has whom on a caseload follows from three files alone.",
  },
  generate: {
    rooms: ["formats", "roster"],
    packages: ["fflate"],
    because: "Made-up districts know the formats, and nothing of how they are checked.",
  },
  portals: { rooms: ["policy", "roster"], packages: ["zod"], because: "A portal is data." },
  procedures: { rooms: ["policy", "roster", "portals"], packages: [], because: "Who to tell, how, by when." },
  guard: {
    rooms: ["policy", "procedures", "portals", "roster"],
    packages: [],
    because: "A verdict on an edit is a pure function.",
  },
  page: {
    rooms: ["portals", "guard", "policy", "roster", "messages"],
    packages: [],
    because: "The page's guest stays small and touches neither storage nor files' content.",
  },
  detect: {
    rooms: ["page", "portals", "roster", "policy"],
    types: ["messages"],
    packages: [],
    because: "Recognising a roster needs the page, and nobody who stores or judges.",
  },
  teach: {
    rooms: ["detect", "page", "portals", "guard"],
    types: ["messages"],
    packages: [],
    because: "Teaching looks and points in the page; what was taught is put together and kept elsewhere.",
  },
  messages: {
    rooms: ["policy", "portals", "guard", "procedures", "findings", "roster"],
    packages: ["zod", "wxt", "#imports"],
    because: "Contracts and who may speak; what is done is passed in.",
  },
  store: {
    rooms: ["roster", "packed", "findings", "policy", "guard"],
    types: ["messages"],
    packages: ["dexie", "zod", "wxt", "#imports"],
    because: "Storage of the extension's origin.",
  },
  pipeline: {
    rooms: ["table", "formats", "checks", "reconcile", "findings", "roster", "packed", "policy", "repair"],
    packages: [],
    because: "The whole check on one screen, without a browser.",
  },
  workers: {
    rooms: [
      "pipeline",
      "table",
      "messages",
      "findings",
      "exports",
      "repair",
      "store",
      "roster",
      "packed",
      "policy",
    ],
    packages: ["comlink", "zod"],
    because: "The worker wraps the pipeline; it knows no page and no screen.",
  },
  components: {
    rooms: ["components"],
    types: ["findings", "roster", "policy", "guard", "procedures", "portals", "messages"],
    packages: ["preact", "@preact/signals"],
    because: "Props in, callbacks out: no storage, no browser API.",
  },
  bin: {
    rooms: [
      "pipeline",
      "table",
      "formats",
      "checks",
      "reconcile",
      "caseloads",
      "exports",
      "repair",
      "generate",
      "findings",
      "roster",
      "policy",
    ],
    packages: [
      "zod",
      "node:fs",
      "node:fs/promises",
      "node:os",
      "node:path",
      "node:process",
      "node:stream",
      "node:stream/promises",
      "node:timers",
      "node:util",
      "node:url",
      "node:worker_threads",
    ],
    because: "The same pipeline without a browser.",
  },
  "portal.content": {
    rooms: ["page", "messages", "portals", "guard", "policy", "roster"],
    packages: ["wxt", "#imports"],
    because: "The content script never opens storage, parses files or starts workers.",
  },
  "part scripts": {
    rooms: ["page", "detect", "teach"],
    packages: ["wxt", "#imports"],
    because: "A part of the page's guest leaves what it offers in its world, and does nothing else.",
  },
  entrypoints: {
    rooms: [
      "components",
      "findings",
      "guard",
      "messages",
      "policy",
      "portals",
      "procedures",
      "roster",
      "store",
      "workers",
      "examples",
    ],
    packages: ["wxt", "#imports", "preact", "@preact/signals", "zod"],
    because: "Doors wire, they do not think.",
  },
};

/** Scripts that the content script sends for: its own law holds for them. */
const partScripts = ["portal-surfaces.ts", "frame-cards.ts", "detect-roster.ts", "teach.ts", "page-world.ts"];

/** The room of a file, by its path from the root. */
export const roomOf = (path: string): string => {
  const [top, second] = path.split("/");
  if (top === "utils") return second!.replace(/\.tsx?$/, "");
  if (top === "entrypoints" && (second === "portal.content" || partScripts.includes(second!)))
    return second === "portal.content" ? second : "part scripts";
  return top!;
};
