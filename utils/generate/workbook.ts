import { strToU8, type Zippable, zipSync } from "fflate";

export type Sheet = { name: string; rows: readonly (readonly string[])[] };

/** Fixed, in local time as a zip stores it, so that the same rows give the same bytes. */
const mtime = new Date(2026, 10, 16, 1, 30, 0);

const zipTexts = (files: readonly { name: string; data: string }[]): Uint8Array => {
  const entries: Zippable = {};
  for (const { name, data } of files) entries[name] = strToU8(data);
  return zipSync(entries, { mtime, level: 6 });
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packageSpace = "http://schemas.openxmlformats.org/package/2006";
const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** "A", "B", … "Z", "AA": the letters of a column counted from 0. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const writeSheet = ({ rows }: Sheet): string => {
  const cells = (row: readonly string[], line: number) =>
    row
      .map((cell, index) =>
        cell === ""
          ? ""
          : `<c r="${columnName(index)}${line}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
      )
      .join("");
  const body = rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join("");
  return `${head}<worksheet xmlns="${spreadsheet}"><sheetData>${body}</sheetData></worksheet>`;
};

/** A minimal .xlsx (ECMA-376): every cell is text, so that identifiers keep their leading zeros. */
export const writeWorkbook = (sheets: readonly Sheet[]): Uint8Array => {
  const each = (make: (sheet: Sheet, number: number) => string) =>
    sheets.map((s, i) => make(s, i + 1)).join("");
  const types = `${head}<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`;
  const root = `${head}<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const workbook = `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelation}"><sheets>${each((s, n) => `<sheet name="${escapeXml(s.name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`;
  const relations = `${head}<Relationships xmlns="${packageSpace}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${officeRelation}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`;
  return zipTexts([
    { name: "[Content_Types].xml", data: types },
    { name: "_rels/.rels", data: root },
    { name: "xl/workbook.xml", data: workbook },
    { name: "xl/_rels/workbook.xml.rels", data: relations },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: writeSheet(sheet) })),
  ]);
};
