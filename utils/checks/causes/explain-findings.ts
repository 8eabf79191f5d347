import type { Place, RootCause } from "../../findings/finding.ts";
import { cellsOf, countRows, placesOf } from "../columns.ts";
import type { CheckContext, Raised } from "../rule.ts";
import type { Cause, FoundCause, Open } from "./cause.ts";

/** What a rule raised, with the rule that did. */
export type RaisedBy = { rule: string; raised: Raised };

const samplesOfCause = 20;

/** `undefined` for cells that do not add up to the finding: nothing may be taken away from it. */
const openOf = ({ rule, raised }: RaisedBy): Open => {
  const cells = cellsOf(raised.places);
  const isExact = cells !== undefined && countRows(cells.column, cells.codes) === raised.count;
  return { rule, raised, cells: isExact ? cells : undefined };
};

/** The part of a finding with these codes: its count, and the facts of its sentence that follow from them. */
export const partOf = ({ rule, raised, cells }: Open, codes: readonly number[]): Open => {
  if (cells === undefined) return { rule, raised, cells };
  const { file, column, related } = cells;
  const most = codes.reduce(
    (a, b) => ((column.counts[b] as number) > (column.counts[a] as number) ? b : a),
    codes[0] as number,
  );
  const { args } = raised;
  const meant = related?.(most);
  return openOf({
    rule,
    raised: {
      ...raised,
      count: countRows(column, codes),
      args: {
        ...args,
        ...("distinct" in args && { distinct: codes.length }),
        ...("example" in args && { example: column.valueOf(most) }),
        ...("exampleRows" in args && { exampleRows: column.counts[most] as number }),
        ...("meant" in args && meant !== undefined && { meant }),
      },
      places: placesOf(file, column, codes, related),
    },
  });
};

/** A finding in two: the rows with these of its codes, and the others; either is absent when it is empty. */
export const splitOpen = (
  open: Open,
  wanted: readonly number[] | undefined,
): { taken?: Open; left?: Open } => {
  if (wanted === undefined || open.cells === undefined) return { taken: open };
  const set = new Set(wanted);
  const taken = open.cells.codes.filter((code) => set.has(code));
  if (taken.length === 0) return { left: open };
  if (taken.length === open.cells.codes.length) return { taken: open };
  const left = open.cells.codes.filter((code) => !set.has(code));
  return { taken: partOf(open, taken), left: partOf(open, left) };
};

const placesIn = (parts: readonly Open[], places: Iterable<Place> | undefined): Place[] => {
  const samples: Place[] = [];
  // Places that are not cells can be read once only, and the finding needs them.
  const own = parts.flatMap(({ raised, cells }) => (cells === undefined ? [] : [raised.places]));
  for (const from of places === undefined ? own : [places]) {
    for (const place of from) {
      samples.push(place);
      if (samples.length === samplesOfCause) return samples;
    }
  }
  return samples;
};

/**
 * Lets each cause of the catalogue, the deepest first, take what it explains out of the findings. Explained and
 * unexplained parts of a finding are findings of their own, whose counts add up to the whole. A cause that throws is
 * passed to `onFault` and explains nothing.
 */
export const explainFindings = (
  context: CheckContext,
  raised: readonly RaisedBy[],
  catalogue: readonly Cause[],
  onFault: (cause: string, error: unknown) => void,
): { raised: RaisedBy[]; causes: RootCause[] } => {
  const open = raised.map(openOf);
  const done: Open[] = [];
  const causes: RootCause[] = [];
  /** What is left of a finding from which a cause has taken a part. */
  const rest = new Map<Open, Open>();
  const leftOf = (one: Open): Open => {
    const left = rest.get(one);
    return left === undefined ? one : leftOf(left);
  };

  const take = (kind: string, found: FoundCause): void => {
    const before = causes.filter((cause) => cause.kind === kind).length;
    const id = before === 0 ? kind : `${kind}-${before + 1}`;
    const parts: Open[] = [];
    for (const { open: of, codes } of found.explained) {
      const one = leftOf(of);
      const at = open.indexOf(one);
      if (at < 0) continue;
      const { taken, left } = splitOpen(one, codes);
      if (left !== one) open.splice(at, 1, ...(left === undefined ? [] : [left]));
      if (left !== undefined && left !== one) rest.set(one, left);
      if (taken !== undefined) parts.push({ ...taken, raised: { ...taken.raised, cause: id } });
    }
    if (parts.length === 0) return;
    done.push(...parts);
    causes.push({
      id,
      kind,
      count: parts.reduce((sum, part) => sum + part.raised.count, 0),
      args: found.args,
      repairable: found.repairable,
      explains: parts.map(({ rule, raised: { args, count } }) => ({
        rule,
        file: String(args.file ?? ""),
        ...(args.column === undefined ? {} : { column: String(args.column) }),
        count,
      })),
      samples: placesIn(parts, found.places),
    });
  };

  for (const cause of catalogue) {
    try {
      for (const found of [...cause.explain(context, [...open])]) take(cause.id, found);
    } catch (error) {
      onFault(cause.id, error);
    }
  }
  causes.sort((a, b) => b.count - a.count);
  return { raised: [...done, ...open], causes };
};

/** As `splitOpen`, for a finding that no cause looks at any more. */
export const splitRaised = (
  raised: RaisedBy,
  codes: readonly number[],
): { taken?: RaisedBy; left?: RaisedBy } => {
  const open = openOf(raised);
  return open.cells === undefined ? { left: raised } : splitOpen(open, codes);
};
