import type { ByteReader, Bytes } from "./byte-reader.ts";
import type { Encoding } from "./table.ts";

/** The encoding a file's first bytes show. Whether "utf-8" holds is seen when the whole file is read. */
export const detectEncoding = (head: Uint8Array): Encoding => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8-bom";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return detectUtf16(head) ?? "utf-8";
};

/** UTF-16 without a mark: in text of our scripts nearly every other byte is 0. */
const detectUtf16 = (head: Uint8Array): Encoding | undefined => {
  const pairs = Math.min(head.length, 4096) >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  if (even === 0 && odd > pairs * 0.7) return "utf-16le";
  if (odd === 0 && even > pairs * 0.7) return "utf-16be";
  return undefined;
};

/** The label TextDecoder knows the encoding by. */
export const decoderLabel = (encoding: Encoding): string => (encoding === "utf-8-bom" ? "utf-8" : encoding);

/** Decodes a part cut at any byte: one streaming decoder, so that no character is torn. */
export const decodeHead = (head: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(decoderLabel(encoding)).decode(head, { stream: true });

const encoder = new TextEncoder();
const chunkBytes = 64 * 1024;

/** The same file as UTF-8 without a mark. `onRead` hears of every byte read from `reader`. */
export const transcode = (
  reader: ByteReader,
  encoding: Encoding,
  onRead: (bytes: number) => void,
): ByteReader => {
  const decoder = new TextDecoder(decoderLabel(encoding));
  let source: Bytes = new Uint8Array(chunkBytes);
  let chunk: Uint8Array = new Uint8Array(0);
  let ended = false;
  return {
    read: async (buffer, at, want) => {
      while (chunk.length === 0 && !ended) {
        const got = await reader.read(source, 0, chunkBytes);
        source = got.buffer;
        onRead(got.length);
        ended = got.length === 0;
        chunk = encoder.encode(decoder.decode(source.subarray(0, got.length), { stream: !ended }));
      }
      const length = Math.min(want, chunk.length);
      buffer.set(chunk.subarray(0, length), at);
      chunk = chunk.subarray(length);
      return { buffer, length };
    },
    close: () => reader.close(),
  };
};
