import { Parser } from "saxen";
import type { ByteFile, Bytes } from "./byte-reader.ts";
import { unreadable, workbookLimits } from "./workbook-limits.ts";

/** Attributes by the names they are written with; values as written, entities and all. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a reader of one part is told; names come without the prefix that some writers put before each. */
export type XmlHandlers = {
  open(name: string, attributes: () => Attributes): void;
  /** A run of text between two tags, whole. */
  text(text: string): void;
  close(name: string): void;
};

const pieceBytes = 64 * 1024;

/**
 * Reads a part of a workbook as it is unpacked, and yields the bytes done after every piece (one of 64 KiB at most). Throws
 * file faults: what the zip reader finds, and markup that no program for spreadsheets writes.
 */
export async function* readXml(part: ByteFile, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = createParser(handlers);
  const decoder = new TextDecoder();
  const reader = part.open();
  let buffer: Bytes = new Uint8Array(pieceBytes);
  let bytesDone = 0;
  try {
    for (;;) {
      const got = await reader.read(buffer, 0, pieceBytes);
      buffer = got.buffer;
      if (got.length === 0) break;
      bytesDone += got.length;
      parser.write(decoder.decode(buffer.subarray(0, got.length), { stream: true }));
      yield bytesDone;
    }
    parser.end(decoder.decode());
    yield bytesDone;
  } finally {
    await reader.close();
  }
}

/** The streaming parser, within limits: what it holds until a tag ends, and how deep elements lie. */
const createParser = ({ open, text, close }: XmlHandlers) => {
  const parser = new Parser();
  let held = 0;
  let depth = 0;
  parser.on("openTag", (name, attributes, _, selfClosing) => {
    held = 0;
    if (!selfClosing && ++depth > workbookLimits.depth) throw unreadable("elements within elements");
    open(localName(name), attributes as () => Attributes);
  });
  parser.on("closeTag", (name, _, selfClosing) => {
    held = 0;
    if (!selfClosing) depth--;
    close(localName(name));
  });
  parser.on("text", (raw) => {
    held = 0;
    text(decodeText(raw));
  });
  parser.on("cdata", (raw) => {
    held = 0;
    text(raw);
  });
  parser.on("comment", () => {
    held = 0;
  });
  // A document type, the only way to define an entity, has no place in a workbook (ECMA-376 part 2, 8.1.4).
  parser.on("attention", () => {
    throw unreadable("a document type");
  });
  parser.on("error", ({ message }) => {
    throw unreadable(message);
  });
  const write = (xml: string) => {
    held += xml.length;
    parser.write(xml);
    if (held > workbookLimits.heldChars) throw unreadable("markup without an end");
  };
  const end = (rest: string) => {
    write(rest);
    parser.end();
  };
  return { write, end };
};

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The value of an attribute whose prefix differs from writer to writer (`r:id`, `d3p1:id`), or that has none. */
export const attributeOf = (attributes: Attributes, name: string): string | undefined => {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && localName(key) === name && !key.startsWith("xmlns:")) return decodeText(value);
  }
  return undefined;
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its references resolved: XML's own five, and numbers. The parser's own cuts numbers off at 16 bits. */
const decodeText = (raw: string): string =>
  raw.includes("&") ? raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, resolve) : raw;

const resolve = (reference: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return entities[name.toLowerCase()]!;
  const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : reference;
};

/** Characters that XML cannot hold stand as `_xHHHH_` in a workbook's texts (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
