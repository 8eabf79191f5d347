/**
 * Records as bytes: numbers of seven bits a byte, texts as UTF-8 after their length. Written and compared several times as
 * fast as JSON, and what is not asked for makes no string. Texts must be well-formed, as all that was decoded is.
 */

const encoder = new TextEncoder();
// A text may begin with what would be a byte order mark in a file.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export type RecordWriter = {
  /** A whole number from 0 to 2^31 - 1. */
  number(value: number): void;
  text(value: string | undefined): void;
  /** Moves all that was written to another writer; this one begins anew. */
  moveTo(other: RecordWriter): void;
  append(bytes: Uint8Array): void;
  /** All bytes so far; the writer begins anew. */
  take(): Uint8Array<ArrayBuffer>;
};

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** A text's header is 0 for none, and else twice its bytes, plus 1 if they are plain ASCII, plus 2 if not. */
export const openWriter = (): RecordWriter => {
  let bytes = new Uint8Array(1 << 16);
  let at = 0;
  const reserve = (more: number) => {
    if (at + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(bytes.length * 2, at + more));
    grown.set(bytes.subarray(0, at));
    bytes = grown;
  };
  const number = (value: number) => {
    reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  };
  const append = (more: Uint8Array) => {
    reserve(more.length);
    bytes.set(more, at);
    at += more.length;
  };
  /** An encoder takes a microsecond for a name, and every tenth has an accent. */
  const accented = (value: string) => {
    let length = value.length;
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      if (isSurrogate(unit)) {
        const encoded = encoder.encode(value);
        number(encoded.length * 2 + 2);
        return append(encoded);
      }
      if (unit > 0x7f) length += unit > 0x7ff ? 2 : 1;
    }
    number(length * 2 + 2);
    reserve(length);
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      if (unit > 0x7ff) bytes[at++] = 0xe0 | (unit >> 12);
      if (unit > 0x7f) bytes[at++] = unit > 0x7ff ? 0x80 | ((unit >> 6) & 0x3f) : 0xc0 | (unit >> 6);
      bytes[at++] = unit > 0x7f ? 0x80 | (unit & 0x3f) : unit;
    }
  };
  return {
    number,
    append,
    text(value) {
      if (value === undefined) return number(0);
      const begin = at;
      const { length } = value;
      reserve(length + 5);
      number(length * 2 + 1);
      for (let index = 0; index < length; index++) {
        const unit = value.charCodeAt(index);
        if (unit > 0x7f) {
          at = begin;
          return accented(value);
        }
        bytes[at++] = unit;
      }
    },
    moveTo(other) {
      other.append(bytes.subarray(0, at));
      at = 0;
    },
    take() {
      const taken = bytes.slice(0, at);
      at = 0;
      return taken;
    },
  };
};

export type RecordReader = {
  number(): number;
  text(): string | undefined;
  /** Reads on past a text, and answers whether it is this one; makes no string of plain ones. */
  isText(value: string | undefined): boolean;
  position(): number;
  moveTo(position: number): void;
};

/** Strings are cut from blocks of this many bytes: one costs about as much to make as a text of a few letters. */
const blockBytes = 2048;

/** Reads in the order in which it was written. */
export const openReader = (bytes: Uint8Array): RecordReader => {
  let at = 0;
  let [from, until] = [0, 0];
  let block = "";
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const plain = (start: number, end: number): string => {
    if (end - start > blockBytes) return decoder.decode(bytes.subarray(start, end));
    if (start < from || end > until) {
      from = start;
      until = Math.min(bytes.length, start + blockBytes);
      block = String.fromCharCode.apply(null, bytes.subarray(from, until) as unknown as number[]);
    }
    return block.slice(start - from, end - from);
  };
  const make = (header: number): string => {
    const start = at;
    at += (header - 1) >> 1;
    return (header & 1) === 1 ? plain(start, at) : decoder.decode(bytes.subarray(start, at));
  };
  const isAccented = (value: string, start: number, end: number): boolean => {
    let next = start;
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      if (isSurrogate(unit)) return decoder.decode(bytes.subarray(start, end)) === value;
      if (unit > 0x7ff && bytes[next++] !== (0xe0 | (unit >> 12))) return false;
      if (unit > 0x7f && bytes[next++] !== (unit > 0x7ff ? 0x80 | ((unit >> 6) & 0x3f) : 0xc0 | (unit >> 6)))
        return false;
      if (bytes[next++] !== (unit > 0x7f ? 0x80 | (unit & 0x3f) : unit)) return false;
    }
    return next === end;
  };
  return {
    number,
    text() {
      const header = number();
      return header === 0 ? undefined : make(header);
    },
    isText(value) {
      const header = number();
      if (header === 0 || value === undefined) {
        at += header === 0 ? 0 : (header - 1) >> 1;
        return header === 0 && value === undefined;
      }
      const start = at;
      at += (header - 1) >> 1;
      if ((header & 1) === 0) return isAccented(value, start, at);
      if (value.length !== at - start) return false;
      for (let index = 0; index < value.length; index++) {
        if (value.charCodeAt(index) !== bytes[start + index]) return false;
      }
      return true;
    },
    position: () => at,
    moveTo(position) {
      at = position;
    },
  };
};
