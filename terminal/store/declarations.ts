import { type Fen, fen } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { assertInTransaction, type Db } from './database.ts';

/** How a declaration ended: under the centre's number, refused and why, or no byte of it was sent. */
export type DeclarationEnd =
  | { readonly state: 'declared'; readonly number: string }
  | { readonly state: 'refused'; readonly because: string }
  | { readonly state: 'notSent' };

export interface DeclarationRow {
  readonly id: number;
  readonly key: string;
  /** `yyyy-MM` */
  readonly month: string;
  readonly base: Fen;
  /** What the person was shown that a month costs. */
  readonly total: Fen;
  /** The exact text of the request; null once it is answered: it holds who the person is. */
  readonly body: Pii<string> | null;
  readonly state: 'asked' | DeclarationEnd['state'];
}

export interface DeclarationRows {
  /** Before the first byte is sent. A second open one of a person is refused by the database (it throws). */
  insert(
    row: Pick<DeclarationRow, 'key' | 'month' | 'base' | 'total'> & {
      readonly person: Pii<string>;
      readonly body: Pii<string>;
      readonly nowMs: number;
    },
  ): DeclarationRow;
  /** Ends an open one and forgets whose it was; false where it had ended: what was answered first stays. */
  finish(id: number, end: DeclarationEnd, nowMs: number): boolean;
  get(id: number): DeclarationRow | null;
  /** The one of a person (identity number) that nobody has answered yet. */
  openOf(person: Pii<string>): DeclarationRow | null;
  open(): readonly DeclarationRow[];
}

interface Raw {
  id: number;
  key: string;
  month: string;
  base: number;
  total: number;
  body: string | null;
  state: DeclarationRow['state'];
}

function read({ id, key, month, base, total, body, state }: Raw): DeclarationRow {
  return { id, key, month, base: fen(base), total: fen(total), body: body === null ? null : pii(body), state };
}

export function createDeclarationRows(db: Db): DeclarationRows {
  const insert = db.prepare(
    `INSERT INTO declaration (key, month, base, total, state, person, body, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'asked', ?, ?, ?, ?)`,
  );
  const finish = db.prepare(
    `UPDATE declaration SET state = ?, number = ?, because = ?, person = NULL, body = NULL, updated_at = ?
     WHERE id = ? AND state = 'asked'`,
  );
  const columns = 'id, key, month, base, total, body, state';
  const byId = db.prepare<[number | bigint], Raw>(`SELECT ${columns} FROM declaration WHERE id = ?`);
  const byPerson = db.prepare<[string], Raw>(`SELECT ${columns} FROM declaration WHERE person = ?`);
  const open = db.prepare<[], Raw>(`SELECT ${columns} FROM declaration WHERE state = 'asked' ORDER BY id`);
  const one = (raw: Raw | undefined): DeclarationRow | null => (raw === undefined ? null : read(raw));
  return {
    insert({ key, month, base, total, person, body, nowMs }) {
      assertInTransaction(db);
      const facts = [key, month, base, total, unwrapPii(person), unwrapPii(body), nowMs, nowMs] as const;
      const { lastInsertRowid } = insert.run(...facts);
      return read(byId.get(lastInsertRowid) as Raw);
    },
    finish(id, end, nowMs) {
      assertInTransaction(db);
      const number = end.state === 'declared' ? end.number : null;
      const because = end.state === 'refused' ? end.because : null;
      return finish.run(end.state, number, because, nowMs, id).changes === 1;
    },
    get: (id) => one(byId.get(id)),
    openOf: (person) => one(byPerson.get(unwrapPii(person))),
    open: () => open.all().map(read),
  };
}
