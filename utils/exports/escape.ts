/** Characters XML 1.0 cannot hold at all, not even as references; and directions that reorder what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const show = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Half a surrogate pair is no text: it can be neither encoded nor written. */
export const makeWhole = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/** Text that steers nobody: what cannot be seen or turns the line around is written as its number. */
export const tame = (text: string): string => makeWhole(text).replace(unfit, show).replace(turning, show);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML and HTML, in an element or between the quotes of an attribute. */
export const escapeXml = (text: string): string =>
  tame(text).replace(/[&<>"']/g, (char) => entities[char] ?? char);
