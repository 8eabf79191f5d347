import { utf8Length, writeUtf8 } from "./utf8.ts";

/** FNV-1a of bytes[start .. end), its upper half mixed into the lower; from -2^31 to 2^31 - 1. */
export const hashId = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
};

/** The bytes of an id, for whoever has its text. */
export const bytesOfId = (id: string): Uint8Array => {
  const bytes = new Uint8Array(utf8Length(id));
  writeUtf8(id, bytes, 0);
  return bytes;
};
