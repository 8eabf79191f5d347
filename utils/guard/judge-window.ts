import type { PortalSettings } from "../policy/policy.ts";
import type { PortalPage, PortalProfile } from "../portals/profile.ts";

type Phase = NonNullable<PortalProfile["phases"]>[number];

/** Where today stands to the phases in which editing is what a page is for. Dates are ISO dates of the LEA's time zone. */
export type EditWindow =
  | { kind: "open"; phase: Phase; until: string }
  | { kind: "before"; phase: Phase; date: string }
  | { kind: "after"; phase: Phase; date: string }
  /** The LEA has given no date for any of these phases. */
  | { kind: "unset" };

/**
 * The window of a page on a day; undefined for a page without phases, whose edits have no season. With several phases,
 * the open one that ends last, else the next to open, else the last to have ended.
 */
export const windowOf = (
  page: Pick<PortalPage, "phases"> | undefined,
  profile: Pick<PortalProfile, "phases">,
  settings: Pick<PortalSettings, "phases">,
  today: string,
): EditWindow | undefined => {
  if (!page?.phases || page.phases.length === 0) return undefined;
  const dated = page.phases.flatMap((id) => {
    const phase = profile.phases?.find((one) => one.id === id);
    return (settings.phases ?? [])
      .filter((one) => phase && one.id === id)
      .map((dates) => ({ phase: phase!, ...dates }));
  });
  const [open] = dated
    .filter(({ from, to }) => from <= today && today <= to)
    .sort((a, b) => (a.to < b.to ? 1 : -1));
  if (open) return { kind: "open", phase: open.phase, until: open.to };
  const [next] = dated.filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (next) return { kind: "before", phase: next.phase, date: next.from };
  const [last] = dated.sort((a, b) => (a.to < b.to ? 1 : -1));
  return last ? { kind: "after", phase: last.phase, date: last.to } : { kind: "unset" };
};
