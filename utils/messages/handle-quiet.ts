import { addQuiet, quietUntil } from "../guard/quiet.ts";
import type { PortalMessageOf } from "./contracts.ts";
import type { DeskServices } from "./desk-services.ts";
import type { Heard } from "./handle-hello.ts";

/** The person wants to hear no more of this for a while, of this class, or of this site. */
export const handleQuiet = async (
  { page, context, note }: Heard,
  { scope, sectionId }: PortalMessageOf<"portal/quiet">,
  services: DeskServices,
): Promise<void> => {
  const until = quietUntil(scope, context.now, context.policy.timeZone);
  const title = note.places[sectionId]?.className;
  await services.writeQuiet(
    addQuiet(await services.readQuiet(), {
      id: services.newId(),
      origin: page.origin,
      scope,
      ...(scope === "class" && { sectionId, ...(title !== undefined && { title }) }),
      at: context.now,
      ...(until !== undefined && { until }),
    }),
  );
};
