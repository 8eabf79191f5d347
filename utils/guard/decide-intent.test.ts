import { describe, expect, it } from "vitest";
import { decideIntent, type Gestured, saysSave } from "./decide-intent.ts";

const use = (more: Partial<Gestured>): Gestured => ({
  gesture: "press",
  where: "row",
  control: "button",
  names: [],
  marks: [],
  ...more,
});

const meant: [string, Partial<Gestured>, string][] = [
  ["a field in a row", { control: "text", gesture: "focus", field: "firstName" }, "correct-details"],
  ["a field of no known column", { control: "text", gesture: "type" }, "correct-details"],
  ["a list of grades", { control: "choice", gesture: "focus", field: "gradeLevel" }, "correct-details"],
  [
    "Inactive, of a status",
    { control: "choice", gesture: "choose", field: "status", chosen: "Inactive" },
    "withdraw",
  ],
  ["Inactivo", { control: "choice", gesture: "choose", field: "status", chosen: "Inactivo" }, "withdraw"],
  ["the class of a student", { control: "choice", field: "section" }, "move-between-classes"],
  ["a box of a known column", { control: "box", field: "status" }, "correct-details"],
  ["a box in a column called Drop", { control: "box", names: ["Drop"] }, "withdraw"],
  ["a button that says Remove", { names: ["Remove Ana Peña from class"] }, "withdraw"],
  ["Dar de baja", { names: ["Dar de baja"] }, "withdraw"],
  ["an icon of the bin", { control: "link", marks: ["btn", "fa-trash-o"] }, "withdraw"],
  ["an icon of a sprite", { marks: ["", "sprite", "icon-pencil"] }, "correct-details"],
  ["a link that drops by GET", { control: "link", marks: ["", "students", "drop", "id=7"] }, "withdraw"],
  [
    "a link that drops and comes back",
    { control: "link", marks: ["remove", "student=7", "then=back"] },
    "withdraw",
  ],
  ["a material icon", { names: ["person_remove"] }, "withdraw"],
  ["camel case", { marks: ["onclick", "removeStudent(7)"] }, "withdraw"],
  ["a cross", { names: ["×"] }, "withdraw"],
  ["a pencil sign", { names: ["✏️"] }, "correct-details"],
  ["an icon that says nothing", {}, "correct-details"],
  ["Change class", { names: ["Change class"] }, "move-between-classes"],
  ["Cambiar de grupo", { names: ["Cambiar de grupo"] }, "move-between-classes"],
  ["Transfer to another school", { names: ["Transfer to another school"] }, "move-between-schools"],
  ["a student dragged", { gesture: "drag", control: "plain" }, "move-between-classes"],
  [
    "a student dropped on the roster",
    { gesture: "drop", control: "plain", where: "roster" },
    "move-between-classes",
  ],
  ["Delete on a cell", { gesture: "delete", control: "plain", field: "gradeLevel" }, "correct-details"],
  ["Delete on an option", { gesture: "delete", control: "option" }, "withdraw"],
  ["a paste into cells", { gesture: "paste", control: "plain" }, "correct-details"],
  [
    "a double press in a list box",
    { gesture: "double-press", control: "option", names: ["Peña, Ana"] },
    "move-between-classes",
  ],
  [
    "Add a student beside the roster",
    { where: "toolbar", names: ["Add a student ..."] },
    "enroll-new-student",
  ],
  ["+ beside the roster", { where: "toolbar", names: ["+"] }, "enroll-new-student"],
  ["Enroll", { where: "toolbar", names: ["Enroll"] }, "enroll-into-homeroom"],
  ["Inscribir alumno", { where: "toolbar", names: ["Inscribir alumno"] }, "enroll-into-homeroom"],
  ["Añadir", { where: "toolbar", names: ["Añadir"] }, "enroll-new-student"],
  ["Unenroll selected", { where: "toolbar", names: ["Unenroll selected"] }, "withdraw"],
  ["the arrow between two lists", { where: "toolbar", names: ["►"] }, "move-between-classes"],
  [
    "a bulk action chosen",
    { where: "toolbar", control: "choice", gesture: "choose", chosen: "Remove from class" },
    "withdraw",
  ],
  [
    "a list called Move to",
    { where: "toolbar", control: "choice", names: ["Move to"] },
    "move-between-classes",
  ],
  ["an item of a row's menu", { where: "layer", names: ["Withdraw"] }, "withdraw"],
  [
    "a field of a row's dialog",
    { where: "layer", control: "text", gesture: "focus", names: ["First name"] },
    "correct-details",
  ],
  ["an assigned teacher", { where: "toolbar", names: ["Change teacher"] }, "wrong-teacher"],
];

