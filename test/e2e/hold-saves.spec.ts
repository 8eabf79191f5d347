import { expect, test } from "@playwright/test";
import { follow } from "../portals/lookalikes/drive.ts";
import { expectEditMade, readMutations, readTruth } from "../portals/lookalikes/told.ts";
import { clickInSurface, waitForWords, wordsOn } from "./browser/surfaces.ts";
import { stageLookalikes } from "./page/taught-page.ts";

/**
 * Where the LEA has saves confirmed: on pages taught from themselves, which name no control that saves, a save is held
 * where it is plain that it saves an edit of the roster, and whatever is not plain goes through.
 */
test.describe.configure({ mode: "parallel" });

const { teach, visit } = stageLookalikes();

const open = async (slug: string, name: string) => {
  const { taught, paths } = await teach(slug);
  const path = paths.find((each) => each.name === name);
  if (!path) throw new Error(`There is no ${name} on ${slug}.`);
  const visited = await visit(slug, taught, { level: "confirm" });
  const before = await readTruth(visited.page);
  const read = () => new Set(visited.sent.flatMap(({ section }) => section ?? [])).size;
  await expect.poll(read, "rosters read").toBeGreaterThanOrEqual(before.rosters.length);
  await visited.page.waitForTimeout(300);
  return { ...visited, path, before };
};

/** With the number of changes, where a save makes more than one. */
const held: [slug: string, path: string, changes?: number][] = [
  ["paged-list", "edit-dialog"],
  ["cards", "card-menu-details"],
  ["cards", "bulk-move", 2],
  ["spanish-app", "inscribir-alumno"],
  ["spanish-app", "cambiar-de-grupo"],
  ["class-boards", "dialog-birth-date"],
  ["input-grid", "type-in-last-name"],
  ["input-grid", "inactivate"],
  ["list-boxes", "remove-button"],
  ["list-boxes", "remove-double-click"],
  ["virtual-grid", "add-dialog"],
];

for (const [slug, name, changes = 1] of held) {
  test(`${slug}: the save of ${name} is held until the person goes on, and is then made once`, async () => {
    const { page, path, before, sent, troubles } = await open(slug, name);
    await follow(page, path);
    await waitForWords(page, "Nothing is saved yet.");
    expect(await readMutations(page)).toEqual([]);
    await clickInSurface(page, "button", "Save anyway");
    await expectEditMade(page, path, before);
    expect((await readMutations(page)).length).toBe(changes);
    expect(sent.filter(({ type }) => type === "portal/held").length).toBe(1);
    expect(troubles).toEqual([]);
  });
}

/** What saves by itself, at once, or on the way out of a field has no save that could be held. */
const passing: [slug: string, path: string][] = [
  ["cards", "card-grade"],
  ["cards", "editable-name"],
  ["paged-list", "withdraw-link-get"],
  ["spanish-app", "celda-editable"],
  ["virtual-grid", "double-click"],
  ["class-boards", "drag-and-drop"],
];

for (const [slug, name] of passing) {
  test(`${slug}: ${name} is told of, and nothing is held`, async () => {
    const { page, path, before, sent, troubles } = await open(slug, name);
    await follow(page, path);
    await expectEditMade(page, path, before);
    expect(await wordsOn(page)).not.toContain("Nothing is saved yet.");
    const types = sent.map(({ type }) => type);
    expect(types).toContain("portal/intent");
    expect(types).not.toContain("portal/held");
    expect(troubles).toEqual([]);
  });
}
