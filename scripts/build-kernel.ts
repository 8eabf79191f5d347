// Compiles wasm/ into utils/table/kernel-bytes.ts. Run it after a change there; a test compares the two.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileKernel, kernelModule } from "./compile-kernel.ts";

const target = join(import.meta.dirname, "..", "utils", "table", "kernel-bytes.ts");
const bytes = await compileKernel();
writeFileSync(target, kernelModule(bytes));
console.log(`utils/table/kernel-bytes.ts holds ${bytes.length} bytes of WebAssembly.`);
