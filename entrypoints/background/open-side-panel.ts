import { browser } from "#imports";

type Sidebar = { open(): Promise<void>; isOpen(details: { windowId?: number }): Promise<boolean> };

/**
 * Shows the panel of a tab. Must be called in the very task of a click: a browser forgets a click across an await; see
 * DeskServices.openPanel.
 */
export const openSidePanel = (tabId: number): Promise<void> => {
  const opening = import.meta.env.FIREFOX ? openSidebar(tabId) : browser.sidePanel.open({ tabId });
  return opening.catch(() => undefined);
};

/**
 * Firefox takes a click on our icon for a reason to open the sidebar, but not one on our card in a page: unless the
 * sidebar stands open already, and so shows what was asked for, the panel gets a small window beside the page.
 */
const openSidebar = async (tabId: number): Promise<void> => {
  const { sidebarAction } = browser as unknown as { sidebarAction: Sidebar };
  try {
    return await sidebarAction.open();
  } catch {
    // No click that Firefox knows of.
  }
  const { windowId } = await browser.tabs.get(tabId);
  if (await sidebarAction.isOpen(windowId === undefined ? {} : { windowId })) return;
  const url = `${browser.runtime.getURL("/sidepanel.html")}#tab=${tabId}`;
  const [open] = (await browser.tabs.query({})).filter((tab) => tab.url === url);
  if (open?.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  else await browser.windows.create({ url, type: "popup", width: 460, height: 780 });
};
