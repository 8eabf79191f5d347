import { describe, expect, test } from "vitest";
import { Plan, type PlanKind, planKinds, type RecordPlan } from "../findings/report.ts";
import { makePlan } from "./plan.ts";
import { fileRoster, homeroom, pageRoster, student, teacher } from "./sample-rosters.ts";

/** Who is in which group, by id. */
const groups = (plan: RecordPlan): Partial<Record<PlanKind, string[]>> =>
  Object.fromEntries(
    planKinds.flatMap((kind) => {
      const { count, samples } = plan[kind];
      expect(count).toBe(samples.length);
      return count === 0 ? [] : [[kind, samples.map(({ id }) => id)]];
    }),
  );

const previous = fileRoster(
  {
    students: [
      student("1", "Ana Núñez", "A"),
      student("2", "Beto Núñez", "A"),
      student("3", "Carla Ruiz", "B"),
    ],
  },
  "last.zip",
);
const cli = { system: "cli-engage", mode: "complete" } as const;

describe("against the last file", () => {
  test("one of each: added, removed, moved, changed, unchanged", () => {
    const file = fileRoster({
      students: [
        student("1", "Ana Núñez", "B"),
        student("3", "Carla Ruiz", "B", { lastName: "Ruíz" }),
        student("4", "Dario Paz", "A"),
      ],
    });
    const plan = makePlan({ file, previous, ...cli });
    expect(Plan.safeParse(plan).success).toBe(true);
    expect(groups(plan.students)).toEqual({ added: ["4"], removed: ["2"], moved: ["1"], changed: ["3"] });
    expect(plan.students.moved.samples[0]).toEqual({
      id: "1",
      name: "Ana Núñez",
      from: "Class A",
      to: "Class B",
    });
    expect(plan.students.changed.samples[0]?.fields).toEqual({ lastName: ["Ruiz", "Ruíz"] });
    expect(plan.against).toEqual([{ kind: "previous", name: "last.zip", at: "2026-11-16T08:00:00Z" }]);
    expect(plan.limits).toEqual([]);
  });

  test("the same again changes nothing", () => {
    const plan = makePlan({ file: previous, previous, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1", "2", "3"] });
    expect(groups(plan.classes)).toEqual({ unchanged: ["A", "B"] });
    expect(groups(plan.teachers)).toEqual({ unchanged: ["t-A", "t-B"] });
  });

  test("a partial upload makes nobody inactive", () => {
    const file = fileRoster({ students: [student("1", "Ana Núñez", "A")] });
    const plan = makePlan({ file, previous, system: "cli-engage", mode: "partial" });
    expect(groups(plan.students)).toEqual({ unchanged: ["1"], notSeen: ["2", "3"] });
    expect(plan.students.notSeen.samples[0]?.because).toContain("partial upload");
    expect(groups(plan.classes)).toEqual({ unchanged: ["A"], notSeen: ["B"] });
  });

  test("without a mode it shows the most that can happen and says so", () => {
    const file = fileRoster({ students: [student("1", "Ana Núñez", "A")] });
    const plan = makePlan({ file, previous, system: "cli-engage" });
    expect(groups(plan.students).removed).toEqual(["2", "3"]);
    expect(plan.limits).toEqual([expect.stringContaining("No mode was given")]);
  });

  test("a new class is made first and takes its students a cycle later", () => {
    const students = [...previous.students, student("4", "Dario Paz", "C")];
    const plan = makePlan({ file: fileRoster({ students }), previous, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1", "2", "3"], waiting: ["4"] });
    expect(groups(plan.classes).added).toEqual(["C"]);
  });

  test("classes that are not homerooms, and students in no homeroom, are ignored", () => {
    const sections = [homeroom("A"), homeroom("B"), { ...homeroom("M"), homeroom: false }];
    const students = [
      student("1", "Ana Núñez", "M"),
      student("2", "Beto Núñez", "A M"),
      student("3", "Carla Ruiz", "B"),
      student("5", "Eva Sol", ""),
    ];
    const plan = makePlan({ file: fileRoster({ students, sections }), previous, ...cli });
    expect(groups(plan.students)).toEqual({ ignored: ["1", "5"], unchanged: ["2", "3"] });
    expect(groups(plan.classes)).toEqual({ ignored: ["M"], unchanged: ["A", "B"] });
    expect(plan.students.ignored.samples[0]?.because).toContain("on the roster now");
  });

  test("without a receiver every class counts and nothing waits", () => {
    const sections = [homeroom("A"), homeroom("B"), { ...homeroom("M"), homeroom: false }];
    const students = [student("1", "Ana Núñez", "M"), ...previous.students.slice(1)];
    const plan = makePlan({ file: fileRoster({ students, sections }), previous, mode: "complete" });
    expect(groups(plan.students)).toEqual({ moved: ["1"], unchanged: ["2", "3"] });
    expect(plan.limits).toEqual([expect.stringContaining("No receiver was named")]);
  });

  test("the same person under a new Internal ID would be doubled", () => {
    const students = [student("91", "ANA NUNEZ", "A"), ...previous.students.slice(1)];
    const plan = makePlan({ file: fileRoster({ students }), previous, ...cli });
    expect(groups(plan.students)).toEqual({ rekeyed: ["91"], unchanged: ["2", "3"] });
    expect(plan.students.rekeyed.samples[0]).toMatchObject({ from: "1", to: "91" });
  });

  test("an Internal ID given to someone else is a change that says so", () => {
    const students = [
      student("1", "Olga Paz", "A", { birthDate: "2020-01-01" }),
      ...previous.students.slice(1),
    ];
    const plan = makePlan({ file: fileRoster({ students }), previous, ...cli });
    expect(groups(plan.students).changed).toEqual(["1"]);
    expect(plan.students.changed.samples[0]?.because).toContain("someone else");
  });

  test("twins are two people", () => {
    const students = [
      student("92", "Ana Núñez", "A"),
      student("93", "Beto Núñez", "A"),
      student("3", "Carla Ruiz", "B"),
    ];
    const plan = makePlan({ file: fileRoster({ students }), previous, ...cli });
    expect(plan.students.rekeyed.samples.map(({ from, to }) => [from, to])).toEqual([
      ["1", "92"],
      ["2", "93"],
    ]);
  });

  test("two of one name and birthday are never matched by guess", () => {
    const same = fileRoster({ students: [student("1", "Ana Paz", "A"), student("2", "Ana Paz", "B")] });
    const file = fileRoster({ students: [student("1", "Ana Paz", "A"), student("9", "Ana Paz", "B")] });
    const plan = makePlan({ file, previous: same, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1"], unmatched: ["9", "2"] });
  });

  test("a class keeps its id and gets another teacher: reassigned; only another title: renamed", () => {
    const sections = [homeroom("A", "t-new"), homeroom("B", "t-B", "Ruiz AM")];
    const teachers = [teacher("t-new", "Nora Gil"), teacher("t-B")];
    const plan = makePlan({
      file: fileRoster({ students: previous.students, sections, teachers }),
      previous,
      ...cli,
    });
    expect(groups(plan.classes)).toEqual({ reassigned: ["A"], renamed: ["B"] });
    expect(plan.classes.reassigned.samples[0]).toMatchObject({ from: "Teacher t-A", to: "Nora Gil" });
    expect(plan.classes.renamed.samples[0]).toMatchObject({ from: "Class B", to: "Ruiz AM" });
    expect(groups(plan.teachers)).toEqual({ added: ["t-new"], unchanged: ["t-B"], removed: ["t-A"] });
  });

  test("a class or teacher under a new id would be doubled", () => {
    const sections = [homeroom("A2", "t-A2", "Class A"), homeroom("B")];
    const teachers = [{ ...teacher("t-A"), id: "t-A2" }, teacher("t-B")];
    const students = previous.students.map((one) => ({
      ...one,
      sectionIds: one.sectionIds.map((id) => (id === "A" ? "A2" : id)),
    }));
    const plan = makePlan({ file: fileRoster({ students, sections, teachers }), previous, ...cli });
    expect(groups(plan.classes)).toEqual({ rekeyed: ["A2"], unchanged: ["B"] });
    expect(groups(plan.teachers)).toEqual({ rekeyed: ["t-A2"], unchanged: ["t-B"] });
    expect(groups(plan.students)).toEqual({ waiting: ["1", "2"], unchanged: ["3"] });
  });

  test("a district gone from the file is said before everything else", () => {
    const many = Array.from({ length: 200 }, (_, index) => student(`${index}`, `Name${index} Paz`, "A"));
    const before = fileRoster({ students: many });
    const mass = makePlan({ file: fileRoster({ students: many.slice(40) }), previous: before, ...cli });
    expect(mass.limits[0]).toMatch(/^40 of 200 students \(20 %\) would be removed/);
    const few = makePlan({ file: fileRoster({ students: many.slice(19) }), previous: before, ...cli });
    expect(few.limits).toEqual([]);
  });
});

describe("against a page", () => {
  const page = pageRoster("A", {
    students: [student("1", "Ana Núñez", "A"), student("2", "Beto Núñez", "A", { status: "Inactive" })],
  });

  test("what was not seen is neither added nor removed", () => {
    const file = fileRoster({
      students: [
        student("1", "Ana Núñez", "A"),
        student("3", "Carla Ruiz", "B"),
        student("4", "Dario Paz", "A"),
      ],
    });
    const plan = makePlan({ file, page, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1", "2"], notSeen: ["3"], added: ["4"] });
    expect(plan.students.added.samples[0]?.because).toContain("not seen");
    expect(plan.students.unchanged.samples[1]?.because).toBe("Is already inactive.");
    expect(groups(plan.classes)).toEqual({ unchanged: ["A"], notSeen: ["B"] });
    expect(plan.limits[0]).toBe("1 of the 2 classes of the file were seen on the portal.");
  });

  test("a class that was shown in part adds and removes only whom it showed", () => {
    const part = pageRoster("A", {
      students: [student("1", "Ana Núñez", "A"), student("8", "Olga Sol", "A")],
      coverage: { kind: "partial", sectionIds: [], seen: 2, of: 3 },
    });
    const file = fileRoster({ students: [student("1", "Ana Núñez", "A"), student("2", "Beto Núñez", "A")] });
    const plan = makePlan({ file, page: part, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1"], notSeen: ["2"], removed: ["8"] });
    expect(plan.limits).toContain("The portal showed 2 of 3 students of a class.");
  });

  test("a student set inactive by hand becomes active again", () => {
    const file = fileRoster({ students: [student("1", "Ana Núñez", "A"), student("2", "Beto Núñez", "A")] });
    const plan = makePlan({ file, page, ...cli });
    expect(plan.students.changed.samples).toMatchObject([
      { id: "2", fields: { status: ["Inactive", "Active"] } },
    ]);
  });

  test("values compare as what they mean, not as they are written", () => {
    const seen = pageRoster("A", {
      students: [
        student("1", "Ana Núñez", "A", { gender: "F", gradeLevel: "Pre-K", birthDate: "04/05/2021" }),
      ],
    });
    const file = fileRoster({
      students: [student("1", "Ana Núñez", "A", { gender: "female", gradeLevel: "PK", middleName: "" })],
    });
    expect(groups(makePlan({ file, page: seen, ...cli }).students)).toEqual({ unchanged: ["1"] });
  });

  test("the page is believed where it was seen, the last file elsewhere", () => {
    const file = fileRoster({ students: previous.students });
    const seen = pageRoster("A", { students: [student("1", "Anna Núñez", "A")] });
    const plan = makePlan({ file, page: seen, previous, ...cli });
    expect(groups(plan.students)).toEqual({ changed: ["1"], added: ["2"], unchanged: ["3"] });
    expect(plan.against.map(({ kind }) => kind)).toEqual(["page", "previous"]);
    expect(plan.limits).toContain("Where the portal was not seen, the previous file stands for it.");
  });

  test("a missing Internal ID on a page that shows ids would make a second record", () => {
    const seen = pageRoster("A", {
      students: [student("", "Ana Núñez", "A"), student("2", "Beto Núñez", "A")],
    });
    const file = fileRoster({ students: previous.students.slice(0, 2) });
    expect(groups(makePlan({ file, page: seen, ...cli }).students)).toEqual({
      rekeyed: ["1"],
      unchanged: ["2"],
    });
  });

  test("a page that shows no ids at all is matched by person, and the rest stays unmatched", () => {
    const seen = pageRoster("A", { students: [student("", "Ana Núñez", "A"), student("", "Zoe Paz", "A")] });
    const file = fileRoster({ students: previous.students.slice(0, 2) });
    const plan = makePlan({ file, page: seen, ...cli });
    expect(groups(plan.students)).toEqual({ unchanged: ["1"], added: ["2"], unmatched: [""] });
  });

  test("a teacher shown by name only is the file's teacher of that name", () => {
    const shown = (name: string) =>
      pageRoster("A", {
        sections: [homeroom("A", `name:${name}`)],
        teachers: [{ id: `name:${name}`, lastName: name }],
        students: [],
      });
    const sections = [homeroom("A", "t1")];
    const file = fileRoster({ sections, teachers: [teacher("t1", "Ana Vega")], students: [] });
    const fates = (name: string) => groups(makePlan({ file, page: shown(name), ...cli }).classes);
    expect(fates("Vega, Ana")).toEqual({ unchanged: ["A"] });
    expect(fates("Luz Mora")).toEqual({ reassigned: ["A"] });
    // Too short to tell whether it is someone else.
    expect(fates("Ms. Mora")).toEqual({ unchanged: ["A"] });
  });

  test("with nothing to compare with, only what is ignored is known", () => {
    const students = [student("1", "Ana Núñez", "A"), student("2", "Eva Sol", "")];
    const plan = makePlan({ file: fileRoster({ students }), ...cli });
    expect(groups(plan.students)).toEqual({ notSeen: ["1"], ignored: ["2"] });
    expect(plan.limits).toEqual([expect.stringContaining("no roster to compare with")]);
  });

  test("speaks Spanish", () => {
    const plan = makePlan({
      file: fileRoster({ students: [student("2", "Eva Sol", "")] }),
      ...cli,
      language: "es",
    });
    expect(plan.students.ignored.samples[0]?.because).toContain("ninguna clase homeroom");
  });
});
