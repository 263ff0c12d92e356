import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { createShiftRows } from './shifts.ts';

const split = (cash: number) =>
  JSON.stringify({
    ...{ total: 7048, funds: 7048 - cash, layers: [], hospital: 0, account: 0, accountMutualAid: 0 },
    ...{ accountBalanceAfter: null, cash, deductible: null },
  });

function books() {
  const db = connect(':memory:', 0);
  migrate(db, migrations);
  // Rows of other rooms are written here as they stand in a journal; what they hang on is not the matter.
  db.pragma('foreign_keys=OFF');
  const rows = createShiftRows(db);
  const tx = <T>(work: () => T): T => db.transaction(work).immediate();
  const visit = (id: number, insutype = '310') =>
    db
      .prepare(
        `INSERT INTO visit (id, encounter_id, holder, phase, encounter, person, psn_no, insuplc_admdvs, insutype, begun_at,
           created_at, updated_at) VALUES (?, ?, ?, 'ended', '{}', '{}', 'P', '990100', ?, '', 0, 0)`,
      )
      .run(id, `MZ${id}`, `h${id}`, insutype);
  const settlement = (id: number, visitId: number, state: string, cash = 2000) => {
    const sure = state === 'settled';
    db.prepare(
      `INSERT INTO settlement (id, visit_id, encounter_id, message_id, state, live, use_account, split_shown, levels,
         split_settled, setl_id, setl_time, check_code, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 0, 0, ?, '{}', ?, ?, ?, ?, 0, 0)`,
    ).run(
      ...[id, visitId, `MZ${visitId}`, id, state, split(cash), sure ? split(cash) : null],
      ...[sure ? `S${id}` : null, sure ? '2026-03-02 09:00:00' : null, String(id).padStart(16, '0')],
    );
  };
  const refund = (settlementId: number, state: string) =>
    db
      .prepare(
        `INSERT INTO refund (settlement_id, encounter_id, setl_id, cause, state, refunded_at, created_at, updated_at)
         VALUES (?, 'MZ', 'S', 'after-session', ?, ?, 0, 0)`,
      )
      .run(settlementId, state, state === 'done' ? '2026-03-02 10:00:00' : null);
  return { db, rows, tx, visit, settlement, refund };
}

describe('a shift', () => {
  it('is open once, and closed once', () => {
    const { rows, tx } = books();
    const id = tx(() => rows.open({ staffId: 'S001', float: fen(20_000), nowMs: 5 }));
    expect(rows.current()).toEqual({ id, staffId: 'S001', float: 20_000, openedAt: 5, closed: null });
    expect(() => tx(() => rows.open({ staffId: 'S002', float: fen(0), nowMs: 6 }))).toThrow(/UNIQUE/);
    const closed = { at: 9, pieces: [1, 2], counted: fen(20_100), expected: fen(20_000) };
    tx(() => rows.close(id, closed));
    expect(rows.current()).toBe(null);
    expect(rows.get(id)?.closed).toEqual(closed);
    expect(() => tx(() => rows.close(id, closed))).toThrow(/not open/);
  });

  it('has what was begun in it and stands, whenever that was known', () => {
    const { db, rows, tx, visit, settlement } = books();
    const id = tx(() => rows.open({ staffId: 'S001', float: fen(0), nowMs: 5 }));
    visit(1);
    tx(() => rows.beginSettlement(id, 1, 6));
    settlement(1, 1, 'unknown');
    expect([rows.money(id).length, rows.unknown(id), rows.standing(id)]).toEqual([0, 1, 0]);
    tx(() => rows.close(id, { at: 7, pieces: [], counted: fen(0), expected: fen(0) }));
    db.prepare(
      "UPDATE settlement SET state = 'settled', split_settled = split_shown, setl_id = 'S', setl_time = 'T'",
    ).run();
    expect([rows.money(id).length, rows.unknown(id), rows.standing(id)]).toEqual([1, 0, 1]);
  });

  it('counts a settlement where it was begun, not where an earlier try of the same visit was', () => {
    const { rows, tx, visit, settlement } = books();
    const first = tx(() => rows.open({ staffId: 'S001', float: fen(0), nowMs: 5 }));
    visit(1);
    tx(() => rows.beginSettlement(first, 1, 6));
    settlement(1, 1, 'reversed');
    tx(() => rows.close(first, { at: 7, pieces: [], counted: fen(0), expected: fen(0) }));
    const second = tx(() => rows.open({ staffId: 'S002', float: fen(0), nowMs: 8 }));
    tx(() => rows.beginSettlement(second, 1, 9));
    settlement(2, 1, 'settled', 1234);
    expect(rows.money(first)).toEqual([]);
    expect(rows.money(second)).toMatchObject([
      { kind: 'settled', insutype: '310', external: false, split: { cash: 1234 } },
    ]);
  });

  it('counts a refund where it was given back, and the settlement where it was taken', () => {
    const { rows, tx, visit, settlement, refund } = books();
    const first = tx(() => rows.open({ staffId: 'S001', float: fen(0), nowMs: 5 }));
    visit(1, '390');
    tx(() => rows.beginSettlement(first, 1, 6));
    settlement(1, 1, 'settled');
    tx(() => rows.close(first, { at: 7, pieces: [], counted: fen(2000), expected: fen(2000) }));
    const second = tx(() => rows.open({ staffId: 'S002', float: fen(0), nowMs: 8 }));
    tx(() => rows.beginRefund(second, 1, 9));
    expect([rows.unknown(second), rows.standing(first)]).toEqual([0, 1]);
    refund(1, 'done');
    expect(rows.money(first).map(({ kind }) => kind)).toEqual(['settled']);
    expect(rows.money(second)).toMatchObject([{ kind: 'refunded', insutype: '390' }]);
    expect(rows.standing(first)).toBe(0);
  });

  it('a refund that is under way is unknown, and what was kept is not', () => {
    const { rows, tx, visit, settlement, refund } = books();
    const id = tx(() => rows.open({ staffId: 'S001', float: fen(0), nowMs: 5 }));
    visit(1);
    settlement(1, 1, 'settled');
    tx(() => rows.beginRefund(id, 1, 9));
    refund(1, 'ready');
    expect([rows.unknown(id), rows.money(id)]).toEqual([1, []]);
  });

  it('what the external cashier took is not in the drawer', () => {
    const { db, rows, tx, visit, settlement } = books();
    const id = tx(() => rows.open({ staffId: 'S001', float: fen(0), nowMs: 5 }));
    visit(1);
    tx(() => rows.beginSettlement(id, 1, 6));
    settlement(1, 1, 'settled');
    db.prepare(
      `INSERT INTO cash_collection (settlement_id, key, amount, body, state, reference, collected_at, created_at, updated_at)
       VALUES (1, ?, 2000, '', 'collected', 'R', 'T', 0, 0)`,
    ).run('k'.repeat(32));
    expect(rows.money(id)).toMatchObject([{ external: true }]);
  });
});
