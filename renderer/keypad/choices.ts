/** At most four answers on one screen, the other services among them; with more bills one is a key for the next page. */
const CHOICES = 4;

/** Which bills stand on a page, and how many pages there are. */
export function visitsOn<T>(
  visits: readonly T[],
  services: boolean,
  page: number,
): { readonly shown: readonly T[]; readonly pages: number } {
  const room = services ? CHOICES - 1 : CHOICES;
  const perPage = visits.length > room ? room - 1 : room;
  return {
    shown: visits.slice(page * perPage, (page + 1) * perPage),
    pages: Math.max(1, Math.ceil(visits.length / perPage)),
  };
}

/** Rows of the work-list on one page; a fourth place is the key to the next page. */
const ROWS = 3;

export function rowsOn<T>(rows: readonly T[], page: number): { readonly shown: readonly T[]; readonly pages: number } {
  return { shown: rows.slice(page * ROWS, (page + 1) * ROWS), pages: Math.max(1, Math.ceil(rows.length / ROWS)) };
}

/** What goes from the work-list to the day's books: the digit after its rows and their next page. */
export const BOOKS_DIGIT = ROWS + 2;

/** Fee lines on one screen: half a page of the server, so that each stays large. */
export const LINES_SHOWN = 4;
