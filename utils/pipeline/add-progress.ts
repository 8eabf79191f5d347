import type { Progress } from "../table/open-package.ts";
import type { SourceFile } from "../table/source.ts";

/** A CSV packs to about a sixth of its size; what a zip really holds is known only at its end. */
const unpacking = 6;

type Source = { packed: number; files: Map<string, Progress> };

/**
 * Adds up the progress of single files to that of the package. Files of a zip are parts of their source; the total of a
 * zip that is still being read is an estimate, never less than what was read.
 */
export const addProgress = (sources: readonly SourceFile[]) => {
  const known = new Map<string, Source>(
    sources.map(({ name, blob }) => [name, { packed: blob.size, files: new Map() }]),
  );
  const order = [...known.keys()];

  const sourceOf = (file: string): string | undefined =>
    known.has(file) ? file : order.find((name) => file.startsWith(`${name}/`));

  let current = 0;

  /** `undefined` when everything was read. */
  return (progress: Progress | undefined): Omit<Progress, "file" | "ahead"> => {
    const source = progress && sourceOf(progress.file);
    if (progress !== undefined && !progress.ahead) current = order.indexOf(source ?? "");
    const now = progress === undefined ? order.length : current;
    if (progress !== undefined && source !== undefined) known.get(source)?.files.set(progress.file, progress);
    const sum = { bytesDone: 0, bytesTotal: 0, rows: 0 };
    for (const [at, name] of order.entries()) {
      const { packed, files } = known.get(name) as Source;
      const isPart = !files.has(name) && files.size > 0;
      let [done, total] = [0, 0];
      for (const file of files.values()) {
        done += file.bytesDone;
        total += file.bytesTotal;
        sum.rows += file.rows;
      }
      // Sources are read in order: whatever stands before the current one is done.
      if (at < now) done = total = Math.max(total, packed);
      else if (isPart) total = Math.max(total, packed * unpacking);
      else total = Math.max(total, packed);
      sum.bytesDone += done;
      sum.bytesTotal += total;
    }
    return sum;
  };
};
