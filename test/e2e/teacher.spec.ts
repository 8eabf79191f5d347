import { test } from "@playwright/test";
import { type Stage, setStage } from "./story/stage.ts";
import * as teacher from "./story/teacher.ts";

/** What a teacher can do, with real clicks, in the built extension. */
test("a teacher is told what the next sync undoes, reports instead, and sees what became of it", async () => {
  test.setTimeout(240_000);
  const stage: Stage = await setStage({ output: ".output/e2e-teacher" });
  try {
    const section = await test.step("the notice", () => teacher.openRoster(stage));
    const renamed = await test.step("a name", () => teacher.changeFirstName(stage));
    const withdrawn = await test.step("a withdrawal, reported", () => teacher.reportWithdrawal(stage));
    await test.step("a new student", () => teacher.addStudent(stage));
    await test.step("going on is possible", () => teacher.submit(stage, section, renamed));
    await test.step("the next morning", () => teacher.seeNextMorning(stage, section, renamed));
    await test.step("nothing comes of the report", () => teacher.seeReportOverdue(stage, section));
    await test.step("the report arrives", () => teacher.seeReportArrive(stage, section, withdrawn));
  } finally {
    await stage.close();
  }
});
