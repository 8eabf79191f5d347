import { Message } from "../../components/Message.tsx";
import { QuietList } from "../../components/QuietList.tsx";
import { type Language, sayIn } from "../../components/say.ts";
import { isConfigured } from "../../utils/policy/default-policy.ts";
import { sayInstant } from "../../utils/procedures/say-date.ts";
import { keyAreas, policyAreas } from "../../utils/store/browser-store.ts";
import { writeLanguage } from "../../utils/store/policies.ts";
import { removeQuiet } from "../../utils/store/quiet.ts";
import { DeleteEverything } from "./DeleteEverything.tsx";
import { PolicyFile } from "./PolicyFile.tsx";
import { Portals } from "./Portals.tsx";
import { Procedures } from "./Procedures.tsx";
import { TaughtPortals } from "./TaughtPortals.tsx";
import { useOptions } from "./use-options.ts";

const undoQuiet = (id: string) => removeQuiet(keyAreas().local, id, new Date().toISOString());
const setLanguage = (language: Language) => writeLanguage(policyAreas(), language);

/** The LEA's policy, the allowed portals, and what is kept on this computer. */
export const Options = () => {
  const data = useOptions();
  if (!data) return <Message text={sayIn("en")("loading")} />;
  const { merged, granted, quiets, taught } = data;
  const { policy, managedKeys, problems } = merged;
  const say = sayIn(policy.language);
  return (
    <>
      <header class="bar">
        <h1>{say("options.title")}</h1>
      </header>
      <main>
        <PolicyFile merged={merged} say={say} />
        {problems.length > 0 && (
          <section class="message bad">
            <h2>{say("options.problems.now")}</h2>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </section>
        )}
        <Portals policy={policy} granted={granted} say={say} />
        <TaughtPortals taught={taught} say={say} />
        {isConfigured(policy) && <Procedures policy={policy} say={say} />}
        <QuietList
          quiets={quiets}
          say={say}
          sayWhen={(instant) =>
            sayInstant(instant, policy.timeZone, policy.language, new Date().toISOString())
          }
          onUndo={undoQuiet}
        />
        <h2>{say("options.language")}</h2>
        <p>
          <select
            aria-label={say("options.language")}
            value={policy.language}
            disabled={managedKeys.includes("language")}
            onChange={(event) =>
              setLanguage((event.currentTarget as HTMLSelectElement).value === "es" ? "es" : "en")
            }
          >
            <option value="en">{say("options.language.en")}</option>
            <option value="es">{say("options.language.es")}</option>
          </select>
        </p>
        <h2>{say("options.retention")}</h2>
        <p>
          {policy.retention === "session"
            ? say("options.retention.session")
            : say("options.retention.days", { days: policy.retention })}
        </p>
        <DeleteEverything say={say} />
      </main>
      <footer class="quiet">{say("app.promise")}</footer>
    </>
  );
};
