import { type AmountLimit, limitsFor } from "../../formats/receiver-limits.ts";
import { columnOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import { countOf, currentRecords, layoutOfRecords } from "../package-records.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

type Amount = { file: string; amount: number };

/** Every amount that a limit is about. */
const amountsOf = (context: CheckContext, { of }: AmountLimit): Amount[] => {
  if (of === "rows-per-file") {
    return [...context.files.values()].map(({ table }) => ({ file: table.file.name, amount: table.rows }));
  }
  const place = layoutOfRecords(context.format.id)?.students;
  const file = context.files.get(place?.role ?? "");
  const id = columnOf(file, place?.id ?? "");
  if (place === undefined || file === undefined || id === undefined) return [];
  const { name } = file.table.file;
  if (of === "students") {
    // Fewer rows than the limit hold fewer students.
    const most = file.table.rows;
    return [
      { file: name, amount: most < limitFloor ? most : (countOf(currentRecords(context), "students") ?? 0) },
    ];
  }
  let most = 0;
  for (let code = 0; code < id.size; code++) most = Math.max(most, id.counts[code] as number);
  return columnOf(file, "Contact_name") === undefined ? [] : [{ file: name, amount: most }];
};

/** No published limit of students is below it, so that fewer rows need no counting. */
const limitFloor = 100_000;

/** More than the receiver takes at once. */
export const rule: Rule = {
  id: "receiver-limit-exceeded",
  outcome: "warning",
  consequence: "file-refused",
  whoCanFix: "lea-data-team",
  source: "docs.microsoft.com sds-limits; Clever SFTP Instructions",
  certain: true,
  needs: needNothing,
  *check(context) {
    const limits = limitsFor(context.system, context.format.id);
    const told = new Set<string>();
    for (const limit of limits?.amounts ?? []) {
      for (const { file, amount } of amountsOf(context, limit)) {
        // The limit itself is told before the advice to stay below it.
        if (amount <= limit.most || told.has(`${limit.of} ${file}`)) continue;
        told.add(`${limit.of} ${file}`);
        yield {
          count: 1,
          args: {
            file,
            of: limit.of,
            amount,
            most: limit.most,
            kind: limit.kind,
            receiver: limits?.name ?? "",
          },
          places: [{ file }],
          source: limit.source,
          certain: limit.certain,
          ...(limit.kind === "advice" ? { outcome: "note", consequence: "none" } : {}),
        } satisfies Raised;
      }
    }
  },
};
