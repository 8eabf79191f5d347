import { detection } from "../../../utils/detect/detection.ts";
import { proposeProfile } from "../../../utils/detect/propose-profile.ts";

/**
 * The detector bundled into a page by `detector-harness.ts`. A page's own world may not enter closed shadow roots as a
 * content script may: the harness keeps those that are made.
 */
const roots = (globalThis as { keptRoots?: WeakMap<Element, ShadowRoot> }).keptRoots;

const shadowOf = (element: Element): ShadowRoot | null => roots?.get(element) ?? element.shadowRoot;

Object.assign(globalThis, {
  detector: {
    ...detection,
    look: (explain?: (container: Element, score: number, reasons: readonly string[]) => void) =>
      detection.detectRosters(document, { shadowOf, ...(explain && { explain }) }),
    proposeProfile,
  },
});
