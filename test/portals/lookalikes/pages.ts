import type { LookalikePage } from "./page.ts";
import { plainTable } from "./rosters/plain-table.ts";
import { virtualGrid } from "./rosters/virtual-grid.ts";

/** Every look-alike page, rosters first. */
export const pages: readonly LookalikePage[] = [plainTable, virtualGrid];
