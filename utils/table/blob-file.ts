import { askAgain, usualPatience } from "./ask-again.ts";
import { type ByteFile, type ByteReader, type Bytes, chunkReader, ignore, readFirst } from "./byte-reader.ts";

/** So much of a file's beginning is read ahead and kept: what it is, its dialect and its first rows are all in it. */
const headBytes = 64 * 1024;

/**
 * A blob as a file. A byte stream reads straight into our buffer, at a fraction of the cost of other ways; slices of a
 * chosen file are dear, so its first stream serves for its head and for its rows. A read that is not answered for `patience`
 * milliseconds is asked again, and what follows it comes from a new stream.
 */
export const blobFile = (name: string, blob: Blob, patience = usualPatience): ByteFile => {
  let head: Promise<Bytes> | undefined;
  let unused: ByteReader | undefined;
  let copy: Blob | undefined;
  const readBeginning = (): Promise<Bytes> => {
    if (head === undefined) {
      unused = openBlob(blob, patience);
      head = readFirst(unused, Math.min(headBytes, blob.size));
    }
    return head;
  };
  return {
    name,
    size: blob.size,
    readAt: async (offset, length) => {
      if (offset + length <= headBytes) return (await readBeginning()).subarray(offset, offset + length);
      copy ??= blob.slice();
      return readPart(copy, offset, offset + length, patience);
    },
    open: () => {
      if (head === undefined || unused === undefined) return openBlob(blob, patience);
      const reader = afterHead(head, unused);
      unused = undefined;
      return reader;
    },
    release: async () => unused?.close(),
  };
};

const readPart = async (blob: Blob, from: number, to: number, patience: number): Promise<Bytes> =>
  new Uint8Array(await askAgain(() => blob.slice(from, to).arrayBuffer(), patience));

/** Gives the head that `rest` has read already, then goes on. */
const afterHead = (head: Promise<Bytes>, rest: ByteReader): ByteReader => {
  let given = 0;
  return {
    read: async (buffer, at, want) => {
      const part = (await head).subarray(given, given + want);
      if (part.length === 0) return rest.read(buffer, at, want);
      buffer.set(part, at);
      given += part.length;
      return { buffer, length: part.length };
    },
    close: () => rest.close(),
  };
};

const openBlob = (blob: Blob, patience: number): ByteReader => {
  let stream = openStream(blob);
  if (stream === undefined) return chunkReader(streamBlob(blob, patience));
  let position = 0;
  const readAgain = async (room: number, at: number, want: number) => {
    // Our buffer went with the first request: what stood in it is read again, too.
    const before = Math.min(at, position);
    const bytes = await readPart(blob, position - before, position + want, patience);
    const buffer: Bytes = new Uint8Array(room);
    buffer.set(bytes, at - before);
    return { buffer, length: bytes.length - before, again: true };
  };
  return {
    read: async (buffer, at, want) => {
      const room = buffer.length;
      stream ??= openStream(blob.slice(position));
      if (stream === undefined) throw new Error("A blob that gave a stream of bytes gives none any more.");
      const current = stream;
      const got = await askAgain(
        (attempt) => (attempt === 0 ? readStream(current, buffer, at, want) : readAgain(room, at, want)),
        patience,
      );
      position += got.length;
      if (got.again) {
        current.cancel().catch(ignore);
        stream = undefined;
      }
      return got;
    },
    close: async () => stream?.cancel().catch(ignore),
  };
};

const openStream = (blob: Blob): ReadableStreamBYOBReader | undefined => {
  try {
    return blob.stream().getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
};

const readStream = async (reader: ReadableStreamBYOBReader, buffer: Bytes, at: number, want: number) => {
  const { value } = await reader.read(new Uint8Array(buffer.buffer, at, want));
  if (value === undefined) throw new Error("The stream ended without giving our buffer back.");
  return { buffer: new Uint8Array(value.buffer), length: value.byteLength, again: false };
};

const streamedBytes = 256 * 1024;

/** A blob's bytes as a stream of chunks, for what wants a stream: slower than `blobFile`, as patient. */
export const streamBlob = (blob: Blob, patience = usualPatience): ReadableStream<Bytes> => {
  let position = 0;
  return new ReadableStream<Bytes>({
    pull: async (controller) => {
      if (position >= blob.size) return controller.close();
      const bytes = await readPart(blob, position, position + streamedBytes, patience);
      position += bytes.length;
      controller.enqueue(bytes);
    },
  });
};
