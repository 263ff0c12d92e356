import type { CardReports } from '../people/answers/card.ts';
import { cached, insert, openSqlite } from './open.ts';

/** cards.db: what terminals reported of cards. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS card_withdrawals (id INTEGER PRIMARY KEY, card_number TEXT NOT NULL, day TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS card_withdrawals_by_card ON card_withdrawals (card_number, day);
`;

/** Opens cards.db, or ":memory:". */
export function openCardReports(place: string): CardReports & { close(): void } {
  const db = openSqlite(place, SCHEMA);
  return {
    withdrawnOn(cardNumber) {
      const newest = cached(db, 'SELECT max(day) FROM card_withdrawals WHERE card_number = ?').pluck();
      const found = newest.get(cardNumber);
      return typeof found === 'string' ? found : null;
    },
    addWithdrawal(cardNumber, on) {
      insert(db, 'card_withdrawals', { card_number: cardNumber, day: on });
    },
    close: () => void db.close(),
  };
}
