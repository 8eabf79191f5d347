/** Names of the log beside the copy. */
export const logNames = { table: "changes.csv", summary: "changes.json" } as const;

export type Placed = { ok: true; places: string[] } | { ok: false; twice: string };

/** The parts of a path that lead downwards. */
const partsOf = (name: string): string[] =>
  name
    .replace(/^[a-z]:/i, "")
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== "." && part !== "..");

const isAbsolute = (name: string): boolean => /^(?:[a-z]:)?[/\\]/i.test(name);

/**
 * Where each file of a copy lies below the folder it is written to: without the folder that all originals share, and
 * never outside. Two that would be one, also where case is not told apart, are refused.
 */
export const placeCopies = (names: readonly string[]): Placed => {
  const parts = names.map((name) => (isAbsolute(name) ? partsOf(name).slice(-2) : partsOf(name)));
  const folder = parts[0]?.[0];
  const shared = parts.every((part) => part.length > 1 && part[0] === folder);
  const places = parts.map((part) => (shared ? part.slice(1) : part).join("/"));
  const seen = new Set<string>(Object.values(logNames));
  for (const place of places) {
    const key = place.toLowerCase();
    if (seen.has(key)) return { ok: false, twice: place };
    seen.add(key);
  }
  return { ok: true, places };
};
