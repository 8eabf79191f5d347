import fc from "fast-check";
import { expect, it } from "vitest";
import { generateClean } from "../../utils/generate/generate.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { writeFile } from "../../utils/generate/write-file.ts";
import { date } from "./check-made.ts";
import { expectConserved } from "./conservation.ts";

/** Damaged bytes: never our fault, always a report, no row lost. `npm run fuzz` runs 20,000. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 300);
const formats = Object.keys(recipes) as Made[];

const packages = new Map(
  formats.map((format) => {
    const { files } = generateClean({ format, students: 8, seed: 1, date });
    const written = files.filter(({ spare }) => !spare);
    return [format, written.map((file) => ({ name: file.name, bytes: writeFile(file) }))] as const;
  }),
);

type Damage = {
  kind: "flip" | "delete" | "double" | "inject" | "cut";
  at: number;
  length: number;
  what: number;
};

const injected = [
  '"',
  '""',
  ',"',
  '",',
  "\r\n",
  "\n",
  "\r",
  "\n\n",
  ",",
  ";",
  "\t",
  "\u0000",
  "\ufeff",
  "é",
  "\u2028",
];
const encoder = new TextEncoder();

const splice = (bytes: Uint8Array, from: number, until: number, more: Uint8Array): Uint8Array => {
  const made = new Uint8Array(from + more.length + bytes.length - until);
  made.set(bytes.subarray(0, from));
  made.set(more, from);
  made.set(bytes.subarray(until), from + more.length);
  return made;
};

/** `at` is a share of the file in millionths, so that one damage means something in files of any size. */
const apply = (bytes: Uint8Array, { kind, at, length, what }: Damage): Uint8Array => {
  const from = Math.floor((at / 1_000_000) * bytes.length);
  const until = Math.min(bytes.length, from + length);
  switch (kind) {
    case "flip": {
      const made = bytes.slice();
      if (from < made.length) made[from] = (made[from] as number) ^ (1 << (what % 8));
      return made;
    }
    case "delete":
      return splice(bytes, from, until, new Uint8Array(0));
    case "double":
      return splice(bytes, until, until, bytes.slice(from, until));
    case "inject":
      return splice(bytes, from, from, encoder.encode(injected[what % injected.length]));
    case "cut":
      return bytes.slice(0, from);
  }
};

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom("flip", "flip", "delete", "double", "inject", "inject", "inject", "cut"),
  at: fc.integer({ min: 0, max: 1_000_000 }),
  length: fc.integer({ min: 1, max: 400 }),
  what: fc.nat(255),
});

it(
  `damaged packages: a report, no fault of ours, and no row lost (${numRuns} runs)`,
  async () => {
    let damaged = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...formats),
        fc.nat(99),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (format, which, damages, given) => {
          const files = packages.get(format) ?? [];
          const at = which % files.length;
          const changed = files.map((file, index) =>
            index === at ? { ...file, bytes: damages.reduce(apply, file.bytes) } : file,
          );
          if (changed[at]?.bytes.length !== files[at]?.bytes.length) damaged++;
          await expectConserved(changed, given ? { format } : {});
        },
      ),
      { numRuns },
    );
    expect(damaged).toBeGreaterThan(numRuns / 4);
  },
  Math.max(120_000, numRuns * 200),
);
