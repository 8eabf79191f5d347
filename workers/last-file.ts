import type { CheckOptions } from "../utils/pipeline.ts";
import type { CheckOf, LastFiles, NewFile } from "../utils/store/last-files.ts";

export type LastFileWork = {
  /** For `checkPackage`: what it compares with, and who is given its roster. */
  options: Pick<CheckOptions, "previous" | "roster" | "onPacked">;
  /** Makes the checked file's roster the last one under a name, where it has one. */
  keep(name: string, at: string): Promise<void>;
  /** Of a check that came to no end. */
  drop(): Promise<void>;
};

/**
 * What a check has to do with the store: the last file is read while this one is scanned, and this one's roster is on its way to
 * the disk while the rules run. `nameOf`: under which a receiver's last file is kept; `system`: the receiver, where it is
 * known from the start.
 */
export const openLastFile = (
  lastFiles: LastFiles,
  { by, print }: CheckOf,
  { nameOf, system }: { nameOf: (system: string) => string; system: string | undefined },
): LastFileWork => {
  lastFiles.readAhead(print, system === undefined ? undefined : nameOf(system));
  let written: NewFile | undefined;
  return {
    options: {
      roster: "packed",
      // A store that cannot be read is a check without a comparison, which the plan says; not a check that fails.
      previous: async (found) =>
        (await lastFiles.readBefore(nameOf(found), print).catch(() => null)) ?? undefined,
      onPacked: (packed) => {
        written = lastFiles.begin(packed);
      },
    },
    keep: async (name, at) => written?.keep(name, { by, print }, at),
    drop: async () => written?.drop(),
  };
};
