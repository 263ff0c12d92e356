import { describe, expect, it } from 'vitest';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open.ts';
import { bookQueries } from './reconcile-entries.ts';
import { knownQueries } from './reconcile-found.ts';

const db = connect(':memory:', 0);
migrate(db, migrations);

interface PlanStep {
  readonly detail: string;
}
const plan = (sql: string): readonly string[] => {
  const places = sql.includes('@key') ? [{ key: 'x' }] : Array(sql.split('?').length - 1).fill('0');
  return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places) as PlanStep[]).map(({ detail }) => detail);
};

describe('a day is read by index, however long the journal is', () => {
  it.each([
    ['sums', bookQueries.sums, ['settlement_clearing', 'refund_clearing']],
    ['a page of settlements', bookQueries.settlements, ['settlement_clearing']],
    ['refunds', bookQueries.refunds, ['refund_clearing']],
    ['the first day', bookQueries.firstDay, ['settlement_clearing']],
    ['by message id', knownQueries.byMessage, ['sqlite_autoindex_message_1']],
    ['by setl_id', knownQueries.bySetlId, ['settlement_setl', 'refund_setl']],
    ['by visit', knownQueries.byMdtrtId, ['visit_mdtrt', 'settlement_visit']],
  ])('%s', (_name, sql, indexes) => {
    const steps = plan(sql);
    for (const index of indexes) expect(steps.join('\n')).toContain(`INDEX ${index}`);
    const scans = steps.filter((step) =>
      /^SCAN (?!\(subquery|settlement USING COVERING INDEX settlement_clearing)/.test(step),
    );
    expect(scans.filter((step) => !/^SCAN \(?(subquery|CONSTANT)/i.test(step))).toEqual([]);
  });

  it('without the index the same page is a scan, so the assertion above can fail', () => {
    db.exec('SAVEPOINT bare; DROP INDEX settlement_clearing');
    expect(plan(bookQueries.settlements).join('\n')).toMatch(/SCAN s|TEMP B-TREE/);
    db.exec('ROLLBACK TO bare; RELEASE bare');
  });
});

describe('runs', () => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const { reconcile, ...store } = opened.value;

  it('a day under way is gone on with, whoever asks; finished, the next is another run', () => {
    const first = store.transaction(() => reconcile.begin('2026-03-02', 'S1', 1));
    expect(store.transaction(() => reconcile.begin('2026-03-02', null, 2))).toEqual(first);
    expect(reconcile.running()).toEqual([first]);
    store.transaction(() => reconcile.finish(first.id, 3));
    expect(reconcile.finished('2026-03-02')).toMatchObject({ id: first.id, by: 'S1', finishedAt: 3 });
    const second = store.transaction(() => reconcile.begin('2026-03-02', null, 4));
    expect([second.id === first.id, second.by]).toEqual([false, null]);
  });

  it('sums may change until the file is made; a result stays', () => {
    const [run] = reconcile.running();
    const id = run?.id ?? 0;
    const ours = { count: 1, total: 5, funds: 3, account: 1, cash: 1 };
    store.transaction(() => reconcile.putPart(id, { insutype: '310', clrType: '11', ours }));
    const [part] = reconcile.parts(id);
    store.transaction(() => reconcile.setResult(part?.id ?? 0, '3'));
    store.transaction(() => reconcile.putPart(id, { insutype: '310', clrType: '11', ours: { ...ours, count: 2 } }));
    expect(reconcile.parts(id)).toMatchObject([{ ours: { count: 2, cash: 1 }, result: '3' }]);
  });

  it('nothing is written outside a transaction', () => {
    expect(() => reconcile.begin('2026-03-04', null, 1)).toThrow('outside a transaction');
    expect(() => reconcile.finish(1, 1)).toThrow('outside a transaction');
  });
});
