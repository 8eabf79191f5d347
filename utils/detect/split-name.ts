import { foldWords } from "./header-words.ts";

/** A person's name as a page writes it, taken apart. */

export type NameOrder = "last-first" | "first-last";
export type SplitName = { firstName: string; middleName?: string; lastName: string };

const particles = new Set(
  "da das de del den der di do dos du la las le los ter van von y e san st bin al el".split(" "),
);

/** Words that stand where names do and are none: menus, states, subjects, days, adults' titles of things. */
const notNames = new Set(
  `view edit add remove delete drop enroll unenroll profile details more actions action select all none search filter submit save cancel
  open next previous show hide sort name names student students teacher teachers class classes roster grade grades school schools
  district section period homeroom room total totals average active inactive enrolled pending yes no male female status role
  spanish math mathematics science reading writing history music physical education language arts social studies algebra geometry
  biology chemistry physics homework assignment quiz test exam project lab unit lesson report reports calendar meeting event events
  monday tuesday wednesday thursday friday saturday sunday january february july september october november december today tomorrow
  week weekly daily monthly year upload download file files import export settings setting preferences notification notifications
  password account email message messages inbox sent drafts trash loading empty unknown kindergarten elementary middle high academy
  alumno alumna alumnos estudiante estudiantes maestro maestra clase escuela nombre apellido apellidos lista ver editar agregar
  eliminar buscar lunes martes miercoles jueves viernes total activo activa inactivo inactiva your our this the office library cafeteria
  newsletter permission slip conference staff parents guardian forms assembly schedule pickup closed registration training reminder`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** What stands behind a name in the same cell: an id, pronouns, a label. */
const behind =
  /\s*(?:\([^()]*\)|\[[^[\]]*\]|\s[-–—|·•]\s.*|#\s*\w+|\b(?:id|no\.?)\s*[:#]?\s*\d[\w-]*|\s\d[\w-]*)\s*$/iu;
const title = /^(?:mr|mrs|ms|miss|mx|dr|prof|coach|sr|sra|srta|prof[ae]?|maestr[oa]|mtr[oa])\.?\s+/iu;
const suffix = /[\s,]+(?:jr|sr|ii|iii|iv|v)\.?$/iu;

/** The text without what stands behind the name; "Rivera, Ana (100234)" is "Rivera, Ana". */
export const bareName = (text: string): string => {
  let bare = text.slice(0, 200).replace(/\s+/g, " ").trim();
  for (let times = 0; times < 3; times += 1) {
    const shorter = bare.replace(behind, "").trim();
    if (shorter === bare || shorter === "") break;
    bare = shorter;
  }
  return bare.replace(/[*†‡•·,;:]+$/u, "").trim();
};

/** The id that stands behind a name in the same text, or undefined. */
export const idBehind = (text: string): string | undefined => {
  const found =
    /[([#]\s*(?:id|no\.?|stu(?:dent)?(?: id)?)?\s*[:#]?\s*([A-Z]{0,4}-?\d[\w-]{2,})\s*[)\]]?/iu.exec(text) ??
    /(?:[-–—|·•]|\bid\b\s*[:#]?)\s*([A-Z]{0,4}-?\d[\w-]{3,})\s*$/iu.exec(text) ??
    /\s(\d{4,})\s*$/u.exec(text);
  return found?.[1];
};

const isWord = (word: string): boolean =>
  /^(?:\p{L}[\p{L}\p{M}'’‘ʼ`´-]*\.?|\p{L}\.)$/u.test(word) && word.length <= 40;
const begins = (word: string): boolean =>
  /^(?:\p{Lu}|\p{Lo})/u.test(word) || particles.has(word.toLowerCase());

/** Whether a text reads like one person's whole name: two to seven words, capitals, none of a page's own words. */
export const looksLikeName = (text: string): boolean => {
  if (text.length > 120) return false;
  const bare = bareName(text).replace(suffix, "");
  if (bare.split(",").length > 2) return false;
  const all = bare.split(/[\s,]+/).filter((word) => word !== "");
  return (
    all.length >= 2 &&
    all.length <= 7 &&
    all.every((word) => isWord(word) && begins(word)) &&
    !hasPageWord(all)
  );
};

/** Whether a text may be a first or a last name alone. */
export const looksLikePartName = (text: string): boolean => {
  const all = text.trim().split(/\s+/);
  return (
    text.length <= 60 &&
    all.length <= 4 &&
    all.every((word) => isWord(word) && begins(word)) &&
    !hasPageWord(all)
  );
};

const hasPageWord = (all: readonly string[]): boolean => all.some((word) => notNames.has(foldWords(word)));

/** Whether a text gives an adult's title before the name ("Ms. Ortiz"). */
export const hasTitle = (text: string): boolean => title.test(text.trim());

const startOfLast = (all: readonly string[], spanish: boolean): number => {
  let at = all.length - (spanish && all.length >= 3 ? 2 : 1);
  while (at > 1 && particles.has(all[at - 1]!.toLowerCase())) at -= 1;
  return at;
};

/**
 * A name's parts. "Last, First Middle" by its comma; otherwise by `order`, where Spanish names keep two last names. A
 * single word is a first name.
 */
export const splitName = (text: string, order: NameOrder = "first-last", spanish = false): SplitName => {
  const bare = bareName(text).replace(title, "");
  const comma = bare.indexOf(",");
  if (comma > 0 && !suffix.test(bare.slice(comma - 1))) {
    const given = bare
      .slice(comma + 1)
      .trim()
      .split(" ");
    return parts(given[0] ?? "", given.slice(1).join(" "), bare.slice(0, comma).trim());
  }
  const tail = suffix.exec(bare)?.[0] ?? "";
  const all = bare.slice(0, bare.length - tail.length).split(" ");
  if (all.length === 1) return parts(all[0]!, "", "");
  if (order === "last-first") {
    const end = spanish && all.length >= 3 ? 2 : 1;
    return parts(all[end] ?? "", all.slice(end + 1).join(" "), all.slice(0, end).join(" ") + tail);
  }
  const last = startOfLast(all, spanish);
  return parts(all[0]!, all.slice(1, last).join(" "), all.slice(last).join(" ") + tail);
};

const parts = (firstName: string, middleName: string, lastName: string): SplitName => ({
  firstName,
  lastName,
  ...(middleName !== "" && { middleName }),
});

/** The order a header gives: "Last Name, First Name", "Apellidos y nombre"; undefined where it gives none. */
export const orderOfHeader = (header: string): NameOrder | undefined => {
  const folded = foldWords(header);
  const last = folded.search(/\b(?:last|surname|family|apellidos?)\b/);
  const first = folded.search(/\b(?:first|given|forename|nombres?)\b/);
  if (last >= 0 && first >= 0) return last < first ? "last-first" : "first-last";
  return undefined;
};
