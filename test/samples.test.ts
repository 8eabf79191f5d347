import { describe, expect, it } from "vitest";
import { runChecks } from "../utils/checks/run-checks.ts";
import { formats } from "../utils/formats/index.ts";
import { contextOf } from "./sample-package.ts";
import { samples } from "./samples/index.ts";

it("is there for every format", () => {
  expect(formats.map(({ id }) => id).filter((id) => samples[id] === undefined)).toEqual([]);
});

const known = Object.keys(samples).filter((id) => id !== "unknown");

describe.each(known)("the clean package of %s", (format) => {
  it("has a file for every role that its examples may speak of", () => {
    const { files, fileNames } = contextOf({ format });
    expect(fileNames.length).toBeGreaterThan(0);
    expect([...files.values()].map(({ table }) => table.file.name).sort()).toEqual([...fileNames].sort());
  });

  it("tells its rows apart by the keys it names", () => {
    const sample = samples[format];
    for (const [file, rows] of Object.entries(sample?.files ?? {})) {
      const keys = sample?.keys[file] ?? [];
      expect(keys.length, `${file} needs keys`).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => keys.map((key) => row[key]).join("\t"))).size).toBe(rows.length);
      for (const row of rows) for (const key of keys) expect(row[key], `${file} ${key}`).toBeTruthy();
    }
  });

  it("gives no finding, and nothing is left unchecked but what only an LEA can give", async () => {
    const { findings, notChecked } = await runChecks(contextOf({ format }));
    expect(findings).toEqual([]);
    const notGiven = ["no-previous", "not-configured"];
    expect(notChecked.filter(({ because }) => !notGiven.includes(because.kind))).toEqual([]);
  });
});
