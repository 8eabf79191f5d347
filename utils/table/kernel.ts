import { kernelBytes } from "./kernel-bytes.ts";

/**
 * The scanner's inner loops in WebAssembly (`wasm/`), with its memory: a block of rows is put there, its cells are found
 * and their values told apart, and what came of it is read back. One a thread; nothing in it outlives a block but the values
 * met lately, which are those of `reader`.
 */
export type Kernel = KernelFunctions & {
  bytes: Uint8Array;
  rowStarts: Int32Array;
  codes: Uint32Array;
  bytesOfCodes: Uint8Array;
  halfwordsOfCodes: Uint16Array;
  askedRows: Int32Array;
  askedStarts: Int32Array;
  askedEnds: Int32Array;
  askedHashes: Int32Array;
  answers: Uint32Array;
  runCodes: Uint32Array;
  runLengths: Int32Array;
  hashes: Int32Array;
  moreBits: Uint8Array;
  text: Uint8Array;
  textEnds: Uint32Array;
  /** Bytes that fit, without the two that may be looked at behind them. */
  blockBytes: number;
  mostColumns: number;
  reached: { readonly value: number };
  isOdd: { readonly value: number };
  isUniform: { readonly value: number };
  /** Whose values are remembered. */
  reader: object | undefined;
  /** What was read only to have it near. */
  touched: number;
};

type KernelFunctions = {
  describeRows(columns: number, delimiter: number, lineEnd: number, pair: boolean): void;
  clearCaches(columns: number): void;
  indexRows(from: number, length: number): number;
  codeCells(column: number, rows: number): number;
  takeAnswers(rows: number, questions: number): void;
  countRuns(rows: number): number;
  narrowCodes(rows: number, width: number): void;
  gatherText(column: number, rows: number, from: number): number;
  hashTokens(column: number, rows: number): number;
};

/** The parts of the module's memory, as `wasm/layout.ts` divides it. */
const viewsOf = (exports: WebAssembly.Exports) => {
  const { buffer } = exports.memory as WebAssembly.Memory;
  const at = (name: string): number => (exports[name] as WebAssembly.Global).value;
  const rows = at("blockRows");
  return {
    bytes: new Uint8Array(buffer, at("bytesAt"), at("blockBytes") + 2),
    rowStarts: new Int32Array(buffer, at("rowStartsAt"), rows),
    codes: new Uint32Array(buffer, at("codesAt"), rows),
    bytesOfCodes: new Uint8Array(buffer, at("narrowAt"), rows),
    halfwordsOfCodes: new Uint16Array(buffer, at("narrowAt"), rows),
    askedRows: new Int32Array(buffer, at("askedRowsAt"), rows + 1),
    askedStarts: new Int32Array(buffer, at("askedStartsAt"), rows + 1),
    askedEnds: new Int32Array(buffer, at("askedEndsAt"), rows + 1),
    askedHashes: new Int32Array(buffer, at("askedHashesAt"), rows + 1),
    answers: new Uint32Array(buffer, at("answersAt"), rows + 1),
    runCodes: new Uint32Array(buffer, at("runCodesAt"), rows),
    runLengths: new Int32Array(buffer, at("runLengthsAt"), rows),
    hashes: new Int32Array(buffer, at("hashesAt"), rows),
    moreBits: new Uint8Array(buffer, at("moreBitsAt"), rows),
    text: new Uint8Array(buffer, at("textAt"), at("blockBytes")),
    textEnds: new Uint32Array(buffer, at("textEndsAt"), rows),
    blockBytes: at("blockBytes"),
    mostColumns: at("mostColumns"),
  };
};

let made: Kernel | undefined | null = null;

/** This thread's kernel; undefined where WebAssembly with vectors is not to be had: rows are then read without it. */
export const kernelOfThread = (): Kernel | undefined => {
  if (made !== null) return made;
  try {
    const bytes = Uint8Array.from(atob(kernelBytes), (char) => char.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    made = {
      ...(exports as KernelFunctions & object),
      ...viewsOf(exports),
      reader: undefined,
      touched: 0,
    } as Kernel;
  } catch {
    made = undefined;
  }
  return made;
};
