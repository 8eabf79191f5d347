import { browser } from "#imports";
import type { Say } from "../../components/say.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { findProfile } from "../../utils/portals/index.ts";
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
      {policy.portals.map(({ profile, origins, sync }) => (
        <section key={profile} class="card">
          <h3>{findProfile(profile)?.title ?? profile}</h3>
          <p>{say("options.schedule", { schedule: saySchedule(sync, policy.language) })}</p>
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
