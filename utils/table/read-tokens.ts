import type { ByteFile, Bytes } from "./byte-reader.ts";
import { tokenBytes } from "./own-values.ts";

/** Longest token, and a byte to end it. */
const window = 256;
/** So many are read at a time. */
const together = 64;

/** The tokens that begin at these ascending offsets of a file. */
export const readTokens = async (file: ByteFile, offsets: readonly number[]): Promise<string[]> => {
  const { readAt } = file;
  if (readAt === undefined) return readOn(file, offsets);
  const tokens: string[] = [];
  for (let from = 0; from < offsets.length; from += together) {
    const parts = await Promise.all(
      offsets.slice(from, from + together).map((offset) => readAt(offset, window)),
    );
    tokens.push(...parts.map((bytes) => tokenAt(bytes, 0)));
  }
  return tokens;
};

/** A packed file gives its bytes in order only: it is unpacked once more, as far as needed. */
const readOn = async (file: ByteFile, offsets: readonly number[]): Promise<string[]> => {
  const reader = file.open();
  const tokens: string[] = [];
  const piece = 1024 * 1024;
  let buffer: Bytes = new Uint8Array(piece + window);
  let filled = 0;
  let base = 0;
  let ended = false;
  try {
    while (tokens.length < offsets.length) {
      while (!ended && filled < buffer.length) {
        const got = await reader.read(buffer, filled, buffer.length - filled);
        buffer = got.buffer;
        ended = got.length === 0;
        filled += got.length;
      }
      const whole = ended ? filled : filled - window;
      for (let next = offsets[tokens.length]; next !== undefined && next - base < whole; ) {
        tokens.push(tokenAt(buffer.subarray(0, filled), next - base));
        next = offsets[tokens.length];
      }
      if (ended) break;
      buffer.copyWithin(0, whole, filled);
      base += whole;
      filled -= whole;
    }
  } finally {
    await reader.close();
  }
  if (tokens.length < offsets.length) throw new Error("A file was shorter when read again.");
  return tokens;
};

const tokenAt = (bytes: Uint8Array, start: number): string => {
  let end = start;
  while (end < bytes.length && tokenBytes[bytes[end]!] === 1) end++;
  return String.fromCharCode(...bytes.subarray(start, end));
};
