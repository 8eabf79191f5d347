import { UsageProblem } from "./usage.ts";

/** Names of the log beside the copy. */
export const logNames = { table: "changes.csv", summary: "changes.json" } as const;

/**
 * Where each file of a copy lies below the folder it is written to: without the folder that all originals share, and
 * never outside. Throws a `UsageProblem` where two would be one.
 */
export const placeCopies = (names: readonly string[]): string[] => {
  const parts = names.map((name) =>
    name
      .replace(/^[a-z]:/i, "")
      .split(/[/\\]/)
      .filter((part) => part !== "" && part !== "." && part !== ".."),
  );
  const isAbsolute = (name: string) => /^(?:[a-z]:)?[/\\]/i.test(name);
  const short = parts.map((part, at) => (isAbsolute(names[at] ?? "") ? part.slice(-2) : part));
  const [folder] = short[0] ?? [];
  const shared = short.every((part) => part.length > 1 && part[0] === folder);
  const placed = short.map((part) => (shared ? part.slice(1) : part).join("/"));
  const seen = new Set<string>(Object.values(logNames));
  for (const place of placed) {
    const key = place.toLowerCase();
    if (seen.has(key)) {
      throw new UsageProblem(`The copy would hold two files called ${place}: repair one folder at a time.`);
    }
    seen.add(key);
  }
  return placed;
};
