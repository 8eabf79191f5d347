import { fileFault } from "./file-fault.ts";

/** One file of a zip, as the central directory (PKWARE APPNOTE 4.3.12) declares it. Nothing of it is to be trusted. */
export type ZipEntry = {
  /** Path inside the zip, with "/" between folders. */
  path: string;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
  /** When it was written, in the packer's own time: "2026-11-21T01:30:00". */
  written?: string;
};

export const entryLimit = 200;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
/** The end record is followed by a comment of at most this length. */
const commentLimit = 0xffff;
/** A directory of 200 entries with long names and extra fields stays well below. */
const directoryLimit = 4 * 1024 * 1024;

/** Reads the directory. Throws file faults: cut short, several disks, zip64, too many entries, unsafe names. */
export const readZipDirectory = async (blob: Blob): Promise<ZipEntry[]> => {
  const tailStart = Math.max(0, blob.size - endLength - commentLimit);
  const tail = await readView(blob, tailStart, blob.size);
  let at = tail.byteLength - endLength;
  while (at >= 0 && !(tail.getUint32(at, true) === endSignature && endsHere(tail, at))) at--;
  if (at < 0) throw fileFault("truncated-zip");
  const count = tail.getUint16(at + 10, true);
  const length = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  // Zip64 is for archives past 4 GB or 65,535 files: both are past what is read here.
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
    throw fileFault("unsafe-zip", { because: "zip64" });
  }
  if (tail.getUint16(at + 4, true) !== 0) throw fileFault("unsafe-zip", { because: "several-disks" });
  if (count > entryLimit) throw fileFault("unsafe-zip", { because: "entries", count, limit: entryLimit });
  if (start + length > tailStart + at) throw fileFault("truncated-zip");
  if (length > directoryLimit)
    throw fileFault("unsafe-zip", { because: "entries", count, limit: entryLimit });
  return readEntries(await readView(blob, start, start + length), count);
};

/** Whether the comment that the end record at `at` declares ends with the file. */
const endsHere = (tail: DataView, at: number): boolean =>
  at + endLength + tail.getUint16(at + 20, true) === tail.byteLength;

const readEntries = (view: DataView, count: number): ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature)
      throw fileFault("truncated-zip");
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw fileFault("truncated-zip");
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    entries.push({
      path: decodeName(name, (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      ...writtenOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
};

/** A date and a time as MS-DOS kept them (APPNOTE 4.4.6), where they are one. */
const writtenOf = (date: number, time: number): { written?: string } => {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return {};
  const two = (part: number) => String(part).padStart(2, "0");
  return { written: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` };
};

/** Names without the UTF-8 flag are in an old code page; most writers put UTF-8 there all the same. */
const decodeName = (bytes: Uint8Array, utf8: boolean): string => {
  const text = new TextDecoder("utf-8").decode(bytes);
  const name = utf8 || !text.includes("\ufffd") ? text : new TextDecoder("windows-1252").decode(bytes);
  return name.replaceAll("\\", "/");
};

/** Whether a path would leave the folder it is unpacked to, on any system. */
export const isUnsafePath = (path: string): boolean =>
  path.startsWith("/") || /^[a-z]:/i.test(path) || path.split("/").includes("..") || path.includes("\0");

/** Where an entry's packed bytes lie in the zip. Throws a file fault when they are not all there. */
export const readDataStart = async (blob: Blob, entry: ZipEntry): Promise<number> => {
  const head = await readView(blob, entry.offset, entry.offset + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== localSignature) throw fileFault("truncated-zip");
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (start + entry.packed > blob.size) throw fileFault("truncated-zip");
  return start;
};

const readView = async (blob: Blob, start: number, end: number): Promise<DataView> =>
  new DataView(await blob.slice(start, end).arrayBuffer());
