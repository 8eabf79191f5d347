import { browser } from "#imports";
import type { PortalNews } from "../../utils/messages/answers.ts";
import { currentPolicy } from "../../utils/store/browser-store.ts";

/** Tells every page we are in to greet again: what it was told, or was refused, may no longer hold. */
export const tellTabs = async (news: PortalNews = { type: "portal/news" }): Promise<void> => {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    // Most tabs are none of ours, and nobody listens there.
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, news).catch(() => undefined)),
  );
};

let told: string | undefined;

/** The policy's layers were written: pages are told when the policy they make is another one. */
export const tellOfPolicy = async (): Promise<void> => {
  const policy = JSON.stringify(await currentPolicy.read());
  if (policy === told) return;
  told = policy;
  await tellTabs();
};
