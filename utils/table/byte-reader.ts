import { askAgain, usualPatience } from "./ask-again.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a file's bytes in order. Holds a stream: close it when done or when giving up. */
export type ByteReader = {
  /**
   * Reads up to `want` bytes into buffer[at ..] and resolves to how many came (0 at the end). The memory comes back
   * under a new `buffer`: the old one may be detached. buffer[0 .. at) must hold the bytes read just before, or nothing
   * that is needed: a read that must be asked again fills it from the file.
   */
  read(buffer: Bytes, at: number, want: number): Promise<{ buffer: Bytes; length: number }>;
  close(): Promise<void>;
};

/** A file that can be read more than once: an entry of a zip as well as a blob. */
export type ByteFile = {
  name: string;
  /** Bytes that a whole reading gives. */
  size: number;
  open(): ByteReader;
  /** Up to `length` bytes from `offset` on, where that is possible without reading what stands before. */
  readAt?: (offset: number, length: number) => Promise<Bytes>;
};

/**
 * A blob as a file. A byte stream reads straight into our buffer, at a fraction of the cost of other ways. A read that is
 * not answered for `patience` milliseconds is asked again, and what follows it comes from a new stream.
 */
export const blobFile = (name: string, blob: Blob, patience = usualPatience): ByteFile => ({
  name,
  size: blob.size,
  readAt: (offset, length) => readPart(blob, offset, offset + length, patience),
  open: () => openBlob(blob, patience),
});

const readPart = async (blob: Blob, from: number, to: number, patience: number): Promise<Bytes> =>
  new Uint8Array(await askAgain(() => blob.slice(from, to).arrayBuffer(), patience));

const openBlob = (blob: Blob, patience: number): ByteReader => {
  let stream = openStream(blob);
  if (stream === undefined) return chunkReader(streamBlob(blob, patience));
  let position = 0;
  const readAgain = async (room: number, at: number, want: number) => {
    // Our buffer went with the first request: what stood in it is read again, too.
    const before = Math.min(at, position);
    const bytes = new Uint8Array(await blob.slice(position - before, position + want).arrayBuffer());
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

/** A stream that has failed refuses to be cancelled; its failure has been told by the read. */
const ignore = () => {};

/** Reads from a stream of chunks of any size. */
export const chunkReader = (stream: ReadableStream<Uint8Array>): ByteReader => {
  const reader = stream.getReader();
  let chunk: Uint8Array = new Uint8Array(0);
  return {
    read: async (buffer, at, want) => {
      while (chunk.length === 0) {
        const { done, value } = await reader.read();
        if (done) return { buffer, length: 0 };
        chunk = value;
      }
      const length = Math.min(want, chunk.length);
      buffer.set(chunk.subarray(0, length), at);
      chunk = chunk.subarray(length);
      return { buffer, length };
    },
    close: () => reader.cancel().catch(ignore),
  };
};

/** The first `length` bytes of a file, or all of a shorter one. */
export const readHead = async (file: ByteFile, length: number): Promise<Bytes> => {
  if (file.readAt !== undefined) return file.readAt(0, Math.min(length, file.size));
  const reader = file.open();
  try {
    let buffer: Bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const got = await reader.read(buffer, filled, length - filled);
      buffer = got.buffer;
      if (got.length === 0) break;
      filled += got.length;
    }
    return buffer.subarray(0, filled);
  } finally {
    await reader.close();
  }
};

/** Tells of every byte that passes. */
export const countingReader = (reader: ByteReader, onRead: (bytes: number) => void): ByteReader => ({
  read: async (buffer, at, want) => {
    const got = await reader.read(buffer, at, want);
    onRead(got.length);
    return got;
  },
  close: () => reader.close(),
});
