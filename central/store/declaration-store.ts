import { z } from 'zod';
import { declaredInsuranceSchema } from '../../common/contracts/benefits/declaration.ts';
import { atomicallyIn, cached, insert, openSqlite } from './open.ts';

/** declarations.db: who declared which base for which month. One of a person and month, by the database. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS declarations (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, identity_number TEXT NOT NULL, month TEXT NOT NULL,
  base TEXT NOT NULL, total TEXT NOT NULL, lines TEXT NOT NULL, declared_at TEXT NOT NULL, terminal TEXT NOT NULL,
  UNIQUE (identity_number, month)
) STRICT;
`;

const linesSchema = z.array(
  z.object({
    insurance: declaredInsuranceSchema,
    fund: z.string(),
    base: z.string(),
    rate: z.string(),
    amount: z.string(),
  }),
);

const rowSchema = z
  .object({
    ...{ id: z.int(), key: z.string(), identity_number: z.string(), month: z.string(), base: z.string() },
    ...{ total: z.string(), lines: z.string(), declared_at: z.string(), terminal: z.string() },
  })
  .transform(({ id, lines, identity_number: identityNumber, declared_at: on, ...row }) => {
    return { ...row, identityNumber, on, lines: linesSchema.parse(JSON.parse(lines)), number: numberOf(row.month, id) };
  });
/** Amounts are yuan text, as they were answered; `on` is `yyyy-MM-dd HH:mm:ss`. */
export type DeclarationRow = z.output<typeof rowSchema>;

function numberOf(month: string, id: number): string {
  return `SB${month.replace('-', '')}${String(id).padStart(6, '0')}`;
}

export interface DeclarationStore {
  atomically<T>(work: () => T): T;
  /** Throws where the person has declared that month, or the key was used. */
  add(row: Omit<DeclarationRow, 'number'>): void;
  byKey(key: string): DeclarationRow | null;
  of(identityNumber: string, month: string): DeclarationRow | null;
  close(): void;
}

/** Opens declarations.db, or ":memory:". */
export function openDeclarationStore(place: string): DeclarationStore {
  const db = openSqlite(place, SCHEMA);
  const one = (found: unknown): DeclarationRow | null => (found === undefined ? null : rowSchema.parse(found));
  return {
    atomically: atomicallyIn(db),
    add({ key, identityNumber, month, base, total, lines, on, terminal }) {
      insert(db, 'declarations', {
        ...{ key, identity_number: identityNumber, month, base, total, declared_at: on, terminal },
        lines: JSON.stringify(lines),
      });
    },
    byKey: (key) => one(cached(db, 'SELECT * FROM declarations WHERE key = ?').get(key)),
    of: (identityNumber, month) =>
      one(cached(db, 'SELECT * FROM declarations WHERE identity_number = ? AND month = ?').get(identityNumber, month)),
    close: () => void db.close(),
  };
}
