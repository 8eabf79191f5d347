import fc from "fast-check";
import { expect, it } from "vitest";
import { contextOf } from "../../../test/sample-package.ts";
import { rules } from "../index.ts";
import { runChecks } from "../run-checks.ts";

it("what causes explain and what they leave add up to what the rules raised, whatever is wrong", async () => {
  const pick = fc.constantFrom("P1", "1", "X1", "X2", `${7}`, "000007", "MuÃ±oz", "8/25/2026", "");
  const rows = fc.array(
    fc.record({ userSourcedId: pick, classSourcedId: pick, beginDate: pick, endDate: pick }),
    {
      minLength: 15,
      maxLength: 60,
    },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const context = contextOf({
        rows: {
          "users.csv": ["000007", "000001"].map((sourcedId) => ({ sourcedId, username: `u${sourcedId}` })),
          "enrollments.csv": made.map((row, at) => ({ sourcedId: `N${at}`, ...row })),
        },
      });
      const raised = rules.flatMap((rule) =>
        rule.formats?.includes("oneroster-1.1") === false || rule.systems !== undefined || rule.needs(context)
          ? []
          : [...rule.check(context)].map(({ count, args }) => ({ key: `${rule.id} ${args.column}`, count })),
      );
      const { findings, causes = [] } = await runChecks(context);
      const sum = (of: readonly { key: string; count: number }[]) => {
        const sums = new Map<string, number>();
        for (const { key, count } of of) if (count > 0) sums.set(key, (sums.get(key) ?? 0) + count);
        return Object.fromEntries([...sums].sort());
      };
      expect(
        sum(findings.map(({ rule, args, count }) => ({ key: `${rule} ${args.column}`, count }))),
      ).toEqual(sum(raised));
      for (const cause of causes) {
        const ours = findings.filter((finding) => finding.cause === cause.id);
        expect(ours.reduce((all, { count }) => all + count, 0)).toBe(cause.count);
      }
    }),
    { numRuns: 60 },
  );
});
