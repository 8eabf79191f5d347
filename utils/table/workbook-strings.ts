import type { ByteFile } from "./byte-reader.ts";
import { viewOf } from "./bytes.ts";
import { tooLarge, workbookLimits } from "./workbook-limits.ts";
import { readXml, unescapeText, type XmlHandlers } from "./workbook-xml.ts";

/** Texts that cells refer to by number, as UTF-8 end to end; `finish` when no more is asked for. */
export type SharedStrings = {
  /** The bytes of text `index` are view[starts[index] .. starts[index + 1]). Both move while texts are read. */
  readonly view: DataView;
  readonly starts: Uint32Array;
  /** Texts read so far. */
  readonly count: number;
  /** Reads on until text `index` is known, or all are. */
  readTo(index: number): Promise<void>;
  /** The text, "" when it is not there. */
  textOf(index: number): string;
  /** Reads what is left, so that its checksum is compared too. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The shared texts, read as far as cells need them: writers number texts in the order in which cells use them, so the first
 * rows do not wait for the last text.
 */
export const openStrings = (part: ByteFile | undefined, pause: () => Promise<void>): SharedStrings => {
  if (part !== undefined && part.size > workbookLimits.stringBytes) throw tooLarge("128 MB");
  let bytes = new Uint8Array(4096);
  let used = 0;
  const add = (text: string) => {
    if (strings.count + 1 === strings.starts.length) strings.starts = enlarge(strings.starts);
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + text.length * 3));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
      strings.view = viewOf(bytes);
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    strings.count++;
    strings.starts[strings.count] = used;
  };
  const pieces = part === undefined ? undefined : readXml(part, stringHandlers(add));
  const strings = {
    view: viewOf(bytes),
    starts: new Uint32Array(1024),
    count: 0,
    readTo: async (index: number) => {
      while (pieces !== undefined && strings.count <= index && !(await pieces.next()).done) await pause();
    },
    textOf: (index: number) =>
      index < strings.count
        ? decoder.decode(bytes.subarray(strings.starts[index], strings.starts[index + 1]))
        : "",
    finish: () => strings.readTo(Number.POSITIVE_INFINITY),
    close: async () => {
      await pieces?.return(undefined);
    },
  };
  return strings;
};

const enlarge = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/** Calls back with each `<si>`: its text, or the texts of its runs one after the other, without the reading aids of `<rPh>`. */
const stringHandlers = (add: (text: string) => void): XmlHandlers => {
  let whole: string | undefined;
  let inText = false;
  let inAid = false;
  return {
    open: (name) => {
      if (name === "si") whole = "";
      else if (name === "t") inText = true;
      else if (name === "rPh") inAid = true;
    },
    text: (text) => {
      if (inText && !inAid && whole !== undefined) whole += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") inAid = false;
      else if (name === "si" && whole !== undefined) {
        add(unescapeText(whole));
        whole = undefined;
      }
    },
  };
};
