import type { Accept } from "./accept.ts";
import { compilePattern } from "./accept-pattern.ts";
import type { Field } from "./format.ts";

/** What a value of the right type may still break: its length, its pattern or its range. */
export type Breach = "length" | "pattern" | "range";

export type Limits = {
  /** `true` means that nothing is broken, `false` "ask breachOf", as with the byte checks of types. */
  accept: Accept;
  breachOf: (text: string) => Breach | undefined;
};

const isInRange = ({ min = -Infinity, max = Infinity }: NonNullable<Field["range"]>, value: number) =>
  value >= min && value <= max;

/** Digits of a number that is exact in a double. */
const acceptRange =
  (range: NonNullable<Field["range"]>): Accept =>
  (bytes, start, end) => {
    if (end === start || end - start > 15) return false;
    let value = 0;
    for (let at = start; at < end; at++) {
      const digit = (bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return false;
      value = value * 10 + digit;
    }
    return isInRange(range, value);
  };

const makeLimits = ({ pattern, maxLength, range, list }: Field): Limits | undefined => {
  if (pattern === undefined && maxLength === undefined && range === undefined) return undefined;
  const never: Accept = () => false;
  const accepters: Accept[] = [];
  // UTF-8 never has fewer bytes than code points.
  if (maxLength !== undefined) accepters.push((_bytes, start, end) => end - start <= maxLength);
  if (pattern !== undefined) accepters.push(compilePattern(pattern.source) ?? never);
  if (range !== undefined) accepters.push(acceptRange(range));
  const shape = pattern && new RegExp(`^(?:${pattern.source})$`, "u");
  const breachOfItem = (text: string): Breach | undefined => {
    if (maxLength !== undefined && text.length > maxLength && [...text].length > maxLength) return "length";
    if (shape !== undefined && !shape.test(text)) return "pattern";
    if (range !== undefined && !isInRange(range, Number(text))) return "range";
    return undefined;
  };
  return {
    accept:
      list === true ? never : (bytes, start, end) => accepters.every((accept) => accept(bytes, start, end)),
    breachOf: (text) => {
      for (const item of list === true ? text.split(",") : [text]) {
        const breach = breachOfItem(list === true ? item.trim() : item);
        if (breach !== undefined) return breach;
      }
      return undefined;
    },
  };
};

const memo = new WeakMap<Field, { limits: Limits | undefined }>();

/** A field's pattern, length and range, ready to judge values of its type; `undefined` when it has none. */
export const limitsOf = (field: Field): Limits | undefined => {
  const known = memo.get(field);
  if (known !== undefined) return known.limits;
  const limits = makeLimits(field);
  memo.set(field, { limits });
  return limits;
};
