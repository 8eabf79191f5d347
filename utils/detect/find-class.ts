import { oneLine } from "../page/plain-words.ts";
import { isControl, wordsOf } from "../page/read-cell.ts";
import { attributeOf, isMatch } from "../page/safe-dom.ts";
import { foldWords } from "./header-words.ts";
import { framesUp, headings, type Named } from "./surroundings.ts";

/** Which class a roster is of, in the page's words; the text is its id too where the page gives none. */
export type ClassNamed = { title: string; element: Element | undefined };

const labelled =
  /^(?:class|section|class section|course|course section|homeroom|period|class name|clase|grupo|seccion|curso|aula|materia)$/;
const places =
  "#class-name, #className, [id*=class-name i], [id*=classname i], [id*=section-name i], [id*=course-name i], [class*=class-name i], [class*=course-title i], [class*=section-title i], [class*=class-title i]";
const generic =
  /^(?:(?:my |the |all )?(?:class(?:es)?|classroom|student|school|course|section)?s? ?(?:rosters?(?: management)?|lists?|students?|people|members)|(?:enrolled|current|active) students?|students? (?:enrolled|in (?:this|your) class)|class|section|lista de (?:clase|alumnos|estudiantes)|alumnos|alumnos inscritos|estudiantes|estudiantes inscritos|grupo|clase|search results)$/;
const countsOnly =
  /^(?:\W|\d|of|to|de|a|results?|showing|students?|entries|records|total|page|mostrando|alumnos|estudiantes|registros|pagina)*$/;
const prefix =
  /^(?:class|section|course|homeroom|roster|class roster|class list|students in|clase|grupo|lista de alumnos)\s*[:–—-]\s*/i;

const suffix =
  /\s*[:–—-]\s*(?:students?|(?:class )?roster|class list|people|members|alumn[oa]s|estudiantes|lista)\s*$/i;

const { querySelectorAll } = Document.prototype;

const textOf = (element: Element): string => oneLine((element.textContent ?? "").slice(0, 300));

/** A chosen class in a drop-down, or what follows the word "Class". */
const findLabelled = (page: Document): ClassNamed | undefined => {
  for (const label of [...querySelectorAll.call(page, "label, dt, th[scope=row], strong, b")].slice(0, 400)) {
    const words = textOf(label);
    if (words.length > 200 || !labelled.test(foldWords(words.replace(/:.*$/s, "")))) continue;
    const id = attributeOf(label, "for");
    const control = id ? page.getElementById(id) : null;
    const inside = control ?? [...label.querySelectorAll("select, input")][0];
    const value = inside && isControl(inside) ? oneLine(wordsOf(inside)) : "";
    if (value !== "" && !/^(?:all|choose|select|any|todos?|todas?|elegir|elija|seleccione|--)/i.test(value))
      return { title: value, element: inside! };
    const next = label.nextElementSibling;
    const text = next && !inside ? textOf(next) : "";
    if (
      text !== "" &&
      text.length <= 120 &&
      text.toLowerCase() !== words.toLowerCase() &&
      label.localName !== "label"
    )
      return { title: text, element: next! };
  }
  return undefined;
};

const isName = (text: string): boolean => {
  const folded = foldWords(text);
  return folded.length > 1 && text.length <= 150 && !generic.test(folded) && !countsOnly.test(folded);
};

const withoutCount = (text: string): string =>
  text
    .replace(prefix, "")
    .replace(suffix, "")
    .replace(/\s*[([]\s*\d+\s*(?:students?|alumnos|estudiantes)?\s*[)\]]\s*$/i, "")
    .trim();

const isCount = (text: string): boolean =>
  text.endsWith(":") ||
  /^(?:teachers?|instructors?|maestr[oa]s?|docentes?|profesor(?:a|es)?)\s*:/i.test(text) ||
  /\b(?:\d+ (?:of|de) \d+|showing|mostrando|results?)\b/i.test(text);

/**
 * The class a roster is of: by a place made for it, by a label, by what stands above the roster, by the page's heading.
 * Where a page shows `several` rosters only what stands above each tells them apart.
 */
export const findClass = (document: Document, named: readonly Named[], several: boolean): ClassNamed => {
  const fitting = named.filter(({ text }) => isName(text) && !isCount(text));
  const near = fitting.find(({ element }) => isMatch(element, headings)) ?? fitting[0];
  const above = near && { title: withoutCount(near.text), element: near.element };
  if (several && above) return above;
  for (const page of framesUp(document)) {
    const own = (element: Element) => (page === document ? element : undefined);
    const place = [...querySelectorAll.call(page, places)].find((one) => isName(textOf(one)));
    if (place) return { title: textOf(place), element: own(place) };
    const found = findLabelled(page);
    if (found) return { title: found.title, element: found.element && own(found.element) };
  }
  if (above) return above;
  for (const page of framesUp(document)) {
    const heading = [...querySelectorAll.call(page, "h1, h2, [role=heading]")].find((one) =>
      isName(textOf(one)),
    );
    if (heading) return { title: textOf(heading), element: page === document ? heading : undefined };
  }
  const title = [...querySelectorAll.call(document, "h1, h2, title")][0];
  return { title: title ? textOf(title).slice(0, 80) : "", element: undefined };
};
