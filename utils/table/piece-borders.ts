import type { Bytes } from "./byte-reader.ts";
import { quote, type Scan } from "./scan-fields.ts";

/** Where the last line that is ended within buffer[0 .. end) ends; 0 when none is. */
export const lastLineEnd = (scan: Scan, buffer: Bytes, end: number): number => {
  if (end === 0) return 0;
  if (!scan.crlf) return buffer.lastIndexOf(scan.lineEnd, end - 1) + 1;
  let at = buffer.lastIndexOf(0x0a, end - 1);
  while (at > 0 && buffer[at - 1] !== 0x0d) at = buffer.lastIndexOf(0x0a, at - 1);
  return at > 0 ? at + 1 : 0;
};

/** Ends the last line of a file that does not end it. Returns the new end. */
export const closeLastLine = (scan: Scan, buffer: Bytes, end: number): number => {
  if (lastLineEnd(scan, buffer, end) === end) return end;
  buffer[end] = scan.lineEnd;
  if (scan.crlf) buffer[end + 1] = 0x0a;
  return end + (scan.crlf ? 2 : 1);
};

/** Whether the record that begins at `from` has a quote open at `until`. */
export const isQuoteOpen = (scan: Scan, buffer: Bytes, from: number, until: number): boolean => {
  let open = false;
  let fieldStart = true;
  for (let at = from; at < until; at++) {
    const byte = buffer[at];
    if (open) {
      if (byte !== quote) continue;
      if (buffer[at + 1] === quote) at++;
      else open = false;
    } else {
      open = fieldStart && byte === quote;
      fieldStart = byte === scan.delimiter;
    }
  }
  return open;
};

/** A larger buffer with the same beginning. */
export const enlarge = (buffer: Bytes, filled: number, length: number): Bytes => {
  const larger = new Uint8Array(length);
  larger.set(buffer.subarray(0, filled));
  return larger;
};
