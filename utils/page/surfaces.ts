import { createCallout } from "./callout.ts";
import { openGateCard } from "./gate-card.ts";
import { createNotice } from "./notice.ts";
import { showReloadNote } from "./reload-note.ts";
import { createSurface } from "./surface/surface.ts";

/** All that only shows things: a script of its own, which comes into a page once the page is known (parts.ts). */
export const surfaces = { createSurface, createCallout, createNotice, openGateCard, showReloadNote };
export type Surfaces = typeof surfaces;
