import type { SectionChange } from "../utils/messages/desk-store.ts";
import type { Say } from "./say.ts";

/** Who joined and who left the classes on the page, look by look, and from or to where, if that was seen. */
export const Changes = ({
  changes,
  say,
  sayWhen,
}: {
  changes: readonly SectionChange[];
  say: Say;
  sayWhen: (instant: string) => string;
}) => {
  if (changes.length === 0) return <p class="quiet">{say("today.changes.none")}</p>;
  const groups = changes.flatMap(({ at, since, joined, left }) => [
    { at, since, kind: "joined" as const, people: joined },
    { at, since, kind: "left" as const, people: left },
  ]);
  return groups
    .filter(({ people }) => people.length > 0)
    .map(({ at, since, kind, people }) => (
      <section key={`${at}-${kind}`}>
        <h3>{say(`today.${kind}`, { since: sayWhen(since) })}</h3>
        <ul class="people">
          {people.map(({ id, name, elsewhere = [] }) => (
            <li key={`${id}-${name}`}>
              {name || say("edits.no-name")} <span class="quiet">{id}</span>
              {elsewhere.length > 0 && (
                <div class="quiet">{say(`today.${kind}.elsewhere`, { classes: elsewhere.join(", ") })}</div>
              )}
            </li>
          ))}
        </ul>
      </section>
    ));
};
