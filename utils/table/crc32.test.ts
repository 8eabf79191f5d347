import { crc32 as reference } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "./crc32.ts";

test("the published check value", () => {
  expect(crc32(0, new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("zlib's checksum, wherever the data is cut", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(70), (bytes, cut) => {
      const joined = crc32(crc32(0, bytes.subarray(0, cut)), bytes.subarray(cut));
      expect(joined).toBe(reference(bytes));
    }),
  );
});
