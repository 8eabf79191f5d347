/** A file of a check, by the path it was chosen under. */
export type NamedFile = { name: string; blob: File };
type Staged = NamedFile & { jobId: string; until: number };

const loose = /^[^/\\]+\.(csv|tsv|tab|txt)$/i;
const keyOf = ({ name }: NamedFile): string => name.toLowerCase();

/**
 * Files of a package that a portal takes in several steps, perhaps over several pages: what a tab was given before is
 * checked together with what it is given now. Only loose files: a workbook, a zip and a folder are packages of their own.
 * Handles, never content, and only in memory. `now` is in milliseconds.
 */
export const createStage = (now: () => number = Date.now) => {
  const places = new Map<string, Staged[]>();
  const fresh = (place: string): Staged[] => (places.get(place) ?? []).filter(({ until }) => until > now());
  const keep = (place: string, files: Staged[]): void => {
    if (files.length === 0) places.delete(place);
    else places.set(place, files);
  };
  const drop = (isGone: (file: Staged) => boolean): void => {
    for (const place of [...places.keys()])
      keep(
        place,
        fresh(place).filter((file) => !isGone(file)),
      );
  };
  return {
    /** Stages the files of a check for so many minutes. Those given earlier, and not given anew, are returned. */
    add: (place: string, jobId: string, files: readonly NamedFile[], minutes: number): NamedFile[] => {
      drop(() => false);
      if (!files.every(({ name }) => loose.test(name))) {
        places.delete(place);
        return [];
      }
      const names = new Set(files.map(keyOf));
      const earlier = fresh(place).filter((file) => !names.has(keyOf(file)));
      const until = now() + minutes * 60_000;
      keep(place, [...earlier, ...files.map((file) => ({ ...file, jobId, until }))]);
      return earlier.map(({ name, blob }) => ({ name, blob }));
    },
    /** Whether no file waits for the rest of its package. */
    isEmpty: (): boolean => {
      drop(() => false);
      return places.size === 0;
    },
    /** The files of this check were put back. */
    forget: (place: string, jobId: string): void =>
      keep(
        place,
        fresh(place).filter((file) => file.jobId !== jobId),
      ),
    /** What was staged before this check belongs to another package. */
    begin: (place: string, jobId: string): void =>
      keep(
        place,
        fresh(place).filter((file) => file.jobId === jobId),
      ),
  };
};
