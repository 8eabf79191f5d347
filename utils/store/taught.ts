import * as z from "zod/mini";
import { PortalSettings } from "../policy/policy.ts";
import type { KeyArea } from "./key-area.ts";

/** Where portals that a person has taught are kept: addresses, headings and selectors, no student. */
export const taughtKey = "taught";

/** A taught profile as it is kept; who uses it parses it like one from a file (utils/portals/parse-profile.ts). */
export type Taught = { profile: Record<string, unknown>; settings: PortalSettings };

const Kept = z.array(z.object({ profile: z.record(z.string(), z.unknown()), settings: PortalSettings }));

/** Portals kept on one computer; a policy takes as many profiles from an LEA. */
export const mostTaught = 20;

/** None where what is kept cannot be read. */
export const readTaught = async (area: KeyArea): Promise<Taught[]> => {
  const parsed = Kept.safeParse((await area.get(taughtKey))[taughtKey]);
  return parsed.success ? (parsed.data as Taught[]) : [];
};

const idOf = ({ settings }: Taught): string => settings.profile;

/** One of the same id is replaced; the oldest make room. */
export const keepTaught = async (area: KeyArea, taught: Taught): Promise<void> => {
  const others = (await readTaught(area)).filter((one) => idOf(one) !== idOf(taught));
  await area.set({ [taughtKey]: [...others, taught].slice(-mostTaught) });
};

export const forgetTaught = async (area: KeyArea, id: string): Promise<void> => {
  const others = (await readTaught(area)).filter((one) => idOf(one) !== id);
  await area.set({ [taughtKey]: others });
};
