import type {
  IntentAnswer,
  PortalBriefing,
  RosterAnswer,
  ValidatorEvent,
} from "../../../utils/messages/answers.ts";
import type { PortalMessage } from "../../../utils/messages/contracts.ts";
import type { ExtensionApi, ExtensionPort } from "../../../utils/page/background-link.ts";
import { partKey } from "../../../utils/page/parts.ts";
import { startSession } from "../../../utils/page/portal-session.ts";
import { surfaces } from "../../../utils/page/surfaces.ts";

/**
 * The content script's session with a scripted extension behind it, bundled into a page by `harness.ts`. The page's room
 * is the real one; only the other end of its messages is played here.
 */
export type GuestScript = {
  briefing: PortalBriefing | null;
  /** How the surfaces come: with the greeting, only when they are asked for, or never. */
  surfaces?: "asked" | "never";
  /** The background takes so many milliseconds to answer the first message, as one that has to be started. */
  wakingUp?: number;
  roster?: RosterAnswer;
  intent?: IntentAnswer;
  /** What the validator says, in order, each after so many milliseconds; "die" ends the port. */
  validator?: { after: number; event: Omit<ValidatorEvent, "jobId"> | "die" }[];
};

declare global {
  var guestScript: GuestScript;
  /** Given by the harness: keeps messages across navigations. */
  var keepMessage: (message: unknown) => void;
  var guest: { stop: () => void; switchOff: () => void; checked: () => File[] };
}

const script = globalThis.guestScript;
let runtimeId: string | undefined = "scripted";
let files: File[] = [];
const disconnects: (() => void)[] = [];

const answers: { [T in PortalMessage["type"]]?: unknown } = {
  "portal/hello": script.briefing,
  "portal/roster": script.roster ?? { needsAttention: false },
  "portal/intent": script.intent ?? { verdict: { policy: "kept" } },
  "portal/reported": { line: "Reported. It should show by Thursday, November 26." },
};

const addSurfaces = () => {
  (globalThis as Record<symbol, unknown>)[partKey("surfaces")] = surfaces;
};

const openPort = (): ExtensionPort => {
  let listener: (message: unknown) => void = () => {};
  const play = async (jobId: string) => {
    for (const { after, event } of script.validator ?? []) {
      await new Promise((resolve) => setTimeout(resolve, after));
      if (event === "die") for (const end of disconnects) end();
      else listener({ ...event, jobId });
    }
  };
  return {
    postMessage: (message) => {
      const request = message as { type: string; jobId: string; files?: File[] };
      globalThis.keepMessage({
        type: `validator/${request.type}`,
        names: request.files?.map(({ name }) => name),
      });
      if (request.type !== "check") return;
      files = request.files ?? [];
      void play(request.jobId);
    },
    disconnect: () => {},
    onMessage: {
      addListener: (given) => {
        listener = given;
      },
    },
    onDisconnect: { addListener: (given) => disconnects.push(given) },
  };
};

const api: ExtensionApi = {
  runtime: {
    get id() {
      return runtimeId;
    },
    sendMessage: async (message) => {
      globalThis.keepMessage(message);
      if (message.type === "portal/hello") {
        await new Promise((resolve) => setTimeout(resolve, script.wakingUp ?? 0));
        if (script.briefing && script.surfaces === undefined) addSurfaces();
      }
      if (message.type === "portal/part" && script.surfaces === "asked") addSurfaces();
      return { ok: true, value: answers[message.type] ?? null };
    },
    connect: openPort,
  },
};

const life = new AbortController();
globalThis.guest = {
  stop: () => life.abort(),
  switchOff: () => {
    runtimeId = undefined;
    for (const end of disconnects) end();
  },
  checked: () => files,
};
startSession(window, api, life.signal);
