import { browser, defineBackground } from "#imports";
import { createDesk } from "../../utils/messages/desk.ts";
import { toldKey } from "../../utils/messages/desk-services.ts";
import { speakerOf } from "../../utils/messages/sender.ts";
import { currentPolicy, currentStore, noticeStorageChange } from "../../utils/store/browser-store.ts";
import { purgeOld } from "../../utils/store/purge.ts";
import { quietKey } from "../../utils/store/quiet.ts";
import { dropOrphans } from "../../utils/store/rosters.ts";
import { askForPortal } from "./ask-for-portal.ts";
import { answerBrief } from "./brief.ts";
import { forgetReports, forgetTab, makeDeskServices } from "./desk-services.ts";
import { hostInEventPage } from "./event-page-host.ts";
import { injectInto, syncPortalScripts } from "./portal-scripts.ts";
import { seedDemo } from "./seed-demo.ts";
import { makeTeachDesk } from "./teach.ts";
import { tellOfQuiet, tellOfTold } from "./tell-of-quiet.ts";
import { tellOfPolicy, tellTabs } from "./tell-tabs.ts";
import { us } from "./us.ts";

const purgeAlarm = "purge";

/** Wires: listeners are registered at once, because the browser wakes this context with the event it missed. */
export default defineBackground({
  type: "module",
  main() {
    const desk = createDesk(makeDeskServices());
    const teachDesk = makeTeachDesk();

    browser.runtime.onMessage.addListener((message, sender, respond) => {
      const type = (message as { type?: unknown } | null)?.type;
      const isOurs = speakerOf(sender, us()).kind === "extension";
      // Our own pages speak to the background about nothing else; they open the store themselves.
      if (isOurs && type !== "host/brief" && type !== "teach/do") return false;
      // What a person points at in the page is for the side panel, which hears it too.
      if (!isOurs && (type === "teach/chosen" || type === "teach/pointed" || type === "teach/stopped"))
        return false;
      const answer = isOurs
        ? type === "teach/do"
          ? teachDesk(message, sender)
          : answerBrief(message)
        : desk(message, sender);
      answer.then(respond, () => respond({ ok: false, problem: "Rosterguard could not answer." }));
      return true;
    });

    if (import.meta.env.FIREFOX) hostInEventPage();

    browser.action.onClicked.addListener(askForPortal);

    browser.permissions.onAdded.addListener(async ({ origins }) => {
      await syncPortalScripts();
      await injectInto(origins ?? []);
      await tellTabs();
    });
    browser.permissions.onRemoved.addListener(async () => {
      await syncPortalScripts();
      await tellTabs();
    });
    browser.tabs.onRemoved.addListener((tabId) => forgetTab(tabId));
    browser.storage.onChanged.addListener((changes, area) => {
      if (noticeStorageChange(changes, area)) void tellOfPolicy();
      if (area === "local" && changes[quietKey]) void tellOfQuiet(changes[quietKey]);
      if (area === "session" && changes[toldKey]) void tellOfTold(changes[toldKey]);
    });

    const start = async () => {
      await syncPortalScripts();
      await browser.alarms.create(purgeAlarm, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
      await dropOrphans((await currentStore()).database);
    };
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      if (import.meta.env.MODE === "demo") await seedDemo();
      await start();
      // Pages that were open before an install are guarded at once where that is allowed already (by the browser's
      // policy, say). After an update the old script is still in them and asks for a reload.
      const { origins = [] } = await browser.permissions.getAll();
      if (reason === "install") await injectInto(origins);
    });
    browser.runtime.onStartup.addListener(async () => {
      await forgetReports();
      await start();
    });
    browser.alarms.onAlarm.addListener(async ({ name }) => {
      if (name !== purgeAlarm) return;
      const policy = await currentPolicy.read();
      await purgeOld((await currentStore()).database, policy.retention, new Date());
    });
    void currentPolicy.read();
  },
});
