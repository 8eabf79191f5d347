import { isOle2 } from "./ole2.ts";
import type { ProblemKind } from "./table.ts";

/** What a file is by its first bytes, when it is not a table of text. `found` completes "this is ...". */
export type Sniffed = { kind: ProblemKind; found: string };

const signatures: readonly { bytes: readonly number[]; at?: number; found: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], found: "a PDF document" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], found: "a PNG picture" },
  { bytes: [0xff, 0xd8, 0xff], found: "a JPEG picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], found: "a GIF picture" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], found: "a TIFF picture" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], found: "a TIFF picture" },
  { bytes: [0x1f, 0x8b], found: "a gzip archive" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], found: "a 7-Zip archive" },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], found: "a RAR archive" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], found: "an SQLite database" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], found: "a rich text document" },
];

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

export const isZip = (head: Uint8Array): boolean =>
  startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]);

/** Recognises by their first bytes files that are something else than a table; `text` is the head decoded. */
export const sniff = (head: Uint8Array, text: string, wide: boolean): Sniffed | undefined => {
  for (const { bytes, at, found } of signatures) {
    if (startsWith(head, bytes, at)) return { kind: "wrong-file-type", found };
  }
  if (isOle2(head))
    return { kind: "wrong-file-type", found: "an old Excel workbook (.xls) or another Office file" };
  if (isZip(head)) return { kind: "wrong-file-type", found: "a zip archive" };
  const start = text.trimStart();
  if (start.startsWith("version https://git-lfs.github.com/spec/")) {
    return { kind: "git-lfs-pointer", found: "a Git LFS pointer" };
  }
  if (/^<(!doctype html|html|head|body)[\s>]/i.test(start))
    return { kind: "wrong-file-type", found: "a web page" };
  if (/^<\?xml\s/.test(start)) return { kind: "wrong-file-type", found: "an XML document" };
  // A header may begin with a bracket; JSON goes on with a string, a number, or another bracket.
  if (/^(\{\s*("[^"\n]*"\s*:|\})|\[\s*[[{\]])/.test(start))
    return { kind: "wrong-file-type", found: "a JSON document" };
  if (!wide && head.includes(0)) return { kind: "nul-bytes", found: "binary data" };
  return undefined;
};
