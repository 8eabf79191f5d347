import { useState } from "preact/hooks";
import type { Say } from "./say.ts";

export const pageSize = 50;

/** A page of a long list. Pages, not a virtual list: find-in-page and screen readers see what is there. */
export const usePages = <T,>(items: readonly T[]) => {
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const at = Math.min(page, last);
  const from = at * pageSize;
  return { shown: items.slice(from, from + pageSize), from, at, last, setPage };
};

export const Pager = ({
  pages,
  kept,
  total,
  say,
}: {
  pages: {
    from: number;
    at: number;
    last: number;
    shown: readonly unknown[];
    setPage: (page: number) => void;
  };
  /** How many items there are to page through, and how many there were in all. */
  kept: number;
  total: number;
  say: Say;
}) => {
  const { from, at, last, shown, setPage } = pages;
  return (
    <div class="pager">
      {last > 0 && (
        <>
          <button type="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {say("page.previous")}
          </button>
          <span aria-live="polite">
            {say("page.of", { from: from + 1, to: from + shown.length, total: kept })}
          </span>
          <button type="button" disabled={at === last} onClick={() => setPage(at + 1)}>
            {say("page.next")}
          </button>
        </>
      )}
      {kept < total && <span class="quiet">{say("page.kept", { kept, total })}</span>}
    </div>
  );
};
