import { expect, type Page } from "@playwright/test";
import { waitUntilReady } from "./drive.ts";
import type { Act, Mutation } from "./state.ts";
import type { EditPath, PageTruth, Step } from "./steps.ts";

/** What a page tells of itself on its top window. */
export type Told = {
  truth: () => PageTruth;
  mutations: Mutation[];
  acted: Act[];
  editPaths: EditPath[];
  actions: EditPath[];
  more?: Step;
};

/**
 * Asks the page; a save that navigates takes the old document away under the question, which is then asked again, as it is
 * when the new one has nothing to tell yet.
 */
const ask = async <T>(page: Page, question: () => T | undefined): Promise<T> => {
  for (;;) {
    try {
      await waitUntilReady(page);
      const answer = (await page.evaluate(question)) as T | undefined;
      if (answer !== undefined) return answer;
    } catch (error) {
      if (!String(error).includes("Execution context was destroyed")) throw error;
    }
  }
};
export const readTruth = (page: Page) => ask(page, () => (window as unknown as Partial<Told>).truth?.());
export const readMutations = (page: Page) => ask(page, () => (window as unknown as Partial<Told>).mutations);
export const readActs = (page: Page) => ask(page, () => (window as unknown as Partial<Told>).acted);
export const readEditPaths = (page: Page) => ask(page, () => (window as unknown as Partial<Told>).editPaths);
export const readActions = (page: Page) => ask(page, () => (window as unknown as Partial<Told>).actions);

/** Collects what goes wrong on a page (errors, and requests to anyone but `origin`) into the list it returns. */
export const watchTroubles = (page: Page, origin: string): string[] => {
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== "data:" && asked.protocol !== "blob:" && asked.origin !== origin)
      troubles.push(`asked ${request.url()}`);
  });
  return troubles;
};

/** What the truth must show after a mutation: in the class, out of it, or in another. */
const expectTruthToFollow = (before: PageTruth, after: PageTruth, { kind, studentId }: Mutation) => {
  const find = (truth: PageTruth) => truth.rows.find(({ id }) => id === studentId);
  if (kind === "move") expect(find(after)).not.toEqual(find(before));
  else if (kind === "remove") expect(find(after)).toBeUndefined();
  else expect(find(after)).toBeTruthy();
};

/** The page did the path's edit and no other, and its truth shows it; `before` is the truth from before. Gives the edit. */
export const expectEditMade = async (page: Page, path: EditPath, before: PageTruth): Promise<Mutation> => {
  const logged = async () => (await readMutations(page)).map((made) => `${made.kind} by ${made.path}`);
  await expect.poll(logged, path.name).toContain(`${path.kind} by ${path.name}`);
  const mutations = await readMutations(page);
  expect(new Set(await logged()).size, "nothing but the path's own edit").toBe(1);
  expect(mutations.every(({ at }) => Math.abs(at - Date.now()) < 60_000)).toBe(true);
  expectTruthToFollow(before, await readTruth(page), mutations.at(-1)!);
  return mutations[0]!;
};
