import { makeSchedule } from "../shared/clock.ts";
import type { FedRows } from "../shared/fed-rows.ts";
import type { Change } from "../shared/markup.ts";
import { makePeople, type Person } from "../shared/people.ts";
import type { Served } from "../shared/serve.ts";

export const assignments = [
  "pointPersonAttendance",
  "pointPersonAcademic",
  "pointPersonRegents",
  "supportLead",
] as const;
export type Assignment = (typeof assignments)[number];
export type Student = Person & { officialClass: string; advisor: string; note: string } & Record<
    Assignment,
    string
  >;
export type Level = "Caseload Viewer" | "Caseload Editor" | "School Wide Editor";
export type Portal = FedRows<Student> & {
  /** ISO instants are the page's; this is milliseconds. */
  raclRead: number;
  level: Level;
  changed?: Change;
};
export type NycPortal = Served & { portal: Portal };

export const schedule = makeSchedule("America/New_York", 6, [2]);
export const me = { id: "mrivera", name: "Marisol Rivera" };
export const staff = [me.name, "Theo Baptiste", "Yuki Tanaka", "Grace Owusu"];
export const school = { dbn: "02M475", name: "Harbor View School" };
/** Official classes and their advisors, as the RACL has them. */
const classes: readonly (readonly [string, string])[] = [
  ["501", me.name],
  ["502", staff[1]!],
  ["503", staff[2]!],
];

/** What the RACL sends. */
export const makeSource = (): Student[] =>
  makePeople(2475, 30, { grades: [5], digits: 9, stateId: () => "" }).map((person, index) => {
    const [officialClass, advisor] = classes[index % classes.length]!;
    const none = Object.fromEntries(assignments.map((key) => [key, ""])) as Record<Assignment, string>;
    return { ...person, officialClass, advisor, note: "", ...none };
  });

/** The students a user sees: all, or those of their official class and those assigned to them by hand. */
export const caseloadOf = ({ rows, level }: Portal): Student[] =>
  level === "School Wide Editor"
    ? rows
    : rows.filter((one) => one.advisor === me.name || assignments.some((key) => one[key] === me.name));
