import type { Commands } from "webdriver-bidi-protocol";

/** A WebDriver BiDi session over the browser's own socket: commands as the specification names and types them. */
export type Bidi = {
  send: <T extends keyof Commands>(
    method: T,
    params: Commands[T]["params"],
  ) => Promise<Commands[T]["returnType"]>;
  close: () => void;
};

type Reply = { type: string; id?: number; result?: unknown; error?: string; message?: string };

/** No command of ours takes longer on the busiest machine, navigation included, in milliseconds. */
const longest = 120_000;

/** Opens a session at e.g. "ws://127.0.0.1:9222/session". A command that fails rejects with its own words. */
export const openSession = async (address: string): Promise<Bidi> => {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  socket.addEventListener("close", () => {
    for (const answer of waiting.values()) answer({ type: "error", message: "The browser has gone." });
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`Nobody answers at ${address}.`)));
  });

  const send: Bidi["send"] = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const finish = (reply: Reply) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (reply.type === "success") resolve(reply.result as Commands[typeof method]["returnType"]);
        else reject(new Error(`${method}: ${reply.error ?? ""} ${reply.message ?? ""}`));
      };
      const timer = setTimeout(() => finish({ type: "error", message: "no answer" }), longest);
      waiting.set(id, finish);
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send("session.new", { capabilities: {} });
  return { send, close: () => socket.close() };
};
