import { cellsOf, type RowGroup } from "./find-lists.ts";
import type { FlatTree } from "./flat-tree.ts";
import { areLevel, boxOf } from "./level-rows.ts";

/**
 * Names in one table, the rest in another beside it: frozen columns of grids whose rows share nothing but their place on
 * the screen. Panes are joined when they stand side by side, have as many rows, and their rows are level.
 */

const firstOf = ({ rows }: RowGroup): Element[] => rows.map(([row]) => row!);

const isPane = ({ shape, rows }: RowGroup, tree: FlatTree): boolean =>
  shape === "table" || shape === "grid" || (shape === "rows" && cellsOf(rows[0]![0]!, tree).length > 0);

const shareAncestor = (one: Element, other: Element, tree: FlatTree): boolean => {
  const above = new Set<Element>();
  for (let at: Element | undefined = one, level = 0; at && level < 7; at = tree.above(at), level += 1)
    above.add(at);
  for (let at: Element | undefined = other, level = 0; at && level < 7; at = tree.above(at), level += 1)
    if (above.has(at)) return at !== one && at !== other;
  return false;
};

/** The groups with panes of one list made one; the single panes are left out. */
export const joinPanes = (groups: readonly RowGroup[], tree: FlatTree): RowGroup[] => {
  const joined: RowGroup[] = [];
  const used = new Set<RowGroup>();
  const panes = groups.filter((group) => isPane(group, tree)).slice(0, 40);
  for (const one of panes) {
    if (used.has(one)) continue;
    const beside = panes.filter(
      (other) =>
        other !== one &&
        !used.has(other) &&
        shareAncestor(one.container, other.container, tree) &&
        areLevel(firstOf(one), firstOf(other)),
    );
    if (beside.length === 0) continue;
    const all = [one, ...beside].sort((a, b) => boxOf(a.rows[0]![0]!).left - boxOf(b.rows[0]![0]!).left);
    for (const pane of all) used.add(pane);
    joined.push({
      container: one.container,
      shape: one.shape,
      rows: one.rows.map((_, at) => all.flatMap((pane) => pane.rows[at]!)),
      headers: all.flatMap((pane) => pane.headers),
    });
  }
  return [...joined, ...groups.filter((group) => !used.has(group))];
};
