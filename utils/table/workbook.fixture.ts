import { strToU8, type Zippable } from "fflate";
import { zip } from "./zip.fixture.ts";

/** What tests of workbooks share. */

export const sheetXml = (rows: string, extra = "") =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${extra}</worksheet>`;
export const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
export const workbook = (sheets: Record<string, string>, more: Zippable = {}): Uint8Array => {
  const names = Object.keys(sheets);
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId99" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheets[name]!)]),
    ),
    ...more,
  });
};

export const sharedRow = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

/** A zip whose directory says that its shared texts unpack to `size` bytes. */
export const declare = (content: Uint8Array, size: number): Uint8Array => {
  const view = new DataView(content.buffer, content.byteOffset);
  const name = new TextDecoder("latin1").decode(content).lastIndexOf("xl/sharedStrings.xml");
  view.setUint32(name - 46 + 24, size, true);
  return content;
};

export const rosterRows =
  `<row r="2">${text("A2", "id")}${text("B2", "name")}${text("C2", "born")}${text("D2", "on")}</row>` +
  `<row r="3">${text("A3", "00123")}${text("B3", " Zoë ")}<c r="C3" s="1"><v>43831</v></c><c r="D3" t="b"><v>1</v></c></row>` +
  `<row r="6"><c r="A6"><v>1.2345678901234E+13</v></c>${text("B6", "b")}<c r="C6" s="1"><v>43831.5</v></c><c r="D6"><v>1.50</v></c></row>`;
