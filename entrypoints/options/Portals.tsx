import { browser } from "#imports";
import { Assumed } from "../../components/Assumed.tsx";
import type { Say } from "../../components/say.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { profileOf, profileProblems } from "../../utils/portals/parse-profile.ts";
import type { PortalProfile } from "../../utils/portals/profile.ts";
import { statementsOf } from "../../utils/portals/say-certainty.ts";
import { saySchedule } from "../../utils/procedures/say-schedule.ts";
import { patternOf } from "./use-options.ts";

const allow = (pattern: string) => browser.permissions.request({ origins: [pattern] });
const revoke = (pattern: string) => browser.permissions.remove({ origins: [pattern] });

/** The portals of the policy with their permission, and whatever else was allowed once. */
export const Portals = ({
  policy,
  granted,
  say,
}: {
  policy: Policy;
  granted: readonly string[];
  say: Say;
}) => {
  const named = new Set(policy.portals.flatMap(({ origins }) => origins.map(patternOf)));
  const others = granted.filter((pattern) => !named.has(pattern));
  return (
    <>
      <h2>{say("options.portals")}</h2>
      {policy.portals.length === 0 && <p class="quiet">{say("options.portals.none")}</p>}
      {profileProblems(policy).map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      {policy.portals.map(({ profile, origins, sync }) => (
        <section key={profile} class="card">
          <h3>{profileOf(policy, profile)?.title ?? profile}</h3>
          <p>{say("options.schedule", { schedule: saySchedule(sync, policy.language) })}</p>
          <Certainty profile={profileOf(policy, profile)} policy={policy} say={say} />
          {origins.map((origin) => (
            <Site key={origin} name={origin} pattern={patternOf(origin)} granted={granted} say={say} />
          ))}
        </section>
      ))}
      {others.length > 0 && (
        <section class="card">
          <h3>{say("options.granted.other")}</h3>
          {others.map((pattern) => (
            <Site key={pattern} name={pattern} pattern={pattern} granted={granted} say={say} />
          ))}
        </section>
      )}
    </>
  );
};

/** What is certain of a portal with its source, what the LEA must confirm, or that nobody knows this portal. */
const Certainty = ({
  profile,
  policy,
  say,
}: {
  profile: PortalProfile | undefined;
  policy: Policy;
  say: Say;
}) => {
  if (!profile) return <p>{say("portal.unknown")}</p>;
  const { certain, assumed } = statementsOf(profile, policy.language);
  return (
    <>
      <Assumed statements={assumed.map(({ text }) => text)} say={say} />
      {certain.length > 0 && (
        <details class="assumed">
          <summary>{say("portal.certain", { count: certain.length })}</summary>
          <ul>
            {certain.map(({ text, source }) => (
              <li key={text}>
                {text} <span class="quiet">({source})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Site = ({
  name,
  pattern,
  granted,
  say,
}: {
  name: string;
  pattern: string;
  granted: readonly string[];
  say: Say;
}) => {
  const isGranted = granted.includes(pattern);
  return (
    <div class="actions">
      <span>{name}</span>
      <span class="tag">{say(isGranted ? "options.granted" : "options.not-granted")}</span>
      <button
        type="button"
        aria-label={`${say(isGranted ? "options.revoke" : "options.grant")}: ${name}`}
        onClick={() => (isGranted ? revoke(pattern) : allow(pattern))}
      >
        {say(isGranted ? "options.revoke" : "options.grant")}
      </button>
    </div>
  );
};
