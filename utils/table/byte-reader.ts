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
  /** When it was written, as `FileFacts` has it. */
  written?: string;
  /** Up to `length` bytes from `offset` on, where that is possible without reading what stands before. */
  readAt?: (offset: number, length: number) => Promise<Bytes>;
  /** Lets go of what was opened ahead and not asked for. */
  release?: () => Promise<void>;
};

/** A stream that has failed refuses to be cancelled; its failure has been told by the read. */
export const ignore = () => {};

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
    return await readFirst(reader, length);
  } finally {
    await reader.close();
  }
};

/** The next `length` bytes, or all that there are. */
export const readFirst = async (reader: ByteReader, length: number): Promise<Bytes> => {
  let buffer: Bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const got = await reader.read(buffer, filled, length - filled);
    buffer = got.buffer;
    if (got.length === 0) break;
    filled += got.length;
  }
  return buffer.subarray(0, filled);
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
