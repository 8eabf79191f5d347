import type { PortalBriefing } from "../messages/answers.ts";
import type { BackgroundLink } from "./background-link.ts";

/** Pauses after which a background that does not know this portal is asked again: it may be starting, in milliseconds. */
const retries = [300, 1500];

/** What there is to watch and to say here; null where the background knows nothing of this site. */
export const greet = async (
  link: BackgroundLink,
  url: string,
  signal: AbortSignal,
): Promise<PortalBriefing | null> => {
  for (const pause of [...retries, 0]) {
    const answer = await link.ask<"portal/hello">({ type: "portal/hello", url: url.slice(0, 2000) });
    if (answer.ok && answer.value) return answer.value;
    if (pause === 0 || signal.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
};
