import { spawn } from "node:child_process";
import process from "node:process";
import type { Measured } from "./answer.ts";
import type { NodeOrder } from "./node-contender.ts";

/** Far above the slowest set, as in the page. */
const patience = 20 * 60 * 1000;

/** One run in a Node process of its own; `script` is the bundled `node-process.ts`. What kills the process is its answer. */
export const measureInNode = (script: string, order: NodeOrder): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: patience,
    });
    let [said, complained] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complained += text;
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      try {
        resolve(JSON.parse(said.trim().split("\n").at(-1) ?? "") as Measured);
      } catch {
        const why = complained.trim().split("\n").at(-1) ?? "";
        const problem = `The process ended with ${signal ?? code}${why === "" ? "" : `: ${why}`}.`;
        resolve({ answer: { ok: false, problem }, seconds: 0, cpuSeconds: 0, peakBytes: undefined });
      }
    });
  });
