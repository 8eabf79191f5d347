import type { Answer, PortalAnswers, PortalNews } from "../messages/answers.ts";
import type { SentMessage, SentMessageOf } from "../messages/contracts.ts";

export type ExtensionPort = {
  postMessage: (message: unknown) => void;
  disconnect: () => void;
  onMessage: { addListener: (listener: (message: unknown) => void) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
};

type NewsListener = (
  message: unknown,
  sender: { id?: string; tab?: unknown },
  answer: (answer: unknown) => void,
) => unknown;

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

/** Calls `onNews` with what the background says. Nobody else is believed. It gives true when it will answer later. */
export const hear = (
  { runtime }: ExtensionApi,
  onNews: (news: PortalNews, answer: (answer: boolean) => void) => unknown,
  signal: AbortSignal,
): void => {
  const listen: NewsListener = (message, { id, tab }, answer) => {
    const isOurs = id !== undefined && id === runtime?.id && !tab;
    return !signal.aborted && isOurs && message ? onNews(message as PortalNews, answer) : undefined;
  };
  runtime?.onMessage?.addListener(listen);
};

/** Calls `onNews` when policy or permissions have changed. */
export const hearNews = (api: ExtensionApi, onNews: () => void, signal: AbortSignal): void =>
  hear(api, ({ type }) => type === "portal/news" && onNews(), signal);

/** Calls `onQuiet` when somebody wants to hear less on this site, or to hear it again. */
export const hearQuiet = (api: ExtensionApi, onQuiet: () => void, signal: AbortSignal): void =>
  hear(
    api,
    (news) =>
      news.type === "portal/quiet-news" && news.origins.includes(globalThis.location.origin) && onQuiet(),
    signal,
  );

/** How often the script looks whether its extension is still there, in milliseconds; nothing tells it. */
const pulse = 500;

/**
 * Calls `onGone` once, when the extension has been updated, switched off or removed under the page. A tab in the
 * background, whose timers the browser slows down, looks when it comes to the front or is worked in.
 */
export const watchExtension = (link: BackgroundLink, onGone: () => void, signal: AbortSignal): void => {
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const look = () => {
    if (until.aborted || link.isAlive()) return;
    ending.abort();
    onGone();
  };
  const timer = setInterval(look, pulse);
  until.addEventListener("abort", () => clearInterval(timer));
  for (const type of ["visibilitychange", "pointerdown", "keydown"])
    globalThis.addEventListener?.(type, look, { capture: true, passive: true, signal: until });
};
