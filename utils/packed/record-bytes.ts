import { readUtf8, utf8Length, writeUtf8 } from "./utf8.ts";

/**
 * Records as bytes: numbers of seven bits a byte, texts as UTF-8 after their length. Written and compared several times as
 * fast as JSON, and what is not asked for makes no string.
 */
export type RecordWriter = {
  /** A whole number from 0 to 2^31 - 1. */
  number(value: number): void;
  text(value: string | undefined): void;
  /** A text that is UTF-8 already: source[start .. end). */
  bytes(source: Uint8Array, start: number, end: number): void;
  /** What another writer has written, as it stands. */
  copy(source: Uint8Array, start: number, end: number): void;
  /** How many bytes were written since it began. */
  length(): number;
  take(): Uint8Array<ArrayBuffer>;
  /** Copies what was written to target[at ..) and begins anew. */
  moveTo(target: Uint8Array, at: number): void;
};

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
  /** Where there is room for it. */
  const put = (value: number) => {
    let rest = value;
    let to = at;
    while (rest > 0x7f) {
      bytes[to++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[to++] = rest;
    at = to;
  };
  const number = (value: number) => {
    reserve(5);
    put(value);
  };
  const moveTo = (target: Uint8Array, to: number) => {
    target.set(bytes.subarray(0, at), to);
    at = 0;
  };
  const take = () => {
    const taken = bytes.slice(0, at);
    at = 0;
    return taken;
  };
  return {
    number,
    text(value) {
      if (value === undefined) return number(0);
      const begin = at;
      const { length } = value;
      reserve(length + 5);
      put(length * 2 + 1);
      const target = bytes;
      let to = at;
      for (let index = 0; index < length; index++) {
        const unit = value.charCodeAt(index);
        if (unit > 0x7f) {
          at = begin;
          const encoded = utf8Length(value);
          reserve(encoded + 5);
          put(encoded * 2 + 2);
          at = writeUtf8(value, bytes, at);
          return;
        }
        target[to++] = unit;
      }
      at = to;
    },
    bytes(source, start, end) {
      const length = end - start;
      reserve(length + 5);
      const begin = at;
      put(length * 2 + 1);
      // What a closure holds is loaded and stored at each step.
      const target = bytes;
      let to = at;
      let high = 0;
      for (let index = start; index < end; index++) {
        const byte = source[index] as number;
        high |= byte;
        target[to++] = byte;
      }
      if (high > 0x7f) {
        at = begin;
        put(length * 2 + 2);
        to = at + length;
        target.set(source.subarray(start, end), at);
      }
      at = to;
    },
    copy(source, start, end) {
      reserve(end - start);
      const target = bytes;
      let to = at;
      for (let index = start; index < end; index++) target[to++] = source[index] as number;
      at = to;
    },
    length: () => at,
    take,
    moveTo,
  };
};

export type RecordReader = {
  number(): number;
  text(): string | undefined;
  /** Reads on past a text. */
  skip(): void;
  position(): number;
  moveTo(position: number): void;
};

/**
 * Strings are cut from blocks of bytes: one costs about as much to make as a text of a few letters. Who reads on gets larger
 * ones than who looks here and there.
 */
const blockBytes = { first: 128, most: 2048 };

const makePlain = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);

/** Reads in the order in which it was written, or from where it is moved to. */
export const openReader = (bytes: Uint8Array): RecordReader => {
  let at = 0;
  let [from, until] = [0, 0];
  let block = "";
  let size = blockBytes.first;
  const number = (): number => {
    let byte = bytes[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  };
  const plain = (start: number, end: number): string => {
    if (start < from || end > until) {
      const isNext = start >= from && start <= until + blockBytes.first;
      size = isNext ? Math.min(blockBytes.most, size * 2) : blockBytes.first;
      if (end - start > size) return readUtf8(bytes, start, end);
      from = start;
      until = Math.min(bytes.length, start + size);
      block = makePlain(bytes, from, until);
    }
    return block.slice(start - from, end - from);
  };
  return {
    number,
    text() {
      const header = number();
      if (header === 0) return undefined;
      const start = at;
      at += (header - 1) >> 1;
      return (header & 1) === 1 ? plain(start, at) : readUtf8(bytes, start, at);
    },
    skip() {
      const header = number();
      if (header > 0) at += (header - 1) >> 1;
    },
    position: () => at,
    moveTo(position) {
      at = position;
    },
  };
};
