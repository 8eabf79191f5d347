import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { playAdministrator } from "../test/e2e/story/administrator.ts";
import { rosterAddress } from "../test/e2e/story/portal-pages.ts";
import { type Stage, setStage } from "../test/e2e/story/stage.ts";
import { playTeacher } from "../test/e2e/story/teacher.ts";
import { findBrowser } from "./find-browser.ts";

/** `npm start`: the main job in a real browser; without a display the whole story, told and photographed. */
const output = join(import.meta.dirname, "..", ".output", "demo");

const hasDisplay = (): boolean =>
  !process.env.CI &&
  !process.argv.includes("--headless") &&
  (process.platform === "darwin" ||
    process.platform === "win32" ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

const build = (): void => {
  console.log("Building the extension (demo build: allowed on loopback only) ...");
  const built = spawnSync("wxt", ["build", "--mode", "demo"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The extension did not build.\n${built.stdout}${built.stderr}`);
};

const openForPerson = async (): Promise<void> => {
  const stage = await setStage({ output, headless: false });
  await stage.page.goto(rosterAddress(stage.portal.url));
  console.log(`
The demo portal runs at ${stage.portal.url}, and a browser with Rosterguard in it shows a class roster.

As a teacher:  touch a student's first name, the + icon, or set Status to Inactive. Save with Submit, then press
               "Run tonight's sync" on the dashboard and come back to the class.
As an administrator:  Administrative Tools > Class & Student Management > Universal Roster, and choose a file from
               ${join(stage.files, "uploads")}

Close the browser to end.`);
  await new Promise((resolve) => stage.browser.context.on("close", resolve));
  await stage.portal.close();
};

const play = async (): Promise<void> => {
  let step = 0;
  let shots = 0;
  const tell = (line: string) => {
    step += 1;
    console.log(`${String(step).padStart(2)}. ${line}`);
  };
  console.log("\nNo display: playing a teacher's and an administrator's day in headless Chromium.");
  // Each day on a portal and in a browser of its own: what one leaves behind is not the other's.
  for (const [who, playDay] of [
    ["The teacher", playTeacher],
    ["The administrator", playAdministrator],
  ] as const) {
    console.log(`\n${who}`);
    const stage: Stage = await setStage({ output, tell, shots });
    try {
      await playDay(stage);
    } finally {
      shots = stage.shots();
      await stage.close();
    }
  }
  console.log(`\nEvery step happened. Screenshots: ${join(".output", "demo")}`);
};

try {
  findBrowser();
  build();
  rmSync(output, { recursive: true, force: true });
  await (hasDisplay() ? openForPerson() : play());
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
