import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { setOnce } from "./browser/stages.ts";
import { clickInSurface, waitForNoWords, waitForWords, wordsOn } from "./browser/surfaces.ts";
import { chooseWith, stageFileSystem } from "./upload-gate/file-system.ts";
import {
  dropOn,
  expectNothing,
  expectReceived,
  setGateStage,
  waitForHeld,
  waitForVerdict,
} from "./upload-gate/gate-stage.ts";

/**
 * Choices that only a script in the page's own world can stand before: the file system's dialogs, and what stands behind
 * a drop. A person cannot press in a native dialog here, so the browser's own functions are replaced before any script
 * of ours runs, by ones that answer with real handles.
 */
const stage = setOnce(setGateStage);
let users: string;
let folder: string;

test.beforeAll(async () => {
  users = stage.write("users.csv", "sourcedId,status,role\r\nU1,,student\r\nU2,,teacher\r\n");
  folder = join(stage.folder, "export");
  mkdirSync(join(folder, "more"), { recursive: true });
  writeFileSync(join(folder, "orgs.csv"), "sourcedId,status,name,type\r\nS1,,Lakeview,school\r\n");
  writeFileSync(join(folder, "more", "users.csv"), "sourcedId,status,role\r\nU1,,student\r\n");
  await stageFileSystem(stage, [users], folder);
});

const upload = () => stage.page.locator("#upload-file");
const inFolder = () => [join(folder, "orgs.csv"), join(folder, "more", "users.csv")];
const namesInFolder = ["export/orgs.csv", "export/more/users.csv"];

const ways = [
  { kind: "file-picker", give: () => upload().click(), files: () => [users], names: ["users.csv"] },
  { kind: "directory-picker", give: () => upload().click(), files: inFolder, names: namesInFolder },
  {
    kind: "dropzone",
    give: () => dropOn(stage.page, upload(), [folder]),
    files: inFolder,
    names: namesInFolder,
  },
  {
    kind: "dropzone-handles",
    give: () => dropOn(stage.page, upload(), [folder, users]),
    files: () => [...inFolder(), users],
    names: [...namesInFolder, "users.csv"],
  },
];

for (const { kind, give, files, names } of ways) {
  const isPicker = kind.endsWith("picker");
  for (const marked of isPicker ? [true, false] : [true]) {
    test(`${kind}${marked ? "" : ", known by the files' names"}: held, judged, received byte for byte`, async () => {
      await stage.open(kind, { marked });
      await give();
      await waitForHeld(stage.page);
      await expectNothing(stage);
      await waitForVerdict(stage.page);
      await expectNothing(stage);
      await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
      await expectReceived(stage, files(), names);
    });
  }

  test(`${kind}: put back, and the next choice is held anew`, async () => {
    await stage.open(kind);
    for (let turn = 0; turn < 2; turn += 1) {
      await give();
      await waitForVerdict(stage.page);
      await clickInSurface(stage.page, "button", "Choose another");
      await waitForNoWords(stage.page, "Choose another");
      await expectNothing(stage);
      if (isPicker) expect(await stage.page.evaluate("window.refused")).toBe("AbortError");
    }
  });
}

test("a file that is no roster passes a picker at once, where nothing is marked", async () => {
  await chooseWith(stage, [stage.write("minutes.txt", "none")]);
  await stage.open("file-picker", { marked: false });
  await upload().click();
  await expect.poll(() => stage.portal.received.length).toBe(1);
  expect(await wordsOn(stage.page)).not.toContain("Choose another");
  await chooseWith(stage, [users]);
});

test("a page that kept the browser's own functions cannot be seen, and the person is told", async () => {
  await stage.browser.context.addInitScript(() => {
    (globalThis as { keptClick?: unknown }).keptClick = HTMLElement.prototype.click;
  });
  await stage.open("blind");
  const [chooser] = await Promise.all([stage.page.waitForEvent("filechooser"), upload().click()]);
  await chooser.setFiles([users]);
  const [received] = await expectReceived(stage, [users]);
  expect(received?.trusted).toBe(true);
  await waitForWords(stage.page, "cannot see a file that is chosen with this control");
  await waitForWords(stage.page, "Check a file first");
});

/** What a page could tell its functions from the browser's by; those are kept from before any script of ours. */
const compare = () =>
  stage.page.evaluate(() => {
    const world = globalThis as unknown as {
      natives: Record<string, object>;
      places: () => Record<string, object>;
    };
    const tell = (one: object) => {
      const descriptors = Object.getOwnPropertyDescriptors(one);
      return JSON.stringify([descriptors, Object.getPrototypeOf(one) === Function.prototype]);
    };
    return Object.entries(world.places()).map(([name, now]) => ({
      name,
      isSame: now === world.natives[name],
      looksSame: tell(now) === tell(world.natives[name]!),
      source: Function.prototype.toString.call(now),
    }));
  });

test("what stands before the browser's functions looks like them, adds nothing to the page, and goes where nothing is guarded", async () => {
  const { page } = stage;
  await stage.browser.context.addInitScript(() => {
    const places = () => ({
      click: HTMLElement.prototype.click,
      showPicker: HTMLInputElement.prototype.showPicker,
      dispatchEvent: EventTarget.prototype.dispatchEvent,
      webkitGetAsEntry: DataTransferItem.prototype.webkitGetAsEntry,
    });
    const before = Reflect.ownKeys(globalThis);
    const kept = {
      natives: places(),
      places,
      added: () => Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)),
    };
    Object.assign(globalThis, kept);
  });
  await stage.open("detached");
  const guarded = await compare();
  expect(guarded.map(({ isSame }) => isSame)).toEqual([false, false, false, false]);
  expect(guarded.map(({ looksSame }) => looksSame)).toEqual([true, true, true, true]);
  for (const { source } of guarded) expect(source).toMatch(/^function \w*\(\) \{ \[native code\] \}$/);
  const ofThePage = ["natives", "places", "added", "seen", "send", "byId", "steps"];
  const added = await page.evaluate(() =>
    (globalThis as unknown as { added: () => unknown[] }).added().map(String),
  );
  expect(added.filter((name) => !ofThePage.includes(name))).toEqual([]);
  await stage.guardNothing();
  await expect.poll(async () => (await compare()).every(({ isSame }) => isSame)).toBe(true);
});
