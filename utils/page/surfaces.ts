import { createCallout } from "./callout.ts";
import { createCardPlace } from "./card-place.ts";
import { createEditDiary } from "./edit-diary.ts";
import { findAgain } from "./find-again.ts";
import { hasSaveControl } from "./find-save.ts";
import { openGateCard } from "./gate-card.ts";
import { createNotice } from "./notice.ts";
import { createPendingEdits } from "./pending-edits.ts";
import { readRoster } from "./read-roster.ts";
import { showReloadNote } from "./reload-note.ts";
import { createRosterMemory } from "./roster-memory.ts";
import { viewByContent, viewByProfile } from "./roster-view.ts";
import { createSurface } from "./surface/surface.ts";
import { watchAnyEdit } from "./watch-any-edit.ts";
import { writeRosters } from "./write-students.ts";

/**
 * All that is of use only once a page is known: what shows things, and what tells any edit of a roster. A script of its
 * own, which comes into a page with the greeting (parts.ts).
 */
export const surfaces = {
  createSurface,
  createCallout,
  createNotice,
  openGateCard,
  createCardPlace,
  showReloadNote,
  watchAnyEdit,
  createEditDiary,
  createPendingEdits,
  hasSaveControl,
  findAgain,
  viewByContent,
  viewByProfile,
  readRoster,
  createRosterMemory,
  writeRosters,
};
export type Surfaces = typeof surfaces;
