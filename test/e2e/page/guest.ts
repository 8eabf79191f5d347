import { detection } from "../../../utils/detect/detection.ts";
import { proposeProfile } from "../../../utils/detect/propose-profile.ts";
import type {
  IntentAnswer,
  PortalBriefing,
  RosterAnswer,
  ValidatorEvent,
} from "../../../utils/messages/answers.ts";
import type { Carried, PortalMessage } from "../../../utils/messages/contracts.ts";
import type { ExtensionApi, ExtensionPort } from "../../../utils/page/background-link.ts";
import { partKey } from "../../../utils/page/parts.ts";
import { startSession } from "../../../utils/page/portal-session.ts";
import { surfaces } from "../../../utils/page/surfaces.ts";
import type { PortalPage } from "../../../utils/portals/profile.ts";

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
  /** Given by the harness: keeps messages across navigations, with the clock's time at which they were sent. */
  var keepMessage: (message: unknown, at?: number) => void;
  /** Given where pages load themselves anew: what this frame was told to carry over. */
  var takeCarried: (() => Promise<Carried | null>) | undefined;
  var guest: {
    stop: () => void;
    switchOff: () => void;
    checked: () => File[];
    /** The page's rosters as pages of a profile, as teach mode proposes them. */
    propose: () => Promise<PortalPage[]>;
  };
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

/** What the browser gives an extension: a way into closed shadow roots. */
const closed = new WeakMap<Element, ShadowRoot>();
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  closed.set(this, root);
  return root;
};
(globalThis as { chrome?: unknown }).chrome = {
  dom: { openOrClosedShadowRoot: (element: Element) => closed.get(element) ?? element.shadowRoot },
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
      globalThis.keepMessage(message, Date.now());
      if (message.type === "portal/hello") {
        await new Promise((resolve) => setTimeout(resolve, script.wakingUp ?? 0));
        if (script.briefing && script.surfaces === undefined) addSurfaces();
      }
      if (message.type === "portal/part" && message.part === "detect") {
        (globalThis as Record<symbol, unknown>)[partKey("detect")] = detection;
      } else if (message.type === "portal/part" && script.surfaces === "asked") addSurfaces();
      if (message.type === "portal/hello" && script.briefing && globalThis.takeCarried) {
        const carried = await globalThis.takeCarried();
        return { ok: true, value: { ...script.briefing, ...(carried && { carried }) } };
      }
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
  propose: async () =>
    (await detection.detectRosters(document, { shadowOf: detection.extensionShadow() })).map((found) =>
      proposeProfile(found, document),
    ),
};
startSession(window, api, life.signal);
