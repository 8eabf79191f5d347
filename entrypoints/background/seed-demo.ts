import demoPolicy from "../../examples/demo-lea.policy.json";
import { parsePolicy } from "../../utils/policy/parse-policy.ts";
import { wallTimeAt } from "../../utils/procedures/zoned-time.ts";
import { policyAreas } from "../../utils/store/browser-store.ts";
import { writePolicyFile } from "../../utils/store/policies.ts";
import { shiftCalendar } from "./shift-calendar.ts";

/** The demo build starts configured for the demo portal, which may listen on any port of this computer, in any year. */
export const seedDemo = async (): Promise<void> => {
  const parsed = parsePolicy(demoPolicy);
  if (!parsed.ok) throw new Error(`The demo policy is not valid: ${parsed.problems.join(" ")}`);
  const { policy } = parsed;
  const portals = policy.portals.map((portal) => ({
    ...portal,
    origins: [...new Set(portal.origins.flatMap((origin) => [origin, origin.replace(/:\d+$/, "")]))],
  }));
  const today = wallTimeAt(new Date().toISOString(), policy.timeZone).date;
  const calendar = shiftCalendar(policy.calendar, today);
  await writePolicyFile(policyAreas(), { ...policy, portals, calendar });
};
