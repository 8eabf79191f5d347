import type { Detection } from "../detect/detection.ts";
import type { TeachEvent, TeachOrder } from "../messages/teach-contracts.ts";
import { partKey } from "../page/parts.ts";
import { startTeaching, type Teaching } from "./teaching.ts";

/** A symbol, because a page's element may answer to any name on the window. */
const mark = Symbol.for("rosterguard.teach");

type Sender = { id?: string; tab?: unknown };
type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => boolean;
type Runtime = {
  id: string;
  sendMessage: (message: TeachEvent) => Promise<unknown>;
  onMessage: { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void };
};

/**
 * Obeys the background's orders until teaching ends; then nothing of it is left in this world. A content script can send
 * no message to another's, and whoever has a tab is not the background.
 */
export const listenToPanel = (window: Window, api: unknown): void => {
  const world = globalThis as { [mark]?: Teaching } & Record<symbol, unknown>;
  const detection = world[partKey("detect")] as Detection | undefined;
  if (world[mark] || !detection) return;
  const runtime = api as Runtime;
  const listen: Listener = (message, { id, tab }, respond) => {
    const order = message as Partial<TeachOrder> | null;
    if (id !== runtime.id || tab || order?.type !== "teach/order" || !order.command) return false;
    teaching.obey(order.command).then(
      (value) => respond({ ok: true, value }),
      () => respond({ ok: false, problem: "This part of the page could not be read." }),
    );
    return true;
  };
  const teaching = startTeaching(
    window,
    detection,
    (event) => void runtime.sendMessage(event).catch(() => undefined),
    () => {
      runtime.onMessage.removeListener(listen);
      delete world[mark];
    },
  );
  world[mark] = teaching;
  runtime.onMessage.addListener(listen);
};
