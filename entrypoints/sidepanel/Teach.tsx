import { Message } from "../../components/Message.tsx";
import { saveFile } from "../../components/save-file.ts";
import type { Say } from "../../components/say.ts";
import { TeachColumns } from "../../components/TeachColumns.tsx";
import { TeachControls } from "../../components/TeachControls.tsx";
import { TeachDone } from "../../components/TeachDone.tsx";
import { TeachFate } from "../../components/TeachFate.tsx";
import { TeachFind } from "../../components/TeachFind.tsx";
import { TeachSave } from "../../components/TeachSave.tsx";
import { TeachView } from "../../components/TeachView.tsx";
import type { Word } from "../../components/words-en.ts";
import {
  type Missing,
  meanings,
  missingIn,
  nameColumn,
  pickControl,
  purposes,
  type TeachDraft,
} from "../../utils/messages/teach-draft.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { useTeach } from "./use-teach.ts";

const wanting: Record<Missing, Word> = {
  roster: "teach.find.none",
  name: "teach.columns.need-name",
  days: "teach.fate.need-days",
  title: "teach.save.need-name",
};

/** Teaching the page of the tab in front, from finding the roster to saving it. */
export const Teach = ({
  tabId,
  origin,
  policy,
  say,
  onClose,
}: {
  tabId: number;
  origin: string;
  policy: Policy;
  say: Say;
  onClose: () => void;
}) => {
  const teach = useTeach(tabId, origin, policy, say);
  const { state } = teach;
  switch (state.kind) {
    case "finding":
      return <Message text={say("teach.finding")} />;
    case "failed":
      return (
        <Message text={state.problem}>
          <div class="actions">
            <button type="button" class="primary" onClick={teach.begin}>
              {say("teach.begin-again")}
            </button>
            <button type="button" onClick={onClose}>
              {say("teach.stop")}
            </button>
          </div>
        </Message>
      );
    case "done": {
      const { profile, settings } = state.taught;
      return (
        <TeachDone
          title={profile.title}
          portalEntry={JSON.stringify(settings, null, 2)}
          say={say}
          onFile={() => saveFile(`${profile.id}.profile.json`, profile)}
          onClose={onClose}
        />
      );
    }
    case "draft": {
      const { draft, notice } = state;
      const missing = missingIn(draft);
      return (
        <TeachView
          step={draft.step}
          say={say}
          notice={notice}
          missing={missing === undefined ? "" : say(wanting[missing])}
          onBack={() => teach.move(-1)}
          onNext={draft.step === "save" ? undefined : () => teach.move(1)}
          onStop={onClose}
        >
          <Step draft={draft} problems={state.problems} say={say} teach={teach} />
        </TeachView>
      );
    }
  }
};

const Step = ({
  draft,
  problems,
  say,
  teach,
}: {
  draft: TeachDraft;
  problems: readonly string[];
  say: Say;
  teach: ReturnType<typeof useTeach>;
}) => {
  const { change } = teach;
  const { columns, controls, picked, details, added, knowsWhen, sync, title } = draft;
  switch (draft.step) {
    case "find":
      return (
        <TeachFind
          rosters={draft.rosters}
          chosen={draft.chosen}
          say={say}
          onChoose={teach.choose}
          onChooseInPage={teach.chooseInPage}
        />
      );
    case "columns":
      return (
        <TeachColumns
          columns={columns}
          meanings={meanings}
          hasId={draft.rosters[draft.chosen]?.roster.hasId ?? false}
          say={say}
          onMean={(key, field) => change((before) => nameColumn(before, key, field))}
          onShow={teach.showColumn}
        />
      );
    case "controls":
      return (
        <TeachControls
          purposes={purposes}
          controls={controls}
          picked={picked}
          say={say}
          onPick={(purpose, selector) => {
            change((before) => pickControl(before, purpose, selector));
            teach.showControl(selector);
          }}
          onPoint={teach.point}
        />
      );
    case "fate":
      return (
        <TeachFate
          details={details}
          added={added}
          knowsWhen={knowsWhen}
          sync={sync}
          say={say}
          onFate={(what, fate) => change((before) => ({ ...before, [what]: fate }))}
          onSync={(given) => change((before) => ({ ...before, sync: given }))}
          onKnowsWhen={(knows) => change((before) => ({ ...before, knowsWhen: knows }))}
        />
      );
    case "save":
      return (
        <TeachSave
          title={title}
          columns={columns.filter(({ field }) => field !== "none").map(({ field }) => sayMeaning(field, say))}
          controls={Object.keys(picked).length}
          problems={problems}
          isReady={title.trim() !== ""}
          say={say}
          onTitle={(given) => change((before) => ({ ...before, title: given }))}
          onSave={() => void teach.save()}
        />
      );
  }
};

const sayMeaning = (field: string, say: Say): string => {
  const meaning = meanings.find((each) => each === field);
  return meaning === undefined ? field : say(`teach.field.${meaning}`);
};
