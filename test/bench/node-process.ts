import { readFileSync } from "node:fs";
import process from "node:process";
import type { Answer, Measured } from "./answer.ts";
import { loadContender, type NodeOrder } from "./node-contender.ts";

/** Bytes of a line of this process's status; undefined where the system does not tell (not Linux). */
const readStatus = (field: "VmHWM" | "VmRSS"): number | undefined => {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
};

const order = JSON.parse(process.argv[2] ?? "{}") as NodeOrder;
const before = readStatus("VmRSS");
let began = performance.now();
let answer: Answer;
try {
  const version = await loadContender(order.name, order.packages);
  if (order.start === "warm") {
    await version.warmUp();
    began = performance.now();
  }
  answer = await version.check(order.paths);
} catch (error) {
  answer = { ok: false, problem: error instanceof Error ? error.message : String(error) };
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
const peak = readStatus("VmHWM");
const measured: Measured = {
  answer,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakBytes: peak === undefined || before === undefined ? undefined : peak - before,
};
// An engine with threads of its own would keep the process.
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
