import { lineOfRow } from "./lines.ts";
import { placeLimit, problem } from "./problems.ts";
import type { FileProblem } from "./table.ts";
import type { TableBuilder } from "./table-builder.ts";

const delimiterNames: Record<string, string> = { ";": "semicolon", "\t": "tab", "|": "pipe" };

/** What a finished table shows of its file, whatever the format. */
export const checkTable = (builder: TableBuilder): FileProblem[] => {
  const { name, delimiter, rows } = builder.facts;
  const problems: FileProblem[] = [];
  const delimiterName = delimiterNames[delimiter];
  if (delimiterName !== undefined && /\.csv$/i.test(name)) {
    problems.push(problem("wrong-delimiter", name, { delimiter, name: delimiterName }));
  }
  if (isFullWidth(builder)) {
    problems.push(problem("wrong-delimiter", name, { delimiter: "，", name: "full-width comma" }));
  }
  if (rows === 0) problems.push(problem("header-only", name));
  const example = rows === 0 ? "" : firstCell(builder);
  if (isExample(example)) {
    problems.push(
      problem("example-row", name, { value: example }, [
        { line: lineOfRow(builder.lines, 0), value: example },
      ]),
    );
  }
  const nul = builder.mayHoldNul ? findNulBytes(builder) : undefined;
  if (nul !== undefined) problems.push(nul);
  return problems;
};

/** Keyboards of East Asia write a comma as wide as their letters, which no reader of CSV takes for one. */
const isFullWidth = ({ header }: TableBuilder): boolean =>
  header.length === 1 && (header[0] ?? "").split("，").length > 2;

const decoder = new TextDecoder();

/** The first filled cell of the first row. */
const firstCell = ({ columns }: TableBuilder): string => {
  for (const { arena, starts, codes } of columns) {
    const code = codes[0] ?? 0;
    const text = decoder.decode(arena.subarray(starts[code], starts[code + 1])).trim();
    if (text !== "") return text.slice(0, 200);
  }
  return "";
};

/** "ex: 111222233", as templates write it above the rows that people are to fill in. */
const isExample = (cell: string): boolean =>
  /^["“']?(?:ex|e\.\s?g|example|for example|sample)\.?\s*:/i.test(cell);

/** NUL bytes past the beginning of the file, which `sniff` has seen: cells that hold one, first rows as places. */
const findNulBytes = (builder: TableBuilder): FileProblem | undefined => {
  const places: FileProblem["places"] = [];
  let count = 0;
  for (const { arena, starts, counts, firstRow, committed, name } of builder.columns) {
    const end = starts[committed]!;
    for (let at = arena.indexOf(0); at >= 0 && at < end; ) {
      const code = codeAt(starts, committed, at);
      count += counts[code]!;
      if (places.length < placeLimit)
        places.push({ line: lineOfRow(builder.lines, firstRow[code]!), column: name });
      at = arena.indexOf(0, starts[code + 1]!);
    }
  }
  return count === 0 ? undefined : problem("nul-bytes", builder.facts.name, { cells: count }, places, count);
};

/** The code of the value that holds byte `at` of the arena. */
const codeAt = (starts: Uint32Array, size: number, at: number): number => {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle + 1]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};
