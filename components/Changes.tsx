import type { SectionChange } from "../utils/messages/desk-store.ts";
import type { Say } from "./say.ts";

/** Who joined and who left the classes on the page, look by look. */
export const Changes = ({
  changes,
  say,
  sayWhen,
}: {
  changes: readonly SectionChange[];
  say: Say;
  sayWhen: (instant: string) => string;
}) =>
  changes.length === 0 ? (
    <p class="quiet">{say("today.changes.none")}</p>
  ) : (
    <>
      {changes.map(({ at, since, joined, left }) =>
        (["joined", "left"] as const).map((kind) => {
          const people = kind === "joined" ? joined : left;
          return people.length === 0 ? null : (
            <section key={`${at}-${kind}`}>
              <h3>{say(`today.${kind}`, { since: sayWhen(since) })}</h3>
              <ul class="people">
                {people.map(({ id, name }) => (
                  <li key={`${id}-${name}`}>
                    {name || say("edits.no-name")} <span class="quiet">{id}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        }),
      )}
    </>
  );
