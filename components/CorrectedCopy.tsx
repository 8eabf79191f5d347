import type { CheckProgress } from "../utils/messages/answers.ts";
import type { Say } from "./say.ts";

type Change = { file: string; count: number; why: string; made: boolean };
type Left = { file: string; column: string; rows: number; because: string };
type Told = { rule: string; message: string };

export type CopyState =
  | { kind: "offered" }
  | { kind: "working"; progress: CheckProgress | null }
  | { kind: "preview"; changes: readonly Change[]; left: readonly Left[] }
  | {
      kind: "made";
      verdict: "accept" | "reject" | "could-not-check";
      gone: readonly Told[];
      appeared: readonly Told[];
      remaining: readonly (Told & { because: string })[];
    }
  | { kind: "failed" };

type Parts = {
  state: CopyState;
  say: Say;
  nameFile: (file: string) => string;
  onLook: () => void;
  onMake: () => void;
};

/** The corrected copy: what would change, then the copy itself and what the check says of it. */
export const CorrectedCopy = ({ state, say, nameFile, onLook, onMake }: Parts) => (
  <section class="card corrected" aria-labelledby="corrected-title">
    <h2 id="corrected-title">{say("repair.title")}</h2>
    {state.kind === "offered" && (
      <Offer text={say("repair.intro")} label={say("repair.look")} onPress={onLook} />
    )}
    {state.kind === "working" && (
      <p role="status">
        {say("repair.working")} {state.progress && <span class="quiet">{nameFile(state.progress.file)}</span>}
      </p>
    )}
    {state.kind === "preview" && <Preview {...state} say={say} nameFile={nameFile} onMake={onMake} />}
    {state.kind === "made" && <Made {...state} say={say} />}
    {state.kind === "failed" && (
      <Offer text={say("repair.failed")} label={say("repair.look")} onPress={onLook} />
    )}
  </section>
);

const Offer = ({ text, label, onPress }: { text: string; label: string; onPress: () => void }) => (
  <>
    <p>{text}</p>
    <div class="actions">
      <button type="button" onClick={onPress}>
        {label}
      </button>
    </div>
  </>
);

const Preview = ({
  changes,
  left,
  say,
  nameFile,
  onMake,
}: Omit<Parts, "state" | "onLook"> & { changes: readonly Change[]; left: readonly Left[] }) => (
  <>
    <p role="status">{say(changes.length > 0 ? "repair.preview" : "repair.none")}</p>
    <ul>
      {changes.map(({ file, count, why, made }) => (
        <li key={`${file}-${why}`}>
          <strong>{nameFile(file)}</strong>: <span class="count">{say("repair.count", { count })}</span> {why}{" "}
          {!made && <span class="quiet">{say("repair.listed")}</span>}
        </li>
      ))}
    </ul>
    {left.length > 0 && (
      <>
        <h3>{say("repair.left")}</h3>
        <ul>
          {left.map(({ file, column, because }) => (
            <li key={`${file}-${column}-${because}`}>
              <strong>{[nameFile(file), column].filter(Boolean).join(", ")}</strong>: {because}
            </li>
          ))}
        </ul>
      </>
    )}
    {changes.length > 0 && <Offer text={say("repair.promise")} label={say("repair.make")} onPress={onMake} />}
  </>
);

const Made = ({
  verdict,
  gone,
  appeared,
  remaining,
  say,
}: Extract<CopyState, { kind: "made" }> & { say: Say }) => (
  <>
    <p role="status">{say("repair.made")}</p>
    <p>
      <strong>{say(`repair.verdict.${verdict}`)}</strong>
    </p>
    <List title={say("repair.gone")} lines={gone.map(({ message }) => message)} />
    <List title={say("repair.appeared")} lines={appeared.map(({ message }) => message)} />
    <List
      title={say("repair.remaining")}
      lines={remaining.map(({ message, because }) => `${message} ${because}`)}
    />
  </>
);

const List = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <details open={lines.length <= 5}>
      <summary>
        {title} <span class="count">{lines.length}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
