import { describe, expect, it } from "vitest";
import type { Measured } from "./answer.ts";
import { summarise, tableRows } from "./summarise.ts";

const run = (seconds: number, peakBytes: number | undefined): Measured => ({
  answer: { ok: true, rows: 1, counts: {} },
  seconds,
  cpuSeconds: seconds / 2,
  peakBytes,
});

const set = { name: "M", rows: 1000, bytes: 2_000_000, place: "node" as const, start: "warm" as const };

describe("summarise", () => {
  it("takes medians, and ratios in our favour above and below one", () => {
    const result = summarise(set, {
      ours: [run(3, 30e6), run(1, 10e6), run(2, 20e6)],
      obvious: [run(10, 100e6), run(16, 80e6)],
    });
    expect(result).toMatchObject({
      speedRatio: 6.5,
      cpuRatio: 6.5,
      memoryRatio: 0.222,
      runs: 3,
      equal: true,
      place: "node",
    });
    expect(result.ours).toEqual({ seconds: 2, cpuSeconds: 1, peakBytes: 20_000_000 });
    expect(tableRows(result)).toBe(
      "| M | node | 2 MB | 1,000 | 2.00 (1.00), 20 MB | obvious | 13.00 (6.50), 90 MB | 6.5 (6.5) | 0.22 |",
    );
  });

  it("leaves memory open where the system does not tell it", () => {
    const result = summarise(set, { ours: [run(1, undefined)], obvious: [run(2, 5)] });
    expect(result.memoryRatio).toBeNull();
    expect(result.ours.peakBytes).toBeNull();
    expect(tableRows(result)).toContain("unknown");
  });

  it("stands alone where the obvious version cannot hold the keys", () => {
    const result = summarise(set, { ours: [run(2, 800_000)] });
    expect(result).toMatchObject({ obvious: null, speedRatio: null, memoryRatio: null, bytesPerByte: 0.4 });
    expect(tableRows(result)).toContain("| none holds the keys |");
  });

  it("sets every peer beside ours, and leaves out those that were not asked for", () => {
    const sides = { ours: [run(2, 10)], obvious: [run(20, 40)] };
    const result = summarise(set, { ...sides, duckdb: [run(8, 50)] });
    expect(result.peers).toEqual({
      duckdb: {
        seconds: 8,
        cpuSeconds: 4,
        peakBytes: 50,
        speedRatio: 4,
        cpuRatio: 4,
        memoryRatio: 0.2,
      },
    });
    expect(tableRows(result).split("\n")).toHaveLength(2);
    expect(summarise(set, sides)).not.toHaveProperty("peers");
  });
});
