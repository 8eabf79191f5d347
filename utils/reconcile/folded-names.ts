import { hashId } from "../packed/hash-id.ts";
import { isSameBytes } from "../packed/same-record.ts";
import { readUtf8 } from "../packed/utf8.ts";
import { foldName } from "../roster/fold-name.ts";

type Known = { bytes: Uint8Array; number: number };

/**
 * Numbers names as they compare: two with one number are folded to the same. A roster repeats a few thousand names, so that
 * nearly all are known by their bytes, without a text. 0 is what is folded to nothing.
 */
export type FoldedNames = {
  ofBytes: (bytes: Uint8Array, start: number, end: number) => number;
  /** Of a folded name. */
  ofFolded: (folded: string) => number;
};

export const numberNames = (): FoldedNames => {
  const byHash = new Map<number, Known[]>();
  const numbers = new Map<string, number>([["", 0]]);
  const ofFolded = (folded: string): number => {
    let number = numbers.get(folded);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(folded, number);
    }
    return number;
  };
  return {
    ofFolded,
    ofBytes: (bytes, start, end) => {
      const hash = hashId(bytes, start, end);
      const known = byHash.get(hash);
      const length = end - start;
      if (known !== undefined)
        for (const { bytes: own, number } of known)
          if (own.length === length && isSameBytes(own, 0, bytes, start, length)) return number;
      const number = ofFolded(foldName(readUtf8(bytes, start, end)));
      const made = { bytes: bytes.slice(start, end), number };
      if (known === undefined) byHash.set(hash, [made]);
      else known.push(made);
      return number;
    },
  };
};
