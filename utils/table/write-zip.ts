import { Zip, ZipDeflate } from "fflate";

export type ZipPart = {
  /** With "/" between folders. */
  path: string;
  pieces: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
};

/** What fflate can say of a file: no zip64, so each of an archive's numbers ends at 4 GiB. */
const zipLimit = 0xffffffff;

/**
 * A zip in pieces, made while it is taken; besides a piece or two nothing is held. `at` is the time its entries bear, so
 * that the same parts give the same bytes. Throws when the archive would pass 4 GiB.
 */
export async function* writeZip(parts: Iterable<ZipPart>, at: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  let total = 0;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    if (piece !== undefined) made.push(piece);
  });
  const take = function* () {
    if (failure !== null) throw failure;
    const taken = made;
    made = [];
    for (const piece of taken) {
      total += piece.length;
      if (total > zipLimit) throw new Error("The copy is too large for a zip: more than 4 GB.");
      // fflate's types leave open what memory its pieces lie in; it is always their own.
      if (piece.length > 0) yield piece as Uint8Array<ArrayBuffer>;
    }
  };
  for (const { path, pieces } of parts) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    let size = 0;
    for await (const piece of pieces()) {
      size += piece.length;
      if (size > zipLimit) throw new Error("A file of the copy is too large for a zip: more than 4 GB.");
      // fflate takes the memory over: the writer's own piece must not be seen to change.
      entry.push(piece.slice());
      yield* take();
    }
    entry.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
