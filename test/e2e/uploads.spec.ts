import { join } from "node:path";
import { expect, type Locator, test } from "@playwright/test";
import { setOnce } from "./browser/stages.ts";
import { clickInSurface, waitForNoWords, waitForWords, wordsOn } from "./browser/surfaces.ts";
import {
  dropOn,
  expectNothing,
  expectReceived,
  setGateStage,
  waitForHeld,
  waitForVerdict,
} from "./upload-gate/gate-stage.ts";

/** On every kind of upload page: held, judged, then received byte for byte, or put back without a trace. */
const stage = setOnce(setGateStage);
let users: string;
let orgs: string;

test.beforeAll(async () => {
  users = stage.write(
    "users.csv",
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName\r\n" +
      "U1,,,true,S1,student,u1,,Ana,Núñez\r\nU2,,,true,S1,teacher,u2,,Ben,Okafor\r\n",
  );
  orgs = stage.write("orgs.csv", "sourcedId,status,dateLastModified,name,type\r\nS1,,,Lakeview,school\r\n");
});

const choose = async (button: Locator, files: string[]): Promise<void> => {
  const [chooser] = await Promise.all([stage.page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(files);
};
const upload = () => stage.page.locator("#upload-file");

type Way = {
  kind: string;
  marked?: boolean;
  give: () => Promise<void>;
  files?: () => string[];
  /** Sends what the page has, where it does not go by itself. */
  send?: () => Promise<void>;
  names?: string[];
};
const submit = () => stage.page.locator("#send").click();
const inFrame = () => stage.page.frameLocator("iframe").frameLocator("iframe");

const ways: Way[] = [
  {
    kind: "form",
    give: () => upload().setInputFiles([users, orgs]),
    files: () => [users, orgs],
    send: submit,
  },
  { kind: "fetch-on-change", give: () => upload().setInputFiles(users) },
  { kind: "submit-on-change", give: () => upload().setInputFiles(users) },
  ...["detached", "detached-event", "detached-show", "detached-label", "removed"].map((kind) => ({
    kind,
    give: () => choose(upload(), [users, orgs]),
    files: () => [users, orgs],
  })),
  { kind: "detached", marked: false, give: () => choose(upload(), [users]) },
  { kind: "made-on-click", give: () => choose(stage.page.locator("#pick"), [users]) },
  { kind: "shadow-open", give: () => upload().setInputFiles(users) },
  {
    kind: "shadow-closed",
    give: async () => {
      const input = await stage.page.evaluateHandle(
        () => (globalThis as unknown as { inner: Element }).inner,
      );
      await input.asElement()?.setInputFiles(users);
    },
  },
  {
    kind: "frames",
    give: () => inFrame().locator("#upload-file").setInputFiles(users),
    send: () => inFrame().locator("#send").click(),
  },
  {
    kind: "srcdoc",
    marked: false,
    give: () => stage.page.frameLocator("iframe").locator("#other").setInputFiles(users),
    send: () => stage.page.frameLocator("iframe").locator("#send").click(),
  },
  { kind: "dropzone", give: () => dropOn(stage.page, upload(), [users, orgs]), files: () => [users, orgs] },
  { kind: "zone-over-input", give: () => dropOn(stage.page, upload(), [users]) },
  { kind: "zone-over-input", marked: false, give: () => stage.page.locator("input").setInputFiles(users) },
  {
    kind: "folder",
    // Playwright waits until the page has heard of a folder, which is what the gate prevents.
    give: async () =>
      void upload()
        .setInputFiles(join(stage.folder, "export"))
        .catch(() => undefined),
    files: () => [
      join(stage.folder, "export", "users.csv"),
      join(stage.folder, "export", "more", "orgs.csv"),
    ],
    names: ["export/users.csv", "export/more/orgs.csv"],
  },
  { kind: "label", give: () => choose(stage.page.locator("label"), [users]), send: submit },
  { kind: "controlled", give: () => upload().setInputFiles(users) },
];

for (const { kind, marked = true, give, files = () => [users], send, names } of ways) {
  const name = `${kind}${marked ? "" : ", known by the file's name"}`;

  test(`${name}: held, judged, received byte for byte`, async () => {
    stage.write(join("export", "users.csv"), "sourcedId\r\nU1\r\n");
    stage.write(join("export", "more", "orgs.csv"), "sourcedId\r\nS1\r\n");
    await stage.open(kind, { marked });
    await give();
    await waitForHeld(stage.page);
    await expectNothing(stage);
    await waitForVerdict(stage.page);
    await expectNothing(stage);
    await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
    if (send) {
      await waitForWords(stage.page, "The portal has the file now");
      await send();
    }
    await expectReceived(stage, files(), names ?? undefined);
  });

  test(`${name}: put back, nothing is left, and the next choice is held anew`, async () => {
    await stage.open(kind, { marked });
    await give();
    await waitForVerdict(stage.page);
    await clickInSurface(stage.page, "button", "Choose another");
    await waitForNoWords(stage.page, "Choose another");
    await expectNothing(stage);
    await give();
    await waitForVerdict(stage.page);
    await expectNothing(stage);
  });
}

test("several inputs are one package: held together, given together", async () => {
  await stage.open("several", { marked: false });
  await stage.page.locator("#users").setInputFiles(users);
  await waitForVerdict(stage.page);
  await stage.page.locator("#orgs").setInputFiles(orgs);
  await waitForWords(stage.page, "in 2 files were read");
  await submit();
  await waitForWords(stage.page, "Nothing was sent");
  expect(stage.portal.received).toEqual([]);
  await clickInSurface(stage.page, "button", /^Upload( anyway)?$/);
  await waitForWords(stage.page, "The portal has the file now");
  await submit();
  await expectReceived(stage, [users, orgs]);
});

for (const [what, give] of [
  ["a photo by its input", (file: string) => stage.page.locator("#photo").setInputFiles(file)],
  ["homework by its input", (file: string) => stage.page.locator("#homework").setInputFiles(file)],
  ["homework by a drop", (file: string) => dropOn(stage.page, upload(), [file])],
] as const) {
  test(`${what} passes untouched: the browser's own event reaches the page`, async () => {
    for (const name of ["me.jpg", "homework.pdf", "measurements.csv"]) {
      const file = stage.write(name, `not a roster: ${name}`);
      await stage.open("other", { marked: false });
      await give(file);
      const [received] = await expectReceived(stage, [file]);
      expect(received?.trusted).toBe(true);
      expect(await wordsOn(stage.page)).not.toContain("does not have");
    }
  });
}

test("a photo passes untouched in the very first moment of a page", async () => {
  const photo = stage.write("me.jpg", "not a roster");
  stage.portal.received.length = 0;
  await stage.page.goto(stage.portal.addressOf("other", { marked: false }), { waitUntil: "commit" });
  await stage.page.locator("#photo").setInputFiles(photo);
  const [received] = await expectReceived(stage, [photo]);
  expect(received?.trusted).toBe(true);
});

test("a marked control that opens an input of the page is none of these", async () => {
  await stage.open("label");
  await choose(stage.page.locator("label"), [users]);
  await waitForVerdict(stage.page);
  await stage.page.waitForTimeout(1200);
  expect(await wordsOn(stage.page)).not.toContain("cannot see a file");
});

test("pasted files are held and received as they were", async () => {
  const { page } = stage;
  await stage.browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await stage.open("paste");
  await page.bringToFront();
  // A picture is the only file that a page can put on the clipboard; the zone is marked, so all it takes is held.
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 4);
    canvas.getContext("2d")?.fillRect(0, 0, 2, 2);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  });
  const pasted = () => stage.portal.received.at(-1);
  await upload().focus();
  await page.keyboard.press("ControlOrMeta+V");
  await waitForVerdict(page);
  await expectNothing(stage);
  await clickInSurface(page, "button", /^Upload( anyway)?$/);
  await expect.poll(() => pasted()?.trusted).toBe(false);
  const through = pasted();
  // The same picture on a page where nothing is marked comes by the browser's own event.
  await stage.open("paste", { marked: false });
  await upload().focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(() => pasted()?.trusted).toBe(true);
  expect(through).toMatchObject({ sha256: pasted()?.sha256, bytes: pasted()?.bytes });
});
