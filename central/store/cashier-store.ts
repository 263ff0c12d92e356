import { z } from 'zod';
import { cashierAnswerSchema } from '../../common/contracts/cashier/cashier.ts';
import { atomicallyIn, cached, insert, openSqlite, type Trial, trialOf } from './open.ts';

/** cashier.db: a row per key, with what was asked and how it ended; the drawer, in which each payment is an entry. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS requests (
  key TEXT PRIMARY KEY, body TEXT, asked_at INTEGER NOT NULL, answer TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS payments (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, amount TEXT NOT NULL, reference TEXT NOT NULL UNIQUE
) STRICT;
`;

const requestRow = z
  .object({ key: z.string(), body: z.string().nullable(), asked_at: z.number(), answer: z.string().nullable() })
  .transform((row) => ({
    key: row.key,
    /** Null: closed before it was ever asked. */
    body: row.body,
    askedAt: row.asked_at,
    /** Null: not decided. */
    answer: row.answer === null ? null : cashierAnswerSchema.parse(JSON.parse(row.answer)),
  }));
export type CashierRequest = z.output<typeof requestRow>;

const paymentRow = z.object({ key: z.string(), amount: z.string(), reference: z.string() });
export type CashierPayment = z.output<typeof paymentRow>;

export interface CashierStore {
  atomically<T>(work: () => T): T;
  find(key: string): CashierRequest | null;
  all(): readonly CashierRequest[];
  put(row: CashierRequest): void;
  /** Money that was taken; twice under one key is money taken twice. */
  pay(payment: CashierPayment): void;
  payments(): readonly CashierPayment[];
  reset(): void;
  readonly trial: Trial;
  close(): void;
}

/** Opens cashier.db, or ":memory:". */
export function openCashierStore(place: string): CashierStore {
  const db = openSqlite(place, SCHEMA);
  return {
    atomically: atomicallyIn(db),
    find(key) {
      const found = cached(db, 'SELECT * FROM requests WHERE key = ?').get(key);
      return found === undefined ? null : requestRow.parse(found);
    },
    all: () =>
      cached(db, 'SELECT * FROM requests ORDER BY rowid')
        .all()
        .map((row) => requestRow.parse(row)),
    put({ key, body, askedAt, answer }) {
      cached(db, 'DELETE FROM requests WHERE key = ?').run(key);
      const text = answer === null ? null : JSON.stringify(answer);
      insert(db, 'requests', { key, body, asked_at: askedAt, answer: text });
    },
    pay({ key, amount, reference }) {
      insert(db, 'payments', { key, amount, reference });
    },
    payments: () =>
      cached(db, 'SELECT key, amount, reference FROM payments ORDER BY id')
        .all()
        .map((row) => paymentRow.parse(row)),
    reset() {
      db.exec('DELETE FROM requests; DELETE FROM payments');
    },
    trial: trialOf(db),
    close() {
      db.close();
    },
  };
}
