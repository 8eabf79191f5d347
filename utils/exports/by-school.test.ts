import { expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { runChecks } from "../checks/run-checks.ts";
import { countBySchool } from "./by-school.ts";
import { collectPlaces } from "./collect-places.ts";

const context = contextOf({
  whole: {
    "orgs.csv": [
      ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"],
      ["S8", "", "", "Pecan Elementary", "school", "", ""],
      ["S9", "", "", "Elm Elementary", "school", "", ""],
    ],
    "courses.csv": [
      [
        "sourcedId",
        "status",
        "dateLastModified",
        "schoolYearSourcedId",
        "title",
        "courseCode",
        "grades",
        "orgSourcedId",
      ],
      ["X1", "", "", "", "Reading", "", "", "S8"],
      ["X1", "", "", "", "Reading", "", "", "S8"],
      ["X2", "", "", "", "Writing", "", "", "S9"],
    ],
  },
});

it("counts rows and faults at the school that the row names", async () => {
  const { places, add } = collectPlaces();
  await runChecks(context, { onFinding: add });
  const schools = countBySchool(context.files, places);
  const of = (id: string) => schools.find((school) => school.id === id);
  // The school's own row and its courses; the second X1 repeats the first.
  expect(of("S8")).toMatchObject({ name: "Pecan Elementary", rows: 3 });
  expect(of("S9")).toMatchObject({ name: "Elm Elementary", rows: 2 });
  expect((of("S8")?.faults ?? 0) - (of("S9")?.faults ?? 0)).toBe(1);
});

it("counts apart what the LEA has acknowledged", async () => {
  const { places, add } = collectPlaces();
  await runChecks(context, {
    onFinding: (finding, all) =>
      add({ ...finding, acknowledged: { reason: "Agreed", until: "2027-01-31" } }, all),
  });
  const [school] = countBySchool(context.files, places).filter(({ id }) => id === "S8");
  expect(school).toMatchObject({ faults: 0, warnings: 0 });
  expect(school?.acknowledged).toBeGreaterThan(0);
});

it("has nothing to tell of a package without a recognised file", () =>
  expect(countBySchool(new Map(), collectPlaces().places)).toEqual([]));
