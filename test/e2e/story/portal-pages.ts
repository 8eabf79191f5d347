import type { Page } from "@playwright/test";

/** The demo portal as its users and its tests reach it (test/portals/cli-engage/PAGES.md). */

export type PortalClass = { internalId: string; engageId: string; name: string; students: PortalStudent[] };
export type PortalStudent = Record<string, string>;
export type PortalUpload = {
  id: string;
  mode: string;
  status: string;
  files: { name: string; bytes: number; sha256: string }[];
};

const read = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  return (await answer.json()) as T;
};

export const readState = (
  url: string,
): Promise<{ clock: string; lastSync: string; classes: PortalClass[] }> =>
  read(new URL("/state.json", url).href);

export const readClass = async (url: string, internalId: string) =>
  read<{ clock: string; lastSync: string; class: PortalClass; students: PortalStudent[] }>(
    new URL(`/state.json?classInternalId=${encodeURIComponent(internalId)}`, url).href,
  );

export const readUploads = (url: string): Promise<PortalUpload[]> => read(new URL("/uploads.json", url).href);

/** The roster page of a class; the first class of the district when none is named. */
export const rosterAddress = (url: string, internalId?: string): string =>
  new URL(
    internalId === undefined
      ? "/administrative-tools/class-roster-management?community=EDS1400001&school=EDD1400001&class=ECL1400001"
      : `/administrative-tools/class-roster-management?classInternalId=${encodeURIComponent(internalId)}`,
    url,
  ).href;

export const uploadAddress = (url: string): string =>
  new URL("/administrative-tools/universal-roster", url).href;

/** Presses the dashboard's button, as a person would, and waits for the sync to be over. */
export const runNightly = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.locator("#run-nightly").click();
  await page.waitForLoadState("load");
};

/** A cell of the grid by row (0-based) and column, e.g. "first-name". */
export const cell = (page: Page, row: number, column: string) =>
  page.locator(`#roster-grid tbody tr.student-row`).nth(row).locator(`.field-${column}`);
