import { z } from 'zod';
import type { CardReports } from '../people/answers/card.ts';
import { cached, insert, openSqlite } from './open.ts';

/** cards.db: what terminals reported of cards, in order. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS card_reports (
  id INTEGER PRIMARY KEY, card_number TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS card_reports_by_card ON card_reports (card_number, id);
`;

const row = z.object({ id: z.int(), kind: z.enum(['lost', 'withdrawn']), on: z.string() });

/** Opens cards.db, or ":memory:". */
export function openCardReports(place: string): CardReports & { close(): void } {
  const db = openSqlite(place, SCHEMA);
  return {
    latest(cardNumber) {
      const newest = 'SELECT id, kind, day AS "on" FROM card_reports WHERE card_number = ? ORDER BY id DESC LIMIT 1';
      const found = cached(db, newest).get(cardNumber);
      return found === undefined ? null : row.parse(found);
    },
    add(cardNumber, kind, on) {
      insert(db, 'card_reports', { card_number: cardNumber, kind, day: on });
    },
    close: () => void db.close(),
  };
}
