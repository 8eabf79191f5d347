import { strToU8 } from "fflate";
import type { CsvFile } from "./csv.ts";
import { zipCsvs, zipFiles } from "./package-files.ts";
import { writeProtectedWorkbook } from "./protected-workbook.ts";

type NamedBytes = { name: string; bytes: Uint8Array };

const bytes = (text: string) => strToU8(text);

/** A line of the text replaced; lines are counted from 1. */
const changeLine = (text: string, number: number, change: (line: string) => string): string =>
  text
    .split("\r\n")
    .map((line, index) => (index === number - 1 ? change(line) : line))
    .join("\r\n");

/** Sets bit 0 of the general purpose flags in every local and central header (APPNOTE 4.4.4): "encrypted". */
const markEncrypted = (zip: Uint8Array): Uint8Array => {
  const marked = zip.slice();
  const view = new DataView(marked.buffer);
  for (let at = 0; at + 10 < marked.length; at++) {
    const signature = view.getUint32(at, true);
    const flags = signature === 0x04034b50 ? at + 6 : signature === 0x02014b50 ? at + 8 : -1;
    if (flags > 0) view.setUint16(flags, view.getUint16(flags, true) | 1, true);
  }
  return marked;
};

/** 64 MiB of one line over and over, which a zip holds in less than a hundredth. */
const makeBomb = (users: string): Uint8Array => {
  const [header, line] = users.split("\r\n");
  const data = Buffer.alloc(64 * 2 ** 20, `${line}\r\n`);
  data.write(`${header}\r\n`);
  return zipFiles([{ name: "users.csv", data }]);
};

const pdf = `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;

const lfsPointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d7a214614ab2935".repeat(4)}\nsize 91413\n`;

/** Files that are not what their name says, or are damaged: one a kind, made from a good package's files. */
export const makeBadInputs = (files: readonly CsvFile[]): NamedBytes[] => {
  const users = files.find(({ name }) => name === "users.csv")!.text;
  const header = users.slice(0, users.indexOf("\r\n") + 2);
  const zip = zipCsvs(files);
  return [
    { name: "empty.csv", bytes: new Uint8Array(0) },
    { name: "header-only.csv", bytes: bytes(header) },
    { name: "semicolon.csv", bytes: bytes(users.replaceAll(",", ";")) },
    { name: "truncated.zip", bytes: zip.slice(0, Math.floor(zip.length * 0.6)) },
    { name: "bomb.zip", bytes: makeBomb(users) },
    { name: "encrypted.zip", bytes: markEncrypted(zip) },
    { name: "protected.xlsx", bytes: writeProtectedWorkbook() },
    { name: "pdf-renamed.csv", bytes: Buffer.from(pdf, "latin1") },
    { name: "lfs-pointer.csv", bytes: bytes(lfsPointer) },
    {
      name: "huge-cell.csv",
      bytes: bytes(changeLine(users, 60, (line) => line.replace(/,,,/, `,,"${"x".repeat(2 ** 20)}",`))),
    },
    {
      name: "unclosed-quote.csv",
      bytes: bytes(changeLine(users, 50, (line) => line.replace(/student,/, 'student,"'))),
    },
    {
      name: "nul.csv",
      bytes: bytes(changeLine(users, 50, (line) => line.replace(/student,/, "student,\0"))),
    },
    {
      name: "duplicate-headers.csv",
      bytes: bytes(users.replace("givenName,familyName", "givenName,givenName")),
    },
    { name: "proto-header.csv", bytes: bytes(users.replace(",sms,", ",__proto__,")) },
    { name: "windows-1252.csv", bytes: Buffer.from(users, "latin1") },
    { name: "utf-16.csv", bytes: Buffer.from(`\ufeff${users}`, "utf16le") },
  ];
};
