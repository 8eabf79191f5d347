import type { Report } from "../findings/report.ts";
import type { RosterguardDatabase } from "./database.ts";
import { openJson, sealJson } from "./sealed.ts";

/** A report as it is kept for the side panel: which job made it, and the names of the files that were chosen. */
export type StoredReport = { jobId: string; at: string; fileNames: string[]; report: Report };

/** The last report of a tab ("tab:12"), sealed. */
export type ReportShelf = {
  read(id: string): Promise<StoredReport | null>;
  write(id: string, stored: StoredReport): Promise<void>;
  forget(id: string): Promise<void>;
};

export const openReportShelf = (database: RosterguardDatabase, key: CryptoKey): ReportShelf => ({
  async read(id) {
    const row = await database.reports.get(id);
    return row ? openJson<StoredReport>(key, row) : null;
  },
  async write(id, stored) {
    await database.reports.put({ id, jobId: stored.jobId, at: stored.at, ...(await sealJson(key, stored)) });
  },
  async forget(id) {
    await database.reports.delete(id);
  },
});

/** The id under which a tab's last report stands. */
export const tabReportId = (tabId: number): string => `tab:${tabId}`;
