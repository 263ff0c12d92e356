import { z } from 'zod';
import { type StaffListFile, type StaffRole, staffRoleSchema } from '../../common/contracts/staff.ts';
import { type Pii, pii } from '../../common/kernel/pii.ts';
import { assertInTransaction, type Db } from './database.ts';

/** Somebody of the list in force. */
export interface StaffRow {
  readonly id: string;
  readonly name: Pii<string>;
  readonly roles: readonly StaffRole[];
  /** `yyyy-MM-dd`, both included; null: no end. */
  readonly from: string;
  readonly to: string | null;
}

export interface StaffRows {
  /** Puts a list in force. `by` is null for the first one alone: the database refuses it for any other (it throws). */
  putInForce(
    list: StaffListFile,
    how: {
      readonly digest: string;
      readonly by: string | null;
      readonly second: string | null;
      readonly nowMs: number;
    },
  ): void;
  /** The salt of the list in force, or null where there has been none. */
  salt(): string | null;
  /** Whose mark it is, in the list in force; a card's mark goes before a number's. */
  find(marks: { readonly card: string | null; readonly number: string | null }): StaffRow | null;
  list(): readonly StaffRow[];
  /** The list in force as it was imported, or null where there has been none. */
  file(): { readonly list: StaffListFile; readonly digest: string } | null;
}

interface Raw {
  staff_id: string;
  name: string;
  roles: string;
  from_day: string;
  to_day: string | null;
}

interface RawList {
  id: number;
  salt: string;
  digest: string;
  signed_off_by: string;
  signed_off_on: string;
}

const rolesSchema = z.array(staffRoleSchema).min(1);

function read({ staff_id, name, roles, from_day, to_day }: Raw): StaffRow {
  return { id: staff_id, name: pii(name), roles: rolesSchema.parse(JSON.parse(roles)), from: from_day, to: to_day };
}

const IN_FORCE = 'SELECT max(id) FROM staff_list';
const COLUMNS = 'staff_id, name, roles, from_day, to_day';

export function createStaffRows(db: Db): StaffRows {
  const insertList = db.prepare(
    `INSERT INTO staff_list (salt, digest, signed_off_by, signed_off_on, imported_by, imported_second, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insert = db.prepare(
    `INSERT INTO staff_member (list_id, staff_id, name, card_mark, number_mark, roles, from_day, to_day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const salt = db.prepare<[], string>(`SELECT salt FROM staff_list WHERE id = (${IN_FORCE})`).pluck();
  const byCard = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM staff_member WHERE list_id = (${IN_FORCE}) AND card_mark = ?`,
  );
  const byNumber = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM staff_member WHERE list_id = (${IN_FORCE}) AND number_mark = ?`,
  );
  const all = db.prepare<[], Raw>(
    `SELECT ${COLUMNS} FROM staff_member WHERE list_id = (${IN_FORCE}) ORDER BY staff_id`,
  );
  const inForce = db.prepare<[], RawList>(
    `SELECT id, salt, digest, signed_off_by, signed_off_on FROM staff_list WHERE id = (${IN_FORCE})`,
  );
  const members = db.prepare<[number], Raw & { card_mark: string | null; number_mark: string | null }>(
    `SELECT ${COLUMNS}, card_mark, number_mark FROM staff_member WHERE list_id = ? ORDER BY id`,
  );
  return {
    putInForce(list, { digest, by, second, nowMs }) {
      assertInTransaction(db);
      const { by: signer, on } = list.signedOff;
      const id = insertList.run(list.salt, digest, signer, on, by, second, nowMs).lastInsertRowid;
      for (const one of list.staff) {
        const roles = JSON.stringify(one.roles);
        insert.run(id, one.id, one.name, one.card ?? null, one.number ?? null, roles, one.from, one.to);
      }
    },
    salt: () => salt.get() ?? null,
    find({ card, number }) {
      const raw =
        (card === null ? undefined : byCard.get(card)) ?? (number === null ? undefined : byNumber.get(number));
      return raw === undefined ? null : read(raw);
    },
    list: () => all.all().map(read),
    file() {
      const raw = inForce.get();
      if (raw === undefined) return null;
      const staff = members.all(raw.id).map((one) => ({
        ...{ id: one.staff_id, name: one.name, roles: rolesSchema.parse(JSON.parse(one.roles)) },
        ...(one.card_mark === null ? {} : { card: one.card_mark }),
        ...(one.number_mark === null ? {} : { number: one.number_mark }),
        ...{ from: one.from_day, to: one.to_day },
      }));
      const signedOff = { by: raw.signed_off_by, on: raw.signed_off_on };
      return { list: { schema: 1, salt: raw.salt, signedOff, staff }, digest: raw.digest };
    },
  };
}
