import { calendar, catalogue, dashboard, timetable } from "./ordinary/day-pages.ts";
import { attendance, gradebook, searchResults, staffList } from "./ordinary/people-pages.ts";
import { discussion, documents, mail, settings } from "./ordinary/word-pages.ts";
import type { LookalikePage } from "./page.ts";
import {
  cards,
  classBoards,
  lazyList,
  listBoxes,
  pagedList,
  shadowRoots,
  spanishApp,
  splitTable,
} from "./rosters/grid-pages.ts";
import { inputGrid } from "./rosters/input-grid.ts";
import { nestedFrames } from "./rosters/nested-frames.ts";
import { plainTable } from "./rosters/plain-table.ts";
import { virtualGrid } from "./rosters/virtual-grid.ts";

/** Every look-alike page, rosters first. */
export const pages: readonly LookalikePage[] = [
  plainTable,
  virtualGrid,
  splitTable,
  cards,
  pagedList,
  lazyList,
  listBoxes,
  inputGrid,
  nestedFrames,
  shadowRoots,
  classBoards,
  spanishApp,
  gradebook,
  calendar,
  searchResults,
  mail,
  settings,
  staffList,
  attendance,
  catalogue,
  timetable,
  documents,
  discussion,
  dashboard,
];
