import { useEffect, useRef, useState } from 'react';

/** Rows of a long list that have come, by page. */
interface Paged<Row> {
  readonly key: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

export interface PagesOptions<Row> {
  /** Another key is another list: what stands there stays until the first page of the new one has come. */
  readonly key: string;
  /** Rows a page. */
  readonly size: number;
  /** First row that is looked at, and how many. */
  readonly top: number;
  readonly shown: number;
  /** Asks for a window; null: there was no good answer. */
  readonly ask: (from: number, count: number) => Promise<{ total: number; rows: readonly Row[] } | null>;
}

export interface Pages<Row> {
  /** Null until the first page has come. */
  readonly total: number | null;
  row(index: number): Row | undefined;
  /** What stands there belongs to the key that is asked for. */
  readonly fresh: boolean;
}

/**
 * The pages that are missing: those on which rows `top` to `top + shown` stand, and once these have come one on either side of
 * them. Who types is answered for what she sees first. `total`: rows of the list; null: nobody knows yet.
 */
export function missingPages(
  { top, shown, size, total }: { top: number; shown: number; size: number; total: number | null },
  has: (page: number) => boolean,
): readonly number[] {
  const first = Math.floor(top / size);
  const last = Math.floor((top + Math.max(0, shown - 1)) / size);
  const missing = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .filter((page) => page === 0 || total === null || page * size < total)
      .filter((page) => !has(page));
  const seen = missing(first, last);
  return seen.length > 0 ? seen : missing(Math.max(0, first - 1), last + 1);
}

/** Keeps the pages of a long list that is looked at through a window, and asks for those that are missing. */
export function usePages<Row>({ key, size, top, shown, ask }: PagesOptions<Row>): Pages<Row> {
  const [data, setData] = useState<Paged<Row> | null>(null);
  const asked = useRef(new Set<string>());
  const newest = useRef({ key, ask });
  newest.current = { key, ask };
  const have = data?.key === key ? data : null;
  const missing = missingPages(
    { top, shown, size, total: have?.total ?? null },
    (page) => have?.pages.has(page) === true,
  ).join();
  useEffect(() => {
    if (missing === '') return;
    for (const page of missing.split(',').map(Number)) {
      const call = `${key} ${page}`;
      if (asked.current.has(call)) continue;
      asked.current.add(call);
      void newest.current.ask(page * size, size).then((answer) => {
        asked.current.delete(call);
        // Somebody has typed on meanwhile: this answer is of a list that nobody looks at any more.
        if (answer === null || newest.current.key !== key) return;
        setData((now) => {
          const pages = new Map(now?.key === key ? now.pages : []);
          return { key, total: answer.total, pages: pages.set(page, answer.rows) };
        });
      });
    }
  }, [key, missing, size]);
  return {
    total: data?.total ?? null,
    row: (index) => data?.pages.get(Math.floor(index / size))?.[index % size],
    fresh: data?.key === key,
  };
}
