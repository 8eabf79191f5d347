import type { ByteFile } from "./byte-reader.ts";
import { tooLarge, unreadable, workbookLimits } from "./workbook-limits.ts";
import { createStyles, type Styles } from "./workbook-styles.ts";
import { attributeOf, readXml, unescapeText, type XmlHandlers } from "./workbook-xml.ts";

/** What a workbook's small parts tell of its large ones. */
export type WorkbookParts = {
  /** In the order of the tabs; those that are no sheet of cells (a chart) are left out. */
  sheets: { name: string; part: ByteFile }[];
  strings: ByteFile | undefined;
  styles: Styles;
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
};

/** A part by its path in the zip. */
export type FindPart = (path: string) => ByteFile | undefined;

/** Reads the list of sheets, where each lies, and which styles are dates. */
export const readParts = async (find: FindPart, pause: () => Promise<void>): Promise<WorkbookParts> => {
  const targets = await readRelations(needPart(find, "xl/_rels/workbook.xml.rels"), pause);
  const { sheets, from1904 } = await readSheetList(needPart(find, "xl/workbook.xml"), pause);
  const stylesPart = find(targets.styles ?? "xl/styles.xml");
  const styles = createStyles();
  if (stylesPart !== undefined) await readSmall(stylesPart, styles.handlers, pause);
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const path = targets.sheets.get(relation);
      return path === undefined ? [] : [{ name, part: needPart(find, path) }];
    }),
    strings: find(targets.strings ?? "xl/sharedStrings.xml"),
    styles: styles.finish(stylesPart !== undefined),
    from1904,
  };
};

const needPart = (find: FindPart, path: string): ByteFile => {
  const part = find(path);
  if (part === undefined) throw unreadable(`no ${path}`);
  return part;
};

const ignore = () => {};

const readSmall = async (part: ByteFile, handlers: XmlHandlers, pause: () => Promise<void>) => {
  if (part.size > workbookLimits.partBytes) throw tooLarge("16 MB");
  for await (const _ of readXml(part, handlers)) await pause();
};

/** The last word of a relation's type: the same in the transitional and the strict variant of the standard. */
const relationType = /\/(?:officeDocument\/2006|ooxml\/officeDocument)\/relationships\/(\w+)$/;

type Targets = { sheets: Map<string, string>; strings?: string; styles?: string };

const readRelations = async (part: ByteFile, pause: () => Promise<void>): Promise<Targets> => {
  const found: Targets = { sheets: new Map() };
  const take = (attributes: Readonly<Record<string, string | undefined>>) => {
    const target = attributeOf(attributes, "Target");
    if (target === undefined) return;
    // Some writers give the path from the root of the zip.
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const type = relationType.exec(attributeOf(attributes, "Type") ?? "")?.[1];
    if (type === "worksheet") found.sheets.set(attributeOf(attributes, "Id") ?? "", path);
    if (type === "sharedStrings") found.strings = path;
    if (type === "styles") found.styles = path;
  };
  const open = (name: string, attributes: () => Readonly<Record<string, string | undefined>>) => {
    if (name === "Relationship") take(attributes());
  };
  await readSmall(part, { open, text: ignore, close: ignore }, pause);
  return found;
};

type SheetList = { sheets: { name: string; relation: string }[]; from1904: boolean };

const readSheetList = async (part: ByteFile, pause: () => Promise<void>): Promise<SheetList> => {
  const sheets: SheetList["sheets"] = [];
  let epoch: string | undefined;
  const open: XmlHandlers["open"] = (name, attributes) => {
    // The first holds, as in other readers, where a file was edited by hand and has two.
    if (name === "workbookPr") epoch ??= attributes().date1904 ?? "0";
    if (name !== "sheet") return;
    const title = attributeOf(attributes(), "name");
    if (title) sheets.push({ name: unescapeText(title), relation: attributeOf(attributes(), "id") ?? "" });
  };
  await readSmall(part, { open, text: ignore, close: ignore }, pause);
  return { sheets, from1904: epoch === "1" || epoch === "true" };
};
