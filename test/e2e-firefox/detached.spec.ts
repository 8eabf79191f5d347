import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { uploadAddress } from "../e2e/story/portal-pages.ts";
import { pressOurs, waitForWords } from "./browser/surfaces.ts";
import { type Found, go, locateOne, press, until } from "./browser/tab.ts";
import { grantPortal, type Stage, setStage } from "./stage.ts";

/** A file input that is in no document, in the shipped build in Firefox: seen from the page's own world. */
let stage: Stage;
beforeAll(async () => {
  stage = await setStage("e2e-firefox-detached");
  await grantPortal(stage);
});
afterAll(() => stage?.close());

/** Runs in the page's own world. */
const inPage = async (body: string) => {
  const { bidi, context } = stage.tab;
  const answer = await bidi.send("script.callFunction", {
    functionDeclaration: body,
    target: { context },
    arguments: [],
    awaitPromise: true,
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return answer.result as { sharedId?: string; value?: unknown };
};

const seen = async () =>
  JSON.parse(String((await inPage("() => JSON.stringify(window.seen)")).value)) as string[];

it("is held and given back with the same bytes", async () => {
  const { tab, portal } = stage;
  await go(tab, uploadAddress(portal.url));
  await wait(1500);
  await inPage(`() => {
    window.seen = [];
    document.querySelector("#upload-file").remove();
    const input = document.createElement("input");
    input.type = "file";
    input.onchange = async () => { for (const file of input.files) window.seen.push(await file.text()); };
    window.kept = input;
    const button = document.createElement("button");
    button.type = "button";
    button.id = "upload-file";
    button.textContent = "Choose from this computer";
    button.onclick = () => input.click();
    document.querySelector("h1").after(button);
  }`);
  const { sharedId } = await inPage("() => window.kept");
  await press(tab, await locateOne(tab, "#upload-file"));
  await wait(500);
  const file = join(stage.files, "uploads", "bad-dangling-references.zip");
  const element: Found = { sharedId: sharedId! };
  await tab.bidi.send("input.setFiles", { context: tab.context, element, files: [file] });
  await waitForWords(tab, /Choose another/);
  expect(await seen()).toEqual([]);
  await pressOurs(tab, /^Upload/);
  await until(
    () => "The page was not given its file.",
    async () => (await seen()).length > 0,
  );
  expect((await seen())[0]?.length).toBe(readFileSync(file).toString("utf8").length);
});
