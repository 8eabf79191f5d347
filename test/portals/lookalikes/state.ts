import type { Person } from "./people.ts";

/** A change of the roster, logged at the moment the data changes. */
export type Mutation = {
  at: number;
  kind: "add" | "remove" | "move" | "change";
  studentId: string;
  /** Name of the edit path, as in the page's `window.editPaths`. */
  path: string;
};

/** Something done on a page that changes no roster. */
export type Act = { at: number; action: string };

export type PageState = { people: Person[]; mutations: Mutation[]; acted: Act[] };

const fields = ["first", "middle", "last", "grade", "birthDate", "gender", "status", "stateId"] as const;
type Field = (typeof fields)[number];
const isField = (name: string): name is Field => (fields as readonly string[]).includes(name);

/** A person is needed whom the page does not know: the request is wrong, the portal answers 422. */
export class UnknownEdit extends Error {}

const findPerson = (state: PageState, id: string | null): Person => {
  const person = state.people.find((one) => one.id === id);
  if (!person) throw new UnknownEdit(`There is no student ${id}.`);
  return person;
};

const createPerson = (state: PageState, values: URLSearchParams): Person => {
  const highest = Math.max(1_000_000, ...state.people.map(({ id }) => Number(id)));
  const person: Person = {
    id: values.get("id") || String(highest + 1),
    stateId: "",
    first: values.get("first") ?? "",
    middle: "",
    last: values.get("last") ?? "",
    grade: values.get("grade") ?? "",
    birthDate: "",
    gender: "F",
    status: "Active",
    list: "other",
  };
  state.people.push(person);
  return person;
};

const changeField = (person: Person, values: URLSearchParams): void => {
  const field = values.get("field") ?? "";
  if (!isField(field)) throw new UnknownEdit(`A student has no "${field}".`);
  Object.assign(person, { [field]: values.get("value") ?? "" });
};

/**
 * Applies one edit and logs it. `operation` is add, remove, move or change; the values name the student, the list (`to`),
 * the field and the path the person took. Throws UnknownEdit for what makes no sense.
 */
export const applyEdit = (
  state: PageState,
  operation: string,
  values: URLSearchParams,
  now: number,
): { person: Person; mutation: Mutation } => {
  const student = values.get("student");
  const person = operation === "add" && !student ? createPerson(state, values) : findPerson(state, student);
  switch (operation) {
    case "add":
    case "move":
      person.list = values.get("to") ?? "class";
      person.status = "Active";
      break;
    case "remove":
      person.list = values.get("to") ?? "dropped";
      break;
    case "change":
      changeField(person, values);
      break;
    default:
      throw new UnknownEdit(`There is no way to "${operation}".`);
  }
  const mutation: Mutation = {
    at: now,
    kind: operation,
    studentId: person.id,
    path: values.get("path") ?? "",
  };
  state.mutations.push(mutation);
  return { person, mutation };
};
