import type { PortalPage } from "../portals/profile.ts";
import { attributeOf, isMatch } from "./safe-dom.ts";

export type Upload = NonNullable<PortalPage["uploads"]>[number];

/** What is an upload of rosters on this page: the controls its profile marks, or, where it marks none, files so named. */
export type UploadMarks = readonly Upload[] | "by-name";

/** Stands for a control that no profile marks. */
const unmarked: Upload = { input: "", formats: [] };

const table = /\.(csv|tsv|tab|txt)$/i;
const container = /\.(zip|xlsx|xlsm|xls)$/i;

/** Words that name a roster in any file's name. */
const rosterWords = /^(one)?roster(s|ing)?$|^enroll?ments?$|^racl$|^inscripcion(es)?$|^matricula(s)?$/;
/** Names that a table of a package has by its format: OneRoster, Clever, SDS and their like. */
const tableNames =
  /^(users?|orgs?|academic ?sessions?|demographics|manifest|roles|user ?profiles|(class|course)(es|s)?|students?|teachers?|schools?|sections?|staff|student ?enrollment|teacher ?roster|relationships|guardian ?relationship)$/;
/** Words that name a package when it is packed. */
const packageWords = /^(sis|clever|sds|oneroster)$/;

/** The words of a file's name, without case, digits and what the browser adds to a copy. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/\.[^.]*$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && word !== "copy");

/** Whether an input that says what it takes could take tables at all. */
const takesTables = (input: Element | undefined): boolean => {
  const accept = (input && attributeOf(input, "accept")) ?? "";
  return accept.trim() === "" || /csv|tsv|txt|tab-sep|text\/|zip|xls|excel|sheet|octet|\*\/\*/i.test(accept);
};

/** Whether a file could hold a roster, by its name alone: pictures, documents and films go on their way at once. */
export const mayHoldRoster = (files: readonly { name: string }[], input?: Element): boolean =>
  takesTables(input) &&
  files.some(({ name }) => table.test(name) || container.test(name) || !name.includes("."));

/** Whether a file is named as rosters are. Names only: what a file holds cannot be read before the page's own code runs. */
export const looksLikeRoster = (files: readonly { name: string }[], input?: Element): boolean =>
  takesTables(input) &&
  files.some(({ name }) => {
    const words = wordsOf(name);
    if (table.test(name))
      return words.some((word) => rosterWords.test(word)) || tableNames.test(words.join(" "));
    const isPacked = container.test(name) || !name.includes(".");
    return isPacked && words.some((word) => rosterWords.test(word) || packageWords.test(word));
  });

/** The mark under which these files, chosen at the first element of `path`, are an upload of rosters. */
export const uploadFor = (
  marks: UploadMarks,
  path: readonly Element[],
  files: readonly { name: string }[],
): Upload | undefined =>
  marks === "by-name"
    ? looksLikeRoster(files, path[0])
      ? unmarked
      : undefined
    : marks.find(({ input }) => path.some((element) => isMatch(element, input)));
