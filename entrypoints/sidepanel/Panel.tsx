import { useEffect, useState } from "preact/hooks";
import { browser } from "#imports";
import type { LedgerItem } from "../../components/LedgerList.tsx";
import { Message } from "../../components/Message.tsx";
import { QuietList } from "../../components/QuietList.tsx";
import { Reminders } from "../../components/Reminders.tsx";
import { ReportView } from "../../components/ReportView.tsx";
import { type Say, sayIn } from "../../components/say.ts";
import { Tabs } from "../../components/Tabs.tsx";
import { nameFilesOf } from "../../utils/findings/container.ts";
import type { Report } from "../../utils/findings/report.ts";
import { type PanelView, toldKey } from "../../utils/messages/desk-services.ts";
import { sayInstant } from "../../utils/procedures/say-date.ts";
import { currentStore, keyAreas } from "../../utils/store/browser-store.ts";
import { removeQuiet } from "../../utils/store/quiet.ts";
import type { PanelData } from "./panel-data.ts";
import { Teach } from "./Teach.tsx";
import { Today } from "./Today.tsx";
import { usePanel } from "./use-panel.ts";

const undoQuiet = (id: string) => removeQuiet(keyAreas().local, id, new Date().toISOString());
const sayAgain = () => browser.storage.session.set({ [toldKey]: [] });
const remind = async (id: string) => (await currentStore()).ledger.markReminded(id, new Date().toISOString());
const openFaultsOf = ({ findings }: Report): number =>
  findings.reduce(
    (sum, { outcome, acknowledged, count }) => sum + (outcome === "fault" && !acknowledged ? count : 0),
    0,
  );
const presses = ({ due }: LedgerItem): boolean => due?.isPressing === true;
const openChecker = () => browser.tabs.create({ url: browser.runtime.getURL("/checker.html") });

/** The teacher's view of the tab in front, and the details behind an in-page verdict. */
export const Panel = () => {
  const { data, failed } = usePanel();
  const [view, setView] = useState<PanelView>("today");
  // The page's "See what is wrong" and a person's own click on a tab: whichever came last counts.
  /** The tab whose page is being taught. */
  const [taught, setTaught] = useState<{ tabId: number; origin: string }>();
  const asked = data?.view;
  useEffect(() => {
    if (asked) setView(asked.name);
  }, [asked?.name, asked?.at, data?.tabId]);

  const language = data?.policy.language ?? "en";
  const say = sayIn(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (failed) return <Message text={say("error")} tone="bad" />;
  if (!data) return <Message text={say("loading")} />;
  const tabs = [
    { id: "today" as const, title: say("view.today") },
    {
      id: "check" as const,
      title: say("view.check"),
      count: data.report ? openFaultsOf(data.report.report) : 0,
    },
    { id: "edits" as const, title: say("view.edits"), count: data.items.filter(presses).length },
  ];
  return (
    <>
      <header class="bar">
        <h1>{say("app.name")}</h1>
        <span class="grow" />
        <button type="button" class="link" onClick={openChecker}>
          {say("open.checker")}
        </button>
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          {say("open.options")}
        </button>
      </header>
      <main>
        <Tabs label={say("view.label")} tabs={tabs} current={view} onChange={setView}>
          {view === "today" && taught?.tabId === data.tabId ? (
            <Teach
              key={taught.tabId}
              {...taught}
              policy={data.policy}
              say={say}
              onClose={() => setTaught(undefined)}
            />
          ) : (
            <View
              view={view}
              data={data}
              say={say}
              onTeach={(origin) => setTaught({ tabId: data.tabId, origin })}
            />
          )}
        </Tabs>
      </main>
      <footer class="quiet">{say("app.promise")}</footer>
    </>
  );
};

const View = ({
  view,
  data,
  say,
  onTeach,
}: {
  view: PanelView;
  data: PanelData;
  say: Say;
  onTeach: (origin: string) => void;
}) => {
  const { policy, report } = data;
  const now = new Date().toISOString();
  const sayWhen = (instant: string) => sayInstant(instant, policy.timeZone, policy.language, now);
  if (view === "today") {
    return (
      <>
        <Today
          page={data.page}
          say={say}
          sayWhen={sayWhen}
          onRemind={remind}
          onTeach={() => onTeach(originIn(data))}
        />
        <QuietList
          quiets={data.quiets}
          said={data.said}
          say={say}
          sayWhen={sayWhen}
          onUndo={undoQuiet}
          onSayAgain={sayAgain}
        />
      </>
    );
  }
  if (view === "edits") {
    return (
      <Reminders
        items={data.items}
        calendar={data.calendar}
        onPage={data.page.kind === "guarded" ? data.page.items.filter(presses).length : undefined}
        say={say}
        onRemind={remind}
      />
    );
  }
  if (!report) return <Message title={say("check.none.title")} text={say("check.none")} />;
  return (
    <>
      <p class="quiet">
        {say("check.of", { files: report.fileNames.slice(0, 3).join(", "), when: sayWhen(report.at) })}
      </p>
      <ReportView
        key={report.jobId}
        report={report.report}
        say={say}
        sayWhen={sayWhen}
        nameFile={nameFilesOf(report.report.files.map(({ name }) => name))}
      />
    </>
  );
};

const originIn = ({ page }: PanelData): string => {
  if (page.kind === "teachable") return page.origin;
  return page.kind === "guarded" ? (page.taught ?? "") : "";
};