const nothing: [string, Partial<Gestured>][] = [
  ["a menu elsewhere", { where: "elsewhere", names: ["Add a Student"] }],
  ["a field elsewhere", { where: "elsewhere", control: "text", gesture: "type" }],
  ["a drag elsewhere", { where: "elsewhere", gesture: "drag" }],
  ["a column's heading dragged", { where: "roster", gesture: "drag" }],
  ["a link to a student", { control: "link", field: "name", names: ["Ruiz, Ana"], marks: ["students", "7"] }],
  ["a student called Drop", { control: "link", field: "name", names: ["Drop, Ana"] }],
  ["a student called Alta", { control: "link", field: "lastName", names: ["Alta"] }],
  ["a box that picks the row", { control: "box", names: ["Select row"] }],
  ["a box without a name", { control: "box" }],
  ["a box with its focus only", { control: "box", gesture: "focus", field: "status" }],
  ["a button's focus", { gesture: "focus", names: ["Remove"] }],
  ["the row's menu before it is open", { names: ["Actions"], isMenu: true }],
  ["a cell", { control: "plain", field: "firstName" }],
  ["a double press on a cell that cannot be edited", { control: "plain", gesture: "double-press" }],
  ["an option taken in a list box", { control: "option", names: ["Peña, Ana"] }],
  ["a search box", { where: "row", control: "text", gesture: "type", isSearch: true }],
  [
    "a box to look students up",
    { where: "layer", control: "text", gesture: "type", names: ["Find a student"] },
  ],
  [
    "a filter beside the roster",
    { where: "toolbar", control: "text", gesture: "type", names: ["Name contains"] },
  ],
  [
    "a list of grades to filter by",
    { where: "toolbar", control: "choice", gesture: "choose", names: ["Grade"], chosen: "07" },
  ],
  ["Add filter", { where: "toolbar", names: ["Add filter"] }],
  ["Edit columns", { where: "toolbar", names: ["Edit columns"] }],
  ["Remove note", { names: ["Remove note"] }],
  ["Export", { where: "toolbar", names: ["Export"] }],
  ["Cancel", { where: "layer", names: ["Cancel"] }],
  ["Save", { where: "toolbar", names: ["Save"] }],
  ["Next page", { where: "toolbar", names: ["›", "Next page"] }],
];

describe("decideIntent", () => {
  it.each(meant)("%s", (_, more, change) => {
    expect(decideIntent(use(more))?.change).toBe(change);
  });

  it.each(nothing)("%s means nothing", (_, more) => {
    expect(decideIntent(use(more))).toBeUndefined();
  });

  it("names the field of the column", () => {
    expect(decideIntent(use({ control: "text", gesture: "focus", field: "lastName" }))).toEqual({
      change: "correct-details",
      field: "lastName",
    });
  });
});

it.each([
  [["Save"], true],
  [["Guardar cambios"], true],
  [["Submit roster"], true],
  [["Save view"], false],
  [["Cancel"], false],
  [["Add"], false],
])("saysSave(%j) is %s", (names, saves) => {
  expect(saysSave(names)).toBe(saves);
});
