import { browser } from "#imports";
import { deniedKey } from "../../utils/messages/desk-services.ts";
import { openSidePanel } from "./open-side-panel.ts";

type ClickedTab = { id?: number | undefined; url?: string | undefined };

/**
 * The icon was pressed: opens the side panel and asks for the site in the tab, so that a portal is granted in two
 * clicks (icon, Allow). Both are asked for before anything is awaited: a browser forgets a click across an await, and
 * what the policy says may not be known yet in a background that was just woken. A site that is allowed already is
 * not asked for again; the browser answers at once.
 */
export const askForPortal = ({ id, url }: ClickedTab): void => {
  if (id === undefined) return;
  void openSidePanel(id);
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) return;
  const pattern = `${address.protocol}//${address.hostname}/*`;
  browser.permissions.request({ origins: [pattern] }).then(
    (granted) =>
      granted
        ? browser.storage.session.remove(deniedKey(id))
        : browser.storage.session.set({ [deniedKey(id)]: address.origin }),
    // A site that no person can grant, such as one without encryption: the panel says what it is.
    () => undefined,
  );
};
