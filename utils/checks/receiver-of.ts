import { type Receiver, receiverFor } from "../formats/receiver.ts";
import type { CheckContext } from "./rule.ts";

/** The receiver a check is for; a receiver's own format needs no naming of it. */
export const receiverOf = ({
  receiver,
  system,
  format,
}: Pick<CheckContext, "receiver" | "system" | "format">): Receiver =>
  receiver ?? receiverFor(system, format.id);
