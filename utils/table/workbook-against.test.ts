import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { expect, test } from "vitest";
import { type Opened, openPackage } from "./open-package.ts";
import type { Table } from "./table.ts";

/** Our streaming reader of workbooks against read-excel-file, which holds a whole sheet and cannot be waited for. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 300);

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Formats of cells: the standard's own by number, others by code. */
const formats = [
  0,
  1,
  14,
  22,
  30,
  49,
  57,
  81,
  "d/m/yyyy;@",
  "0.00",
  "[$-409]mmm d, yyyy",
  '"day" d',
] as const;
const codes = [
  "[h]:mm:ss.00",
  "yyyy-mm-dd;[Red]0",
  "#,##0",
  "m\\/d\\/yy",
  "[Red]General",
  "aaaa",
  "0%",
] as const;

type CellSpec =
  | { kind: "shared" | "inline" | "formula" | "rich"; text: string }
  | { kind: "number"; number: string; style: number }
  | { kind: "boolean"; on: boolean }
  | { kind: "failed" | "empty" | "unfinished" };
type RowSpec = { gap: number; cells: { gap: number; cell: CellSpec }[]; numbered: boolean };
type BookSpec = {
  sheets: RowSpec[][];
  prefix: string;
  from1904: boolean;
  absolute: boolean;
  stringsLast: boolean;
  level: 0 | 6;
};

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("id", "00123", "Zoë", " O'Neil & Sons ", "<b>", '"q"', "", "李") },
  { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: "grapheme" }) },
  { weight: 1, arbitrary: fc.constantFrom("_x000D_", "_x005F_x0041_", "a\nb", "_x", "&amp;", "&#65;") },
);
const allStyles = fc.nat(formats.length + codes.length - 1);
const number = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 60_000 }), allStyles),
  fc.tuple(fc.double({ min: 0, max: 60_000, noNaN: true }), allStyles),
  fc.tuple(fc.constantFrom("1.50", "-3", "1E-7", "007", "43831.5"), allStyles),
  // Past the end of the calendar as days; the other reader gives a date that is none.
  fc.tuple(fc.constantFrom("1.2345678901234E+13", "9007199254740993E+3"), fc.constantFrom(0, 1, 9)),
);
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("shared" as const), text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("inline", "formula", "rich"), text }) },
  {
    weight: 3,
    arbitrary: number.map(([stored, style]) => ({ kind: "number" as const, number: String(stored), style })),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("boolean" as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("failed", "empty", "unfinished") }) },
);
const gap = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const row: fc.Arbitrary<RowSpec> = fc.record({
  gap,
  cells: fc.array(fc.record({ gap, cell }), { maxLength: 7 }),
  numbered: fc.boolean(),
});
const book: fc.Arbitrary<BookSpec> = fc.record({
  sheets: fc.array(fc.array(row, { maxLength: 30, size: "max" }), { minLength: 1, maxLength: 3 }),
  prefix: fc.constantFrom("", "", "x:"),
  from1904: fc.boolean(),
  absolute: fc.boolean(),
  stringsLast: fc.boolean(),
  level: fc.constantFrom(0, 6),
});

const escapeXml = (value: string) =>
  value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#x27;");

