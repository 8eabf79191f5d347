import { expect, test } from "vitest";
import { compileKernel } from "../scripts/compile-kernel.ts";
import { kernelBytes } from "../utils/table/kernel-bytes.ts";

test("the kernel that is shipped is the one whose source is here", async () => {
  const compiled = await compileKernel();
  expect(
    Buffer.from(compiled).toString("base64"),
    "Run `npm run build:kernel` after a change in wasm/, and commit utils/table/kernel-bytes.ts.",
  ).toBe(kernelBytes);
});
