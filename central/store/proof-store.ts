import { cached, insert, openSqlite } from './open.ts';

/** proofs.db: who proved, when and how surely, that a benefit is still drawn by whom it belongs to. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS proofs (
  id INTEGER PRIMARY KEY, identity_number TEXT NOT NULL, proven_on TEXT NOT NULL, assurance TEXT NOT NULL,
  terminal TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS proofs_by_person ON proofs (identity_number, id);
`;

export interface ProofStore {
  add(
    identityNumber: string,
    proof: { readonly on: string; readonly assurance: string; readonly terminal: string },
  ): void;
  /** The day of the newest proof, `yyyy-MM-dd`, or null. */
  last(identityNumber: string): string | null;
  close(): void;
}

/** Opens proofs.db, or ":memory:". */
export function openProofStore(place: string): ProofStore {
  const db = openSqlite(place, SCHEMA);
  return {
    add(identityNumber, { on, assurance, terminal }) {
      insert(db, 'proofs', { identity_number: identityNumber, proven_on: on, assurance, terminal });
    },
    last(identityNumber) {
      const newest = cached(db, 'SELECT max(proven_on) FROM proofs WHERE identity_number = ?').pluck();
      const found = newest.get(identityNumber);
      return typeof found === 'string' ? found : null;
    },
    close: () => void db.close(),
  };
}
