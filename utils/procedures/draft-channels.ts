import type { Channel, Contact, Procedure } from "../policy/policy.ts";
import { sayWho } from "./say-contact.ts";
import type { Language } from "./say-date.ts";
import { sayIn } from "./words.ts";

/** A way to report, with a label for its link and an address a browser can open. */
export type DraftChannel =
  | { kind: "mail"; label: string; href: string }
  | { kind: "phone"; label: string; href: string }
  | { kind: "form" | "ticket"; label: string; href: string };

/** Mail programs cut longer addresses without a word; all of it must stay below. */
export const longestMailto = 2000;

/** The procedure's channels in the LEA's order; one whose contact lacks the address for it is left out. */
export const draftChannels = (
  { procedure, contact }: { procedure: Procedure; contact: Contact },
  { subject, body }: { subject: string; body: string },
  language: Language,
): DraftChannel[] => {
  const say = sayIn(language);
  const link = (channel: Channel): DraftChannel[] => {
    switch (channel.kind) {
      case "mail":
        if (contact.email === undefined) return [];
        return [
          {
            kind: "mail",
            label: say("channel.mail", { who: sayWho(contact) }),
            href: mailtoAddress(contact.email, subject, body),
          },
        ];
      case "phone":
        if (contact.phone === undefined) return [];
        return [
          {
            kind: "phone",
            label: say("channel.phone", { who: sayWho(contact), phone: contact.phone }),
            href: telephoneAddress(contact.phone),
          },
        ];
      case "form":
        return [{ kind: "form", label: say("channel.form"), href: channel.url }];
      case "ticket":
        return [
          {
            kind: "ticket",
            label:
              channel.mark === undefined
                ? say("channel.ticket")
                : say("channel.ticket.mark", { mark: channel.mark }),
            href: channel.url,
          },
        ];
    }
  };
  return procedure.channels.flatMap(link);
};

/** RFC 6068: CRLF in the body, everything escaped. A body that does not fit loses whole lines at its end. */
export const mailtoAddress = (email: string, subject: string, body: string): string => {
  const address = `mailto:${email.split("@").map(escapeText).join("@")}?subject=${escapeText(subject)}&body=`;
  const lines = body.split("\n").map((line) => escapeText(line));
  let href = address;
  for (const [i, line] of lines.entries()) {
    const longer = i === 0 ? href + line : `${href}%0D%0A${line}`;
    if (longer.length >= longestMailto) break;
    href = longer;
  }
  return href;
};

/** encodeURIComponent throws on half a surrogate pair, which a page's text may hold. */
const escapeText = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

/** RFC 3966: digits and a leading +; an extension after "x" or "ext" goes in its own parameter. */
export const telephoneAddress = (phone: string): string => {
  const [number = "", extension] = phone.split(/\s*(?:ext\.?|x)\s*/i);
  const digits = number.replace(/[^\d+]/g, "").replace(/(?!^)\+/g, "");
  return extension === undefined ? `tel:${digits}` : `tel:${digits};ext=${extension.replace(/\D/g, "")}`;
};
