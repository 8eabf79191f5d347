import { test } from "@playwright/test";
import * as administrator from "./story/administrator.ts";
import { type Stage, setStage } from "./story/stage.ts";

/** What an administrator can do, with real clicks, in the built extension. */
test("an administrator's file is held, judged, explained, and then received byte for byte", async () => {
  test.setTimeout(240_000);
  const stage: Stage = await setStage({ output: ".output/e2e-administrator" });
  try {
    await test.step("two rosters are seen", () => administrator.lookAtRosters(stage));
    await test.step("last week's file", () => administrator.uploadLastWeek(stage));
    await test.step("a bad file is held", () => administrator.holdBadFile(stage));
    await test.step("what is wrong", () => administrator.seeWhatIsWrong(stage));
    await test.step("another file", () => administrator.chooseAnother(stage));
    await test.step("what it will do", () => administrator.seeThePlan(stage));
    await test.step("the portal gets it", () => administrator.upload(stage, ["next-week.zip"]));
    await test.step("workbook and loose files", () => administrator.uploadOtherKinds(stage));
  } finally {
    await stage.close();
  }
});
