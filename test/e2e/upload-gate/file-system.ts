import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { GateStage } from "./gate-stage.ts";

/** Files as text, by path: `{ "users.csv": "..." }`. */
type Texts = Record<string, string>;

const textsIn = (path: string, folder = ""): Texts =>
  statSync(path).isDirectory()
    ? Object.assign(
        {},
        ...readdirSync(path).map((name) => textsIn(join(path, name), `${folder}${basename(path)}/`)),
      )
    : { [`${folder}${basename(path)}`]: readFileSync(path, "utf8") };

/**
 * From the next page on, the file system's dialogs answer by themselves: with handles of what is chosen with
 * `chooseWith`, in the origin's private file system. Must come before any page is opened.
 */
export const stageFileSystem = async (stage: GateStage, files: string[], folder: string): Promise<void> => {
  await stage.browser.context.addInitScript(() => {
    type Pickers = { showOpenFilePicker?: unknown; showDirectoryPicker?: unknown };
    const world = globalThis as Pickers;
    if (!world.showOpenFilePicker) return;
    world.showOpenFilePicker = async () => {
      const root = await navigator.storage.getDirectory();
      const names = JSON.parse(localStorage.getItem("chosen") ?? "[]") as string[];
      return Promise.all(names.map((name) => root.getFileHandle(name)));
    };
    world.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(localStorage.getItem("folder") ?? "");
  });
  await write(stage, textsIn(folder));
  await stage.page.evaluate((name) => localStorage.setItem("folder", name), basename(folder));
  await chooseWith(stage, files);
};

const write = async ({ page, portal }: GateStage, texts: Texts): Promise<void> => {
  await page.goto(portal.addressOf("other", { marked: false }));
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(all)) {
      const names = path.split("/");
      const name = names.pop()!;
      let folder = root;
      for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, texts);
};

/** What the dialog for files answers with from now on. */
export const chooseWith = async (stage: GateStage, files: string[]): Promise<void> => {
  await write(stage, Object.assign({}, ...files.map((file) => textsIn(file))));
  await stage.page.evaluate(
    (names) => localStorage.setItem("chosen", JSON.stringify(names)),
    files.map((file) => basename(file)),
  );
};
