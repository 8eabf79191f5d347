import { streamBlob } from "./blob-file.ts";
import { type ByteFile, type ByteReader, type Bytes, chunkReader } from "./byte-reader.ts";
import { crc32 } from "./crc32.ts";
import { fileFault } from "./file-fault.ts";
import { readDataStart, type ZipEntry } from "./zip-directory.ts";

/** What one zip may still unpack to, all its entries together, in bytes written. */
export type ZipBudget = { limit: number; written: Map<number, number> };

export const defaultZipLimit = 500 * 1024 * 1024;

/** Past 1 MiB, data that unpacks to more than 200 times its size is a bomb. */
const ratioLimit = 200;
const ratioFrom = 1024 * 1024;

export const createBudget = (limit: number | undefined): ZipBudget => ({
  limit: limit ?? defaultZipLimit,
  written: new Map(),
});

/**
 * An entry as a file that unpacks as it is read. Bytes written are counted, sizes and checksum are compared with what
 * the directory declares; reading throws a file fault as soon as one does not hold.
 */
export const zipEntryFile = (name: string, blob: Blob, entry: ZipEntry, budget: ZipBudget): ByteFile => ({
  name,
  size: entry.size,
  ...(entry.written !== undefined && { written: entry.written }),
  open: () => openEntry(blob, entry, budget),
});

const openEntry = (blob: Blob, entry: ZipEntry, budget: ZipBudget): ByteReader => {
  let inner: ByteReader | undefined;
  let written = 0;
  let crc = 0;
  const read = async (buffer: Bytes, at: number, want: number) => {
    inner ??= chunkReader(await unpack(blob, entry));
    const got = await readOrFault(inner, buffer, at, want);
    written += got.length;
    crc = crc32(crc, got.buffer.subarray(at, at + got.length));
    if (got.length === 0) {
      if (written !== entry.size || crc !== entry.crc)
        throw fileFault("truncated-zip", { because: "checksum" });
      return got;
    }
    checkBudget(entry, budget, written);
    return got;
  };
  return { read, close: async () => inner?.close() };
};

const checkBudget = (entry: ZipEntry, budget: ZipBudget, written: number) => {
  if (written > entry.size) throw fileFault("unsafe-zip", { because: "size" });
  if (written > ratioFrom && written > entry.packed * ratioLimit) {
    throw fileFault("unsafe-zip", { because: "ratio", limit: ratioLimit });
  }
  // A file read twice (to look at its beginning, or in another encoding) counts once.
  budget.written.set(entry.offset, Math.max(written, budget.written.get(entry.offset) ?? 0));
  let total = 0;
  for (const bytes of budget.written.values()) total += bytes;
  if (total > budget.limit) {
    throw fileFault("file-too-large", { limit: `${Math.floor(budget.limit / (1024 * 1024))} MB` });
  }
};

const unpack = async (blob: Blob, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> => {
  if (entry.encrypted) throw fileFault("encrypted-file", { found: "a zip with a password" });
  if (entry.method !== 0 && entry.method !== 8) throw fileFault("unsafe-zip", { because: "method" });
  const start = await readDataStart(blob, entry);
  const packed = streamBlob(blob.slice(start, start + entry.packed));
  return entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
};

const readOrFault = async (reader: ByteReader, buffer: Bytes, at: number, want: number) => {
  try {
    return await reader.read(buffer, at, want);
  } catch (error) {
    // What the decompressor throws differs by engine; anything but a vanished file is damaged data.
    if (error instanceof Error && !/NotFound|NotReadable|Abort/.test(error.name)) {
      throw fileFault("truncated-zip", { because: "damaged" });
    }
    throw error;
  }
};

/** A whole entry in memory, for formats that cannot be streamed; at most `limit` bytes. */
export const readEntry = async (file: ByteFile, limit: number): Promise<Bytes> => {
  if (file.size > limit)
    throw fileFault("file-too-large", { limit: `${Math.floor(limit / (1024 * 1024))} MB` });
  const reader = file.open();
  try {
    // One byte more than declared: the reading that finds the end is the one that compares the checksum.
    let buffer: Bytes = new Uint8Array(file.size + 1);
    let filled = 0;
    for (;;) {
      const got = await reader.read(buffer, filled, buffer.length - filled);
      buffer = got.buffer;
      if (got.length === 0) return buffer.subarray(0, filled);
      filled += got.length;
    }
  } finally {
    await reader.close();
  }
};
