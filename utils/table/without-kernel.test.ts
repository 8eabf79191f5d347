import { vi } from "vitest";

// Where WebAssembly is refused, files are read by the scanner in TypeScript: the same tests hold for it.
vi.mock("./kernel.ts", () => ({ kernelOfThread: () => undefined }));

await import("./against-papa.test.ts");
await import("./bad-input.test.ts");
await import("./distinct-column.test.ts");
await import("./encodings.test.ts");
await import("./own-values.test.ts");
await import("./split.test.ts");
