import { askAgain, usualPatience } from "./ask-again.ts";
import { type ByteFile, type ByteReader, type Bytes, chunkReader, ignore } from "./byte-reader.ts";

/** So much of a file's beginning is asked for once and kept: what it is, its dialect and its first rows are all in it. */
const headBytes = 64 * 1024;

/**
 * A blob as a file. A byte stream reads straight into our buffer, at a fraction of the cost of other ways. A read that is
 * not answered for `patience` milliseconds is asked again, and what follows it comes from a new stream.
 */
export const blobFile = (name: string, blob: Blob, patience = usualPatience): ByteFile => {
  let head: Promise<Bytes> | undefined;
  const beginning = (): Promise<Bytes> => {
    head ??= readPart(blob, 0, headBytes, patience);
    return head;
  };
  return {
    name,
    size: blob.size,
    readAt: async (offset, length) =>
      offset + length <= headBytes
        ? (await beginning()).subarray(offset, offset + length)
        : readPart(blob, offset, offset + length, patience),
    open: () => openBlob(blob, head, patience),
  };
};

const readPart = async (blob: Blob, from: number, to: number, patience: number): Promise<Bytes> =>
  new Uint8Array(await askAgain(() => blob.slice(from, to).arrayBuffer(), patience));

/** Reads a blob in order, its beginning from `head` if that is known. */
const openBlob = (blob: Blob, head: Promise<Bytes> | undefined, patience: number): ByteReader => {
  let position = 0;
  // It fills while the head is looked at.
  const wanted = head === undefined ? blob : blob.slice(headBytes);
  let stream = wanted.size > 0 ? openStream(wanted) : undefined;
  if (stream === undefined && wanted.size > 0) return chunkReader(streamBlob(blob, patience));
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
      if (head !== undefined && position < headBytes) {
        const part = (await head).subarray(position, position + want);
        buffer.set(part, at);
        position += part.length;
        return { buffer, length: part.length };
      }
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
