import type { Field } from "../formats/format.ts";

/** Marks that a spreadsheet leaves on values it took for dates or numbers. */
export type SpreadsheetDamage = "date" | "time" | "serial" | "scientific" | "error";

const months = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic";
const date = new RegExp(`^(?:\\d{1,2}-(?:${months})(?:-\\d{2})?|(?:${months})-\\d{1,2})$`, "i");
const time = /^\d{1,3}:\d{2}\.\d$/;
const scientific = /^\d(?:\.\d+)?E\+\d{1,3}$/i;
const error = /^(?:#{3,}|#(?:REF|NAME\?|VALUE|DIV\/0|NUM|NULL)!?|#N\/A)$/;
/** Days since 1900 that fall between 1927 and 2064: what a date becomes when its cell loses its format. */
const serial = /^[1-5]\d{4}(?:\.\d+)?$/;

/** Where a number may be what is left of a date. */
export const isDateType = ({ type }: Field): boolean => type === "date" || type === "datetime";

/**
 * What a spreadsheet did to a value of this field, if anything. A list cell is damaged as a whole: "6,7,8" does not
 * become a date.
 */
export const findDamage = (field: Field, text: string): SpreadsheetDamage | undefined => {
  const value = text.trim();
  if (date.test(value)) return "date";
  if (time.test(value)) return "time";
  if (scientific.test(value)) return "scientific";
  if (error.test(value)) return "error";
  if (isDateType(field) && serial.test(value)) return "serial";
  return undefined;
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;

/** Byte check that lets through only what `findDamage` might name in a field that is no date: cheap and seldom true. */
export const mayBeDamaged = (bytes: Uint8Array, start: number, end: number): boolean => {
  const length = end - start;
  if (length < 3 || length > 24) return false;
  if (bytes[start] === 35) return true;
  if (length > 12) return false;
  // "12-Sept-26" and "Sept-26" are the longest dates.
  const fitsDate = length <= (isLetter(bytes[start]) ? 7 : 10);
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at] as number;
    if (byte === 58 || byte === 43) return isDigit(bytes[start]) || bytes[start] === 32;
    // "8-Jun" and "Jun-08": a hyphen between a short number and a short word.
    if (byte === 45) {
      return (
        fitsDate &&
        at - start <= 4 &&
        isDigit(bytes[at - 1]) !== isDigit(bytes[at + 1]) &&
        isLetter(bytes[at - 1]) !== isLetter(bytes[at + 1])
      );
    }
  }
  return false;
};
