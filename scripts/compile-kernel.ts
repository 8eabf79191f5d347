import { join } from "node:path";
import asc from "assemblyscript/asc";

const folder = join(import.meta.dirname, "..", "wasm");
/** Of 64 KiB each; `memoryBytes` of `wasm/layout.ts` must fit. */
const pages = "96";

/** The WebAssembly of `wasm/scan.ts`. Throws with the compiler's words when it does not compile. */
export const compileKernel = async (): Promise<Uint8Array> => {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      "scan.ts",
      "--baseDir",
      folder,
      "--outFile",
      "scan.wasm",
      "-O3",
      "--converge",
      "--noAssert",
      "--runtime",
      "stub",
      "--enable",
      "simd",
      "--initialMemory",
      pages,
      "--maximumMemory",
      pages,
    ],
    {
      writeFile: (_, contents) => {
        if (typeof contents !== "string") wasm = contents;
      },
    },
  );
  if (error !== null || wasm === undefined) throw new Error(`wasm/ does not compile: ${stderr.toString()}`);
  return wasm;
};

/** The source file that carries those bytes. */
export const kernelModule = (bytes: Uint8Array): string => {
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,100}/g)!;
  return [
    "// Made from wasm/ by `node scripts/build-kernel.ts`; not edited by hand.",
    "",
    "/** WebAssembly in base64. */",
    "export const kernelBytes =",
    `${lines.map((line) => `  "${line}"`).join(" +\n")};`,
    "",
  ].join("\n");
};
