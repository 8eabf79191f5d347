/** The pure half of recognising a page; headings and selectors are looked at where there is a document. */

/**
 * Whether a URL's path fits a glob: `*` stands for any characters, everything else for itself, a slash at the end
 * does not count. No regular expressions: profiles and policies may come from outside.
 */
export const matchesPath = (glob: string, path: string): boolean => {
  const wanted = trimSlash(glob).split("*");
  const text = trimSlash(path);
  const first = wanted[0] ?? "";
  const last = wanted.at(-1) ?? "";
  if (wanted.length === 1) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of wanted.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
};

const trimSlash = (path: string): string =>
  path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
