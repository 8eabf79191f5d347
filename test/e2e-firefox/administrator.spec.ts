import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readUploads, uploadAddress } from "../e2e/story/portal-pages.ts";
import { closeSidebar, isSidebarOpen } from "./browser/browser-window.ts";
import { pressOurs, waitForNoWords, waitForWords } from "./browser/surfaces.ts";
import { call, chooseFiles, go, locateOne, press, textOn, type, until } from "./browser/tab.ts";
import { grantPortal, type Stage, setStage } from "./stage.ts";

/** What an administrator can do with a file, in the shipped build in Firefox. Each step follows the one before. */

let stage: Stage;
const bad = "bad-dangling-references.zip";

beforeAll(async () => {
  stage = await setStage("e2e-firefox-administrator");
  await grantPortal(stage);
});
afterAll(() => stage?.close());

const pathOf = (name: string): string => join(stage.files, "uploads", name);
const choose = (name: string) => chooseFiles(stage.tab, "#upload-file", [pathOf(name)]);
const received = async () => (await readUploads(stage.portal.url)).length;
const chosen = async (): Promise<number> =>
  call(stage.tab, "(input) => input.files.length", await locateOne(stage.tab, "#upload-file"));

/** Presses the portal's own Submit; answers whether a page came of it. */
const submit = async (): Promise<void> => {
  await press(stage.tab, await locateOne(stage.tab, "#upload-submit"));
  await wait(1_500);
};

/** Lets the held file through: the portal's record is of exactly the bytes on the disk. */
const upload = async (name: string): Promise<void> => {
  const before = await received();
  await pressOurs(stage.tab, /^Upload/);
  await waitForWords(stage.tab, /The portal has the file now/);
  await press(stage.tab, await locateOne(stage.tab, "#upload-community"));
  await type(stage.tab, "Bluebonnet ISD");
  await submit();
  await until(
    () => `The portal did not get ${name}.`,
    async () => (await received()) === before + 1,
  );
  const [last] = await readUploads(stage.portal.url);
  const sha256 = createHash("sha256")
    .update(readFileSync(pathOf(name)))
    .digest("hex");
  expect(last?.files.map((file) => [file.name, file.sha256])).toEqual([[basename(name), sha256]]);
};

it("a file with faults is held, not even the portal's own Submit sends it, and the card gives counts", async () => {
  await go(stage.tab, uploadAddress(stage.portal.url));
  await choose(bad);
  const words = await waitForWords(stage.tab, /has faults that the portal/);
  expect(words).toMatch(/[\d,]+ rows in 8 files were read\.\s+Faults: [1-9]\d*\./);
  expect(words).not.toMatch(/CLS-999-KG-01/);
  await stage.show("held");
  await submit();
  expect(await received()).toBe(0);
});

it("what is wrong is said in a window beside the page, where no sidebar is open", async () => {
  const { bidi } = stage.tab;
  await closeSidebar(bidi);
  expect(await isSidebarOpen(bidi)).toBe(false);
  await pressOurs(stage.tab, /^See what is wrong$/);
  const own = stage.firefox.addressOf("sidepanel.html");
  const context = await until(
    () => "No window with the findings was opened.",
    async () => {
      const { contexts } = await bidi.send("browsingContext.getTree", { maxDepth: 0 });
      return contexts.find(({ url }) => url.startsWith(own))?.context;
    },
  );
  const panel = { bidi, context };
  let words = "";
  await until(
    () => `The window does not say what is wrong:\n${words}`,
    async () => {
      words = await textOn(panel);
      return /enrollments\.csv/.test(words);
    },
  );
  await press(panel, await locateOne(panel, "details summary"));
  await until(
    () => "The places of a finding do not unfold.",
    async () =>
      /CLS-999-KG-01/.test(
        await call<string>(panel, '() => document.querySelector("details[open] table")?.innerText ?? ""'),
      ),
  );
  await bidi.send("browsingContext.close", { context });
});

it('"Choose another" takes the file out again', async () => {
  await pressOurs(stage.tab, /^Choose another$/);
  await waitForNoWords(stage.tab, /has faults that the portal/);
  expect(await chosen()).toBe(0);
});

it('"Upload anyway" gives the portal the very bytes, faults or not', async () => {
  await choose(bad);
  await waitForWords(stage.tab, /has faults that the portal/);
  await upload(bad);
});

it.each(["good.zip", "good.xlsx"])("%s is checked, let through, and received byte for byte", async (name) => {
  await go(stage.tab, uploadAddress(stage.portal.url));
  await choose(name);
  await waitForWords(stage.tab, /Nothing was found that would stop|could not be checked completely/);
  await upload(name);
});
