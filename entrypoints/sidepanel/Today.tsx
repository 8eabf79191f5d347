import { browser } from "#imports";
import { Assumed } from "../../components/Assumed.tsx";
import { Changes } from "../../components/Changes.tsx";
import { LedgerList } from "../../components/LedgerList.tsx";
import { Message } from "../../components/Message.tsx";
import type { Say } from "../../components/say.ts";
import { type PageState, patternOf } from "./panel-data.ts";

/** This page: what became of this class's edits, who came and went, and how it is fed; or what is missing for that. */
export const Today = ({
  page,
  say,
  sayWhen,
  onRemind,
  onTeach,
}: {
  page: PageState;
  say: Say;
  sayWhen: (instant: string) => string;
  onRemind: (id: string) => void;
  onTeach: () => void;
}) => {
  switch (page.kind) {
    case "no-page":
      return <Message title={say("today.none.title")} text={say("today.none")} />;
    case "not-in-policy":
      return (
        <Message title={say("today.unknown.title")} text={say("today.unknown")}>
          <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
            {say("open.options")}
          </button>
        </Message>
      );
    case "teachable":
      return (
        <Message title={say("teach.offer.title")} text={say("teach.offer")}>
          <button type="button" class="primary" onClick={onTeach}>
            {say("teach.offer.button")}
          </button>
        </Message>
      );
    case "not-granted":
      return (
        <Message
          title={say(page.denied ? "today.denied.title" : "today.grant.title")}
          text={say(page.denied ? "today.denied" : "today.grant", { origin: page.origin })}
        >
          <button
            type="button"
            class="primary"
            onClick={() => browser.permissions.request({ origins: [patternOf(page.origin)] })}
          >
            {say("today.grant.button")}
          </button>
        </Message>
      );
    case "reload":
      return <Message title={say("today.reload.title")} text={say("today.reload")} />;
    case "guarded":
      return (
        <>
          <Guarded page={page} say={say} sayWhen={sayWhen} onRemind={onRemind} />
          {page.taught !== undefined && (
            <section class="card">
              <p>{say("teach.again.text")}</p>
              <button type="button" onClick={onTeach}>
                {say("teach.again")}
              </button>
            </section>
          )}
        </>
      );
  }
};

const Guarded = ({
  page,
  say,
  sayWhen,
  onRemind,
}: {
  page: PageState & { kind: "guarded" };
  say: Say;
  sayWhen: (instant: string) => string;
  onRemind: (id: string) => void;
}) => (
  <>
    {page.drift !== undefined && <Message text={page.drift} tone="bad" />}
    {page.summary !== undefined && <Message text={page.summary} />}
    {page.resting !== undefined && (
      <Message title={page.resting.title} text={say("today.resting", { because: page.resting.because })} />
    )}
    {page.unseenFile && (
      <Message title={say("today.unseen-file.title")} text={say("today.unseen-file")} tone="bad" />
    )}
    <h2>{say("today.classes")}</h2>
    {page.sections.length === 0 ? (
      <p class="quiet">{say("today.no-roster")}</p>
    ) : (
      <>
        {page.sections.map(({ id, title, seen }) => (
          <p key={id}>{say("today.class", { title, seen })}</p>
        ))}
        <h2>{say("today.edits")}</h2>
        <LedgerList items={page.items} say={say} onRemind={onRemind} />
        <h2>{say("today.changes")}</h2>
        <Changes changes={page.changes} say={say} sayWhen={sayWhen} />
      </>
    )}
    <h2>{say("today.fed")}</h2>
    <section class="message">
      <h3>{page.notice.title}</h3>
      {page.notice.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
    <Assumed statements={page.assumed} say={say} />
  </>
);
