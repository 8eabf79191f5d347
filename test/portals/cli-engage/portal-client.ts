import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { paths } from "./layout.ts";
import { rosterFields, toUsDate } from "./roster-fields.ts";
import type { RunningPortal } from "./server.ts";
import type { PortalClass, PortalStudent, Upload } from "./state.ts";

/** What a person's browser would send, for tests without one. */

export type ClassState = { clock: string; lastSync: string; class: PortalClass; students: PortalStudent[] };

export const readClassState = async ({ url }: RunningPortal, internalId: string): Promise<ClassState> =>
  (await fetch(`${url}/state.json?classInternalId=${internalId}`)).json() as Promise<ClassState>;

export const readUploads = async ({ url }: RunningPortal): Promise<Upload[]> =>
  (await fetch(`${url}/uploads.json`)).json() as Promise<Upload[]>;

export const runNightly = ({ url }: RunningPortal): Promise<Response> =>
  fetch(`${url}/nightly`, { method: "POST", headers: { accept: "application/json" } });

/** Submits the grid of a class as the page would, with these rows. */
export const submitRoster = (
  { url }: RunningPortal,
  section: PortalClass,
  rows: readonly Partial<PortalStudent>[],
): Promise<Response> => {
  const form = new URLSearchParams({ id: section.engageId });
  for (const [index, row] of rows.entries()) {
    form.set(`Students[${index}].EngageId`, row.engageId ?? "");
    for (const { key, post } of rosterFields) {
      const value = row[key] ?? "";
      form.set(`Students[${index}].${post}`, key === "birthDate" ? toUsDate(value) : value);
    }
  }
  return fetch(`${url}${paths.roster}?class=${section.engageId}`, { method: "POST", body: form });
};

/** Uploads files as the Universal Roster form would; the newest upload is the answer's. */
export const uploadFiles = async (
  running: RunningPortal,
  files: readonly string[],
  mode: Upload["mode"],
): Promise<Upload> => {
  const form = new FormData();
  form.set("community", "Bluebonnet ISD");
  form.set("mode", mode);
  for (const file of files) form.append("file", new Blob([readFileSync(file)]), basename(file));
  const answer = await fetch(`${running.url}${paths.universal}`, { method: "POST", body: form });
  if (!answer.ok) throw new Error(await answer.text());
  return (await readUploads(running))[0]!;
};

/** Presses Play and waits until the upload is finished. */
export const playUpload = async (running: RunningPortal, id: string): Promise<Upload> => {
  await fetch(`${running.url}${paths.universal}/${id}/process`, { method: "POST" });
  for (;;) {
    const upload = (await readUploads(running)).find((one) => one.id === id);
    if (upload?.status.startsWith("Finished")) return upload;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
