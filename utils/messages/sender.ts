/** The part of a message's sender that decides who speaks. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
};

/** Who speaks: a content script in a tab, one of our own pages, or nobody we listen to. */
export type Speaker =
  | { kind: "page"; tabId: number; origin: string; frameId: number; documentId?: string }
  | { kind: "extension" }
  | { kind: "stranger" };

/**
 * Browsers fill the sender in, a renderer cannot: an id other than ours is another extension, an address under our
 * own origin is one of our pages, everything else with our id is our content script in the page at that address.
 */
export const speakerOf = (
  sender: Sender,
  us: { id: string /** "chrome-extension://abc/" */; root: string },
): Speaker => {
  if (sender.id !== us.id) return { kind: "stranger" };
  if (sender.url?.startsWith(us.root)) return { kind: "extension" };
  const tabId = sender.tab?.id;
  const origin = originOf(sender);
  if (tabId === undefined || origin === null) return { kind: "stranger" };
  const { frameId = 0, documentId } = sender;
  return { kind: "page", tabId, origin, frameId, ...(documentId !== undefined && { documentId }) };
};

/** The frame's origin; an about:blank or srcdoc frame has its parent's, which Chrome gives as `origin`. */
const originOf = ({ origin, url }: Sender): string | null => {
  for (const address of [origin, url]) {
    if (address === undefined || !URL.canParse(address)) continue;
    const { origin: parsed, protocol } = new URL(address);
    if (protocol === "https:" || protocol === "http:") return parsed;
  }
  return null;
};
