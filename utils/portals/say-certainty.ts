import type { PortalProfile } from "./profile.ts";

export type Statement = { text: string; source: string };

/** What a profile rests on, in a language: what a named source says, and what an LEA must confirm. */
export const statementsOf = (
  { certainty }: Pick<PortalProfile, "certainty">,
  language: "en" | "es",
): { certain: Statement[]; assumed: Statement[] } => {
  const say = ({ text, es, source }: PortalProfile["certainty"][number]): Statement => ({
    text: language === "es" ? (es ?? text) : text,
    source,
  });
  return {
    certain: certainty.filter(({ certain }) => certain).map(say),
    assumed: certainty.filter(({ certain }) => !certain).map(say),
  };
};
