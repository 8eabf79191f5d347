import { attributeOf, type XmlHandlers } from "./workbook-xml.ts";

/**
 * Whether numbers of a style, by its index in the styles' list, are shown as dates; undefined for a style that the workbook
 * does not have.
 */
export type Styles = (style: number) => boolean | undefined;

/**
 * Numbers of formats that are dates in every language, and those of Chinese, Japanese, Korean and Thai editions, which the
 * standard leaves to them (ECMA-376 part 1, 18.8.30).
 */
const dateFormats = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81,
]);
/** Below, a number means what the standard says, whatever the file says. */
const ownFormats = 100;

type Style = { format: number | undefined; base: number | undefined };

/** Collects the styles of cells from the styles' part. */
export const createStyles = (): { handlers: XmlHandlers; finish: (given: boolean) => Styles } => {
  const codes = new Map<number, string | undefined>();
  const bases: Style[] = [];
  const cells: Style[] = [];
  let into: Style[] | undefined;
  const numberOf = (value: string | undefined) => (value ? Number(value) : undefined);
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === "cellStyleXfs") into = bases;
      else if (name === "cellXfs") into = cells;
      else if (name === "xf" && into !== undefined) {
        const { numFmtId, xfId } = attributes();
        into.push({ format: numberOf(numFmtId), base: into === cells ? numberOf(xfId) : undefined });
      } else if (name === "numFmt") {
        const id = Number(attributes().numFmtId);
        if (id >= ownFormats) codes.set(id, attributeOf(attributes(), "formatCode"));
      }
    },
    text: () => {},
    close: (name) => {
      if (name === "cellStyleXfs" || name === "cellXfs") into = undefined;
    },
  };
  const isDate = ({ format, base }: Style): boolean => {
    const shown = format ?? (base ? bases[base]?.format : undefined);
    return shown !== undefined && (dateFormats.has(shown) || isDateCode(codes.get(shown) ?? ""));
  };
  const finish = (given: boolean): Styles => {
    const dates = cells.map(isDate);
    return (style) => (given ? dates[style] : false);
  };
  return { handlers, finish };
};

/** Parts of a date or a time as format codes write them. */
const datePart = /^(?:s{1,2}|m{1,5}|h{1,2}|[ap]m?|d{1,4}|a{3,5}|y|yy|yyyy|e|ee|eeee)$/;

/**
 * Whether a format code ("d/m/yyyy;@") shows a date: one of its sections consists of parts of dates and of nothing that
 * shows digits of a number.
 */
export const isDateCode = (code: string): boolean =>
  code
    .toLowerCase()
    .replace(/;@$/, "")
    .replace(/\\./g, " ")
    .split(";")
    .some((section) => {
      const parts = section
        .replace(/"[^"]*"/g, " ")
        // Fractions of a second, elapsed hours, and what stands in other brackets: colours, conditions, languages.
        .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, "$1")
        .replace(/\[([smhd]{1,2})\]/g, "$1")
        .replace(/\[[^\]]*\]/g, "")
        .split(/[^a-z0#?%]+/)
        .filter((part) => part !== "");
      return parts.length > 0 && parts.every((part) => datePart.test(part));
    });
