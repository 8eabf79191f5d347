import { foldName } from "./fold-name.ts";

/**
 * The keys by which a name of the RACL is looked for among the pedagogues, the surer first: last and whole first name, then
 * last name and first word of the first. None without a last name.
 */
export const nameKeys = (last: string, first: string): string[] => {
  const [a, b] = [foldName(last), foldName(first)];
  return a === "" ? [] : [`whole ${a},${b}`, `word ${a},${b.split(" ")[0]}`];
};

/** Last and first name of a teacher as the RACL writes them: "ORTIZ, ANA M" or "Ana Ortiz". */
export const splitName = (name: string): { last: string; first: string } => {
  const comma = name.indexOf(",");
  if (comma >= 0) return { last: name.slice(0, comma), first: name.slice(comma + 1) };
  const words = name.trim().split(/\s+/);
  return { last: words.at(-1) ?? "", first: words.slice(0, -1).join(" ") };
};