/** What XML 1.0 cannot hold is no text of a workbook. */
const isXml = (value: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(value);

const columnName = (index: number): string => String.fromCharCode(65 + index);

const write = ({ sheets, prefix: p, from1904, absolute, stringsLast, level }: BookSpec): Uint8Array => {
  const strings: string[] = [];
  const tag = (name: string, inner: string, attributes = "") =>
    `<${p}${name}${attributes}>${inner}</${p}${name}>`;
  const writeCell = (at: string, spec: CellSpec): string => {
    switch (spec.kind) {
      case "shared":
        strings.push(tag("si", tag("t", escapeXml(spec.text), ' xml:space="preserve"')));
        return tag("c", tag("v", String(strings.length - 1)), ` r="${at}" t="s" s="0"`);
      case "rich": {
        const half = Math.floor(spec.text.length / 2);
        const runs = [spec.text.slice(0, half), spec.text.slice(half)].filter(isXml);
        strings.push(
          tag(
            "si",
            runs.map((run) => tag("r", tag("t", escapeXml(run)))).join("") + tag("rPh", tag("t", "aid")),
          ),
        );
        return tag("c", tag("v", String(strings.length - 1)), ` t="s" r='${at}'`);
      }
      case "inline":
        return tag("c", tag("is", tag("t", escapeXml(spec.text))), ` r="${at}" t="inlineStr"`);
      case "formula":
        return tag("c", tag("f", "UPPER(A1)") + tag("v", escapeXml(spec.text)), ` r="${at}" t="str"`);
      case "number":
        return tag("c", tag("v", spec.number), ` r="${at}" s="${spec.style}"`);
      case "boolean":
        return tag("c", tag("v", spec.on ? "1" : "0"), ` r="${at}" t="b"`);
      case "failed":
        return tag("c", tag("f", "1/0") + tag("v", "#DIV/0!"), ` r="${at}" t="e"`);
      case "unfinished":
        return tag("c", tag("f", "A1"), ` r="${at}" t="str"`);
      case "empty":
        return `<${p}c r="${at}" s="1"/>`;
    }
  };
  const writeSheet = (rows: readonly RowSpec[]): string => {
    let line = 0;
    const body = rows.map(({ gap: above, cells, numbered }) => {
      line += 1 + above;
      let column = -1;
      const inner = cells.map(({ gap: before, cell: spec }) => {
        column += 1 + before;
        return writeCell(`${columnName(column)}${line}`, spec);
      });
      return tag("row", inner.join("\n"), numbered || cells.length === 0 ? ` r="${line}" spans="1:9"` : "");
    });
    return tag(
      "worksheet",
      `<!-- a comment -->${tag("sheetViews", "")}${tag("sheetData", body.join(""))}${tag("mergeCells", `<${p}mergeCell ref="A1:B1"/>`)}`,
      ` xmlns${p === "" ? "" : ":x"}="${main}"`,
    );
  };
  const parts = sheets.map(writeSheet);
  const path = (target: string) => (absolute ? `/xl/${target}` : target);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRelation}/${type}" Target="${path(target)}"/>`;
  const xfs = [...formats, ...codes]
    .map((format, index) => `<xf numFmtId="${typeof format === "number" ? format : 164 + index}" xfId="0"/>`)
    .join("");
  const numFmts = [...formats, ...codes]
    .map((format, index) =>
      typeof format === "number"
        ? ""
        : `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`,
    )
    .join("");
  const shared = {
    "xl/sharedStrings.xml": strToU8(tag("sst", strings.join(""), ` xmlns${p === "" ? "" : ":x"}="${main}"`)),
  };
  const files: Zippable = {
    "[Content_Types].xml": strToU8("<Types/>"),
    ...(stringsLast ? {} : shared),
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/s${index}.xml`, strToU8(part)])),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="${officeRelation}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets.map((_, index) => `<sheet name="S&amp;${index}" sheetId="${index + 7}" r:id="r${index}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${sheets.map((_, index) => relation(`r${index}`, "worksheet", `worksheets/s${index}.xml`)).join("")}${relation("s", "styles", "styles.xml")}${relation("t", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    ),
    ...(stringsLast ? shared : {}),
  };
  return zipSync(files, { level });
};

/** What the other reader gives, as a table: the first filled row is the header, empty rows are passed over. */
const theirs = async (bytes: Uint8Array) => {
  const sheets = (await readXlsxFile<string>(new Blob([bytes as BlobPart]), {
    trim: false,
    parseNumber: (stored: string) => {
      const value = Number(stored);
      return /e/i.test(stored) && Number.isSafeInteger(value) ? String(value) : stored;
    },
  })) as unknown as { sheet: string; data: (string | boolean | Date | null)[][] }[];
  const isFilled = (cells: readonly unknown[]) => cells.some((each) => each !== null && each !== "");
  const found = sheets.find(({ data }) => data.some(isFilled));
  if (found === undefined) return undefined;
  const rows = found.data.flatMap((cells, index) =>
    isFilled(cells) ? [{ line: index + 1, cells: cells.map(asText) }] : [],
  );
  return {
    file: `b.xlsx/${found.sheet}`,
    header: rows[0]!.cells,
    rows: rows.slice(1).map(({ cells }) => cells),
    lines: rows.slice(1).map(({ line }) => line),
  };
};

const asText = (value: string | boolean | Date | null): string => {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  return typeof value === "string" ? value : String(value).toUpperCase();
};

const ours = async (bytes: Uint8Array): Promise<{ opened: Opened; pieces: number }> => {
  let pieces = 0;
  const onPiece = () => pieces++;
  const blob = new Blob([bytes as BlobPart]);
  for await (const opened of openPackage([{ name: "b.xlsx", blob }], { onPiece })) return { opened, pieces };
  throw new Error("nothing was opened");
};

const cellsOf = (table: Table) => ({
  file: table.file.name,
  header: table.header,
  rows: Array.from({ length: table.rows }, (_, at) =>
    table.columns.map((column) => column.valueOf(column.codes[at]!)),
  ),
  lines: Array.from({ length: table.rows }, (_, at) => table.lineOf(at)),
});

test(
  `cells, headers and lines are those of read-excel-file (${numRuns} workbooks)`,
  async () => {
    let filled = 0;
    await fc.assert(
      fc.asyncProperty(book, async (spec) => {
        fc.pre(textsOf(spec).every(isXml));
        const bytes = write(spec);
        const expected = await theirs(bytes);
        const { opened, pieces } = await ours(bytes);
        if (expected === undefined) expect(opened.problems).toMatchObject([{ kind: "empty-file" }]);
        else expect(opened.table && cellsOf(opened.table)).toEqual(expected);
        if (expected !== undefined && expected.rows.length > 0) {
          filled++;
          expect(pieces).toBeGreaterThan(0);
        }
      }),
      { numRuns },
    );
    expect(filled).toBeGreaterThan(numRuns / 4);
  },
  Math.max(180_000, numRuns * 100),
);

const textsOf = ({ sheets }: BookSpec): string[] =>
  sheets
    .flat()
    .flatMap(({ cells }) => cells.flatMap(({ cell: each }) => ("text" in each ? [each.text] : [])));
