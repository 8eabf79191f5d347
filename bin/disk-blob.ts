import { type FileHandle, open } from "node:fs/promises";

/** Which bytes of which state of a file. */
export type DiskPlace = { path: string; from: number; until: number; modified: number };

/**
 * A file on the disk as a blob. Node's own (`fs.openAsBlob`) counts in 32 bits: the size of a file of more than 4 GiB is
 * wrong, and so are its slices. Bytes are read straight into the reader's buffer.
 */
class DiskBlob extends Blob {
  readonly #place: DiskPlace;

  constructor(place: DiskPlace) {
    super();
    this.#place = place;
  }

  get place(): DiskPlace {
    return this.#place;
  }

  override get size(): number {
    return this.#place.until - this.#place.from;
  }

  override slice(start = 0, end = this.size): Blob {
    const { from } = this.#place;
    const clamp = (at: number) => Math.min(Math.max(at < 0 ? this.size + at : at, 0), this.size);
    const begin = clamp(start);
    return new DiskBlob({ ...this.#place, from: from + begin, until: from + Math.max(begin, clamp(end)) });
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return streamPlace(this.#place);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    const file = await openUnchanged(this.#place);
    try {
      for (let filled = 0; filled < bytes.length; ) {
        const { bytesRead } = await file.read(
          bytes,
          filled,
          bytes.length - filled,
          this.#place.from + filled,
        );
        if (bytesRead === 0) throw changed();
        filled += bytesRead;
      }
    } finally {
      await file.close();
    }
    return bytes.buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }
}

/** Where a file's bytes lie, for a thread that opens them itself; undefined for other blobs. */
export const placeOf = (blob: Blob): DiskPlace | undefined =>
  blob instanceof DiskBlob ? blob.place : undefined;

export const blobAt = (place: DiskPlace): Blob => new DiskBlob(place);

/** What a browser's File says when its file was changed, moved or deleted. */
const changed = (): DOMException => new DOMException("The file was changed.", "NotReadableError");

const openUnchanged = async ({ path, modified, until }: DiskPlace): Promise<FileHandle> => {
  const file = await open(path).catch(() => {
    throw changed();
  });
  const info = await file.stat();
  if (info.mtimeMs === modified && info.size >= until) return file;
  await file.close();
  throw changed();
};

const aheadBytes = 1024 * 1024;

/** The next megabyte is on its way from the disk while the one before it is looked at. */
const streamPlace = (place: DiskPlace): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(Math.min(aheadBytes, place.until - place.from));
  let file: FileHandle | undefined;
  let position = place.from;
  let filled = 0;
  let given = 0;
  let coming: Promise<number> | undefined;
  const closeFile = async (): Promise<void> => {
    const closing = file;
    file = undefined;
    await closing?.close();
  };
  const read = async (): Promise<number> => {
    file ??= await openUnchanged(place);
    const wanted = Math.min(bytes.length, place.until - position);
    const { bytesRead } = await file.read(bytes, 0, wanted, position);
    if (bytesRead === 0) throw changed();
    position += bytesRead;
    return bytesRead;
  };
  return new ReadableStream({
    type: "bytes",
    autoAllocateChunkSize: aheadBytes,
    async pull(controller) {
      const request = controller.byobRequest;
      const view = request?.view as Uint8Array<ArrayBuffer> | undefined;
      if (!request || !view) throw new Error("A stream was asked for bytes without a buffer to put them in.");
      try {
        if (given === filled && position === place.until && coming === undefined) {
          await closeFile();
          controller.close();
          request.respond(0);
          return;
        }
        if (given === filled) {
          filled = await (coming ?? read());
          coming = undefined;
          given = 0;
        }
        const part = bytes.subarray(given, Math.min(filled, given + view.byteLength));
        view.set(part);
        given += part.length;
        if (given === filled && position < place.until) {
          coming = read();
          // Whoever asks for it hears of it.
          coming.catch(() => undefined);
        }
        request.respond(part.length);
      } catch (error) {
        await closeFile();
        throw error;
      }
    },
    cancel: closeFile,
  });
};

/** A file as it is now; reading fails as `NotReadableError` once it is another. Throws the system's errors. */
export const openDiskBlob = async (path: string): Promise<Blob> => {
  const file = await open(path);
  try {
    const { size, mtimeMs } = await file.stat();
    return new DiskBlob({ path, from: 0, until: size, modified: mtimeMs });
  } finally {
    await file.close();
  }
};
