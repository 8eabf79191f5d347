import { useState } from "preact/hooks";
import { CopyButton } from "../../components/CopyButton.tsx";
import type { Language, Say } from "../../components/say.ts";
import { changeKinds } from "../../utils/policy/change-kinds.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { profileOf } from "../../utils/portals/parse-profile.ts";
import { sayReach } from "../../utils/procedures/say-contact.ts";
import { sayDate } from "../../utils/procedures/say-date.ts";
import {
  customNotification,
  registrarGuideline,
  staffMessage,
  ticketText,
} from "../../utils/procedures/staff-texts.ts";
import { sayChange } from "../../utils/procedures/words.ts";

/** Whom to tell for each kind of change, the school calendar, and texts to hand on. */
export const Procedures = ({ policy, say }: { policy: Policy; say: Say }) => {
  const { language, calendar } = policy;
  const known = changeKinds.flatMap((change) => {
    const procedure = policy.procedures[change];
    return procedure ? [{ change, procedure }] : [];
  });
  return (
    <>
      <h2>{say("options.procedures")}</h2>
      {known.length === 0 && <p class="quiet">{say("options.procedures.none")}</p>}
      {known.map(({ change, procedure }) => (
        <details key={change}>
          <summary>{sayChange(change, language)}</summary>
          <p>{sayReach(procedure.contact, procedure.channels)}</p>
          <p class="quiet">{say("options.procedure.days", { days: procedure.expectedSchoolDays })}</p>
          {procedure.include.length > 0 && (
            <ul>
              {procedure.include.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          )}
          {procedure.note !== undefined && <p>{procedure.note}</p>}
        </details>
      ))}
      <h2>{say("options.calendar")}</h2>
      <p>
        {say("options.calendar.days", {
          from: sayDate(calendar.firstDay, language),
          to: sayDate(calendar.lastDay, language),
        })}
      </p>
      <ul>
        {calendar.holidays.map(({ name, from, to }) => (
          <li key={`${name}-${from}`}>
            {name}:{" "}
            {from === to
              ? sayDate(from, language)
              : say("options.calendar.days", { from: sayDate(from, language), to: sayDate(to, language) })}
          </li>
        ))}
      </ul>
      <Texts policy={policy} say={say} />
    </>
  );
};

const languages: readonly Language[] = ["en", "es"];

/** Texts to hand on. A district writes to its families and staff in both languages, whatever it works in itself. */
const Texts = ({ policy, say }: { policy: Policy; say: Say }) => {
  const [chosen, setLanguage] = useState<Language | null>(null);
  const language = chosen ?? policy.language;
  const [settings] = policy.portals;
  const profile = settings && profileOf(policy, settings.profile);
  if (!settings || !profile) return null;
  const context = { policy, settings, profile };
  const { subject, body } = ticketText(context, language);
  const texts = [
    ["staff", staffMessage(context, language)],
    ["registrar", registrarGuideline(context, language)],
    ["notification", customNotification(context, language)],
    ["ticket", `${subject}\n\n${body}`],
  ] as const;
  return (
    <>
      <h2>{say("options.texts")}</h2>
      <p>{say("options.texts.about")}</p>
      <p>
        <label>
          {say("options.texts.language")}{" "}
          <select
            value={language}
            onChange={(event) =>
              setLanguage((event.currentTarget as HTMLSelectElement).value === "es" ? "es" : "en")
            }
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {say(`options.language.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {texts.map(([kind, text]) => (
        <details key={kind}>
          <summary>{say(`options.texts.${kind}`)}</summary>
          <pre lang={language}>{text}</pre>
          <div class="actions">
            <CopyButton key={language} text={text} say={say} />
          </div>
        </details>
      ))}
    </>
  );
};
