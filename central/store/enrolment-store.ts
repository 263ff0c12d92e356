import { z } from 'zod';
import { cached, insert, type Sqlite } from './open.ts';

/** Part of operator.db: one-time codes, and which key has which slot of which institution. */
export const ENROLMENT_SCHEMA = `
CREATE TABLE IF NOT EXISTS enrolment_codes (
  code TEXT PRIMARY KEY, institution TEXT NOT NULL, expires_at INTEGER NOT NULL, used_by TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS slots (
  institution TEXT NOT NULL, slot INTEGER NOT NULL, fingerprint TEXT NOT NULL, certificate TEXT NOT NULL,
  label TEXT NOT NULL, place TEXT, enrolled_at INTEGER NOT NULL, PRIMARY KEY (institution, slot)
) STRICT;
`;

const codeSchema = z.object({
  institution: z.string(),
  expiresAt: z.int(),
  /** Fingerprint of the key that it was used for; null: not used yet. */
  usedBy: z.string().nullable(),
});
const slotSchema = z.object({
  institution: z.string(),
  slot: z.int(),
  fingerprint: z.string(),
  certificate: z.string(),
  label: z.string(),
  /** Names from the city downwards, as JSON. */
  place: z.string().nullable(),
  enrolledAt: z.int(),
});
export type EnrolledSlot = z.infer<typeof slotSchema>;

export interface EnrolmentStore {
  code(code: string): z.infer<typeof codeSchema> | null;
  addCode(code: string, institution: string, expiresAt: number): void;
  spendCode(code: string, fingerprint: string): void;
  slot(institution: string, slot: number): EnrolledSlot | null;
  addSlot(row: EnrolledSlot): void;
  /** The machine that has a slot has another certificate, name or place; its key stays. */
  renewSlot(row: EnrolledSlot): void;
  /** The operator retires a machine: its slot is free again. False: nobody had it. */
  freeSlot(institution: string, slot: number): boolean;
  slots(): readonly EnrolledSlot[];
  reset(): void;
}

const SLOT = 'institution, slot, fingerprint, certificate, label, place, enrolled_at AS enrolledAt';

export function createEnrolmentStore(db: Sqlite): EnrolmentStore {
  return {
    code(code) {
      const sql = 'SELECT institution, expires_at AS expiresAt, used_by AS usedBy FROM enrolment_codes WHERE code = ?';
      return codeSchema.nullable().parse(cached(db, sql).get(code) ?? null);
    },
    addCode(code, institution, expiresAt) {
      insert(db, 'enrolment_codes', { code, institution, expires_at: expiresAt, used_by: null });
    },
    spendCode(code, fingerprint) {
      cached(db, 'UPDATE enrolment_codes SET used_by = ? WHERE code = ?').run(fingerprint, code);
    },
    slot(institution, slot) {
      const found = cached(db, `SELECT ${SLOT} FROM slots WHERE institution = ? AND slot = ?`).get(institution, slot);
      return slotSchema.nullable().parse(found ?? null);
    },
    addSlot({ enrolledAt, ...row }) {
      insert(db, 'slots', { ...row, enrolled_at: enrolledAt });
    },
    renewSlot({ certificate, label, place, enrolledAt, institution, slot, fingerprint }) {
      cached(
        db,
        `UPDATE slots SET certificate = ?, label = ?, place = ?, enrolled_at = ?
         WHERE institution = ? AND slot = ? AND fingerprint = ?`,
      ).run(certificate, label, place, enrolledAt, institution, slot, fingerprint);
    },
    freeSlot: (institution, slot) =>
      cached(db, 'DELETE FROM slots WHERE institution = ? AND slot = ?').run(institution, slot).changes === 1,
    slots: () => z.array(slotSchema).parse(cached(db, `SELECT ${SLOT} FROM slots ORDER BY institution, slot`).all()),
    reset() {
      db.exec('DELETE FROM enrolment_codes; DELETE FROM slots');
    },
  };
}
