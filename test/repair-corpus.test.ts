import { existsSync, openAsBlob, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { CheckOptions } from "../utils/pipeline/options.ts";
import { collect } from "../utils/pipeline/repair-copies.ts";
import { concludeRepair, prepareRepair } from "../utils/pipeline/repair-package.ts";

/** Real files of others, beside the repository; without them only the generated packages are repaired. */
const corpus = join(import.meta.dirname, "..", "..", "shared", "corpus");
const options: CheckOptions = {
  date: "2026-11-22",
  now: "2026-11-22T08:00:00Z",
  version: "0.0.0",
  anySize: true,
};

/** Folders that hold tables, with their tables. */
const packages = (folder: string): { folder: string; files: string[] }[] => {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(csv|zip|xlsx)$/i.test(entry.name));
  const deeper = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => packages(join(folder, name)));
  return [...(files.length > 0 ? [{ folder, files: files.map(({ name }) => name) }] : []), ...deeper];
};

if (!existsSync(corpus)) it.skip("repairs of real files: ../shared/corpus is not here", () => {});
else {
  describe("the copy of real files", () => {
    it.each(packages(corpus).map((one) => [relative(corpus, one.folder), one] as const))(
      "of %s has no fault more, and mends no further",
      async (_, { folder, files }) => {
        const sources = await Promise.all(
          files.map(async (name) => ({ name, blob: await openAsBlob(join(folder, name)) })),
        );
        const prepared = await prepareRepair(sources, options);
        const copies = await Promise.all(
          prepared.copies.map(async ({ name, pieces }) => ({ name, blob: await collect(pieces()) })),
        );
        for (const [at, { changed }] of prepared.copies.entries()) {
          const [original, copy] = [sources[at]!.blob, copies[at]!.blob];
          if (!changed) expect(Buffer.compare(await original.bytes(), await copy.bytes())).toBe(0);
        }
        const { repair } = await concludeRepair(prepared, copies, options);
        expect(repair.after.faults).toBeLessThanOrEqual(repair.before.faults);
        expect(repair.appeared).toEqual([]);
        expect((await prepareRepair(copies, options)).counts).toEqual([]);
      },
      60_000,
    );
  });
}
