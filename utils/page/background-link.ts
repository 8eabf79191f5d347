import type { Answer, PortalAnswers, PortalNews } from "../messages/answers.ts";
import type { SentMessage, SentMessageOf } from "../messages/contracts.ts";

export type ExtensionPort = {
  postMessage: (message: unknown) => void;
  disconnect: () => void;
  onMessage: { addListener: (listener: (message: unknown) => void) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
};

type NewsListener = (message: unknown, sender: { id?: string; tab?: unknown }) => void;

/** The part of the browser's extension API that this room uses. */
export type ExtensionApi = {
  readonly runtime?: {
    readonly id?: string | undefined;
    readonly lastError?: unknown;
    sendMessage: (message: SentMessage) => Promise<unknown>;
    connect: (info: { name: string }) => ExtensionPort;
    readonly onMessage?: { addListener: (listener: NewsListener) => void };
  };
};

export type BackgroundLink = {
  /** Never rejects: a background that cannot be reached is an answer with a problem. */
  ask: <T extends SentMessage["type"]>(message: SentMessageOf<T>) => Promise<Answer<PortalAnswers[T]>>;
  connect: (name: string) => ExtensionPort;
  /** Swallows the browser's complaint about a port that ended; it must be read to stay out of the page's console. */
  readLastError: () => void;
  isAlive: () => boolean;
};

const unreachable = "Rosterguard could not be reached.";

const isAnswer = (answer: unknown): answer is Answer<never> =>
  typeof answer === "object" && answer !== null && typeof (answer as Answer<never>).ok === "boolean";

export const linkToBackground = (api: ExtensionApi): BackgroundLink => {
  const isAlive = () => {
    try {
      return api.runtime?.id !== undefined;
    } catch {
      return false;
    }
  };
  return {
    ask: async (message) => {
      // A background that the browser stops in the middle of an answer is started again by the next message.
      for (let tries = 0; tries < 2 && isAlive(); tries += 1) {
        try {
          const answer = await api.runtime?.sendMessage(message);
          if (isAnswer(answer)) return answer;
        } catch {}
      }
      return { ok: false, problem: unreachable };
    },
    connect: (name) => {
      if (!api.runtime || !isAlive()) throw new Error("The extension was updated or switched off.");
      return api.runtime.connect({ name });
    },
    readLastError: () => void api.runtime?.lastError,
    isAlive,
  };
};

const news: PortalNews["type"] = "portal/news";

/** Calls `onNews` when the background says that policy or permissions have changed. Nobody else is believed. */
export const hearNews = ({ runtime }: ExtensionApi, onNews: () => void, signal: AbortSignal): void => {
  const listen: NewsListener = (message, { id, tab }) => {
    const isOurs = id !== undefined && id === runtime?.id && !tab;
    if (!signal.aborted && isOurs && (message as Partial<PortalNews> | null)?.type === news) onNews();
  };
  runtime?.onMessage?.addListener(listen);
};

/** How often the script looks whether its extension is still there, in milliseconds; nothing tells it. */
const pulse = 1000;

/** Calls `onGone` once, when the extension has been updated, switched off or removed under the page. */
export const watchExtension = (link: BackgroundLink, onGone: () => void, signal: AbortSignal): void => {
  const timer = setInterval(() => {
    if (link.isAlive()) return;
    clearInterval(timer);
    onGone();
  }, pulse);
  signal.addEventListener("abort", () => clearInterval(timer));
};
