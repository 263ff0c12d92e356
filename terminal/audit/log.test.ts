import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { virtualClock } from '../settlement/testing/virtual-clock.ts';
import { connect, SqliteError } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations/index.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { openChain } from './chain.ts';
import { createAuditLog } from './log.ts';

const SITE = { institutionCode: 'H99010000001', terminalSlot: 7 };

function start() {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const real = opened.value;
  const clock = virtualClock();
  const lines: string[] = [];
  const reports: string[] = [];
  const disk = { full: false };
  const store: Store = {
    ...real,
    transaction(work) {
      if (disk.full && !real.inTransaction()) throw new SqliteError('full', 'SQLITE_FULL');
      return real.transaction(work);
    },
  };
  const log = createAuditLog({
    clock,
    line: (code) => void lines.push(code),
    report: (what) => void reports.push(what),
  });
  const attach = () => log.attach({ store, chain: openChain(real, SITE, seededRandom(1), clock.now()) });
  const codes = () => real.audit.after(0, 100).map(({ code }) => code);
  return { ...log, attach, store, clock, lines, reports, codes, disk };
}

describe('before the store is open', () => {
  it('there is the line of the log, and the rows come when it opens, with their own time', async () => {
    const t = start();
    t.audit('terminal.started', {});
    const at = t.clock.now();
    await t.clock.advance(5000);
    t.attach();
    expect(t.lines).toEqual(['terminal.started']);
    expect(t.store.audit.get(1)).toMatchObject({ code: 'terminal.started', at });
  });
});

describe('inside a transaction', () => {
  it('the row is part of it: no commit, no row and no line', () => {
    const t = start();
    t.attach();
    expect(() =>
      t.store.transaction(() => {
        t.audit('settlement.settled', {});
        expect(t.lines).toEqual([]);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([t.codes(), t.lines]).toEqual([[], []]);
    t.store.transaction(() => {
      t.audit('settlement.settled', {});
      t.audit('his.notified', {});
    });
    expect([t.codes(), t.lines]).toEqual([
      ['settlement.settled', 'his.notified'],
      ['settlement.settled', 'his.notified'],
    ]);
  });

  it('a row that cannot be written takes the transaction with it', () => {
    const t = start();
    t.attach();
    expect(() =>
      t.store.transaction(() => {
        t.store.messages.nextId('H99010000001', 7, t.clock.now());
        t.audit('settlement.settled', { not: Number.NaN });
      }),
    ).toThrow(RangeError);
    const id = t.store.transaction(() => t.store.messages.nextId('H99010000001', 7, t.clock.now()));
    expect(id.endsWith('00')).toBe(true);
  });
});

describe('outside one', () => {
  it('it has its own; what a full disk refuses is written when there is room, in order and once', () => {
    const t = start();
    t.attach();
    t.audit('device.fault', {});
    t.disk.full = true;
    t.audit('device.mended', {});
    expect([t.codes(), t.reports.length]).toEqual([['device.fault'], 1]);
    t.disk.full = false;
    t.audit('card.read', {});
    expect(t.codes()).toEqual(['device.fault', 'device.mended', 'card.read']);
  });

  it('what may come later waits for no disk, keeps its order, and shares a transaction', async () => {
    const t = start();
    t.attach();
    t.later('card.read', {});
    t.later('session.started', {});
    expect([t.codes(), t.lines]).toEqual([[], ['card.read', 'session.started']]);
    await t.clock.advance(1000);
    expect(t.codes()).toEqual(['card.read', 'session.started']);
    t.later('pin.verified', {});
    t.store.transaction(() => t.audit('settlement.intent', {}));
    expect(t.codes()).toEqual(['card.read', 'session.started', 'pin.verified', 'settlement.intent']);
    await t.clock.advance(1000);
    expect(t.codes()).toHaveLength(4);
  });

  it('what waited is not lost with a transaction that took it along and failed', async () => {
    const t = start();
    t.attach();
    t.later('pin.verified', {});
    expect(() =>
      t.store.transaction(() => {
        t.audit('settlement.intent', {});
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(t.codes()).toEqual([]);
    await t.clock.advance(1000);
    expect(t.codes()).toEqual(['pin.verified']);
  });

  it('the end writes what waits, and after it there are lines only', () => {
    const t = start();
    t.attach();
    t.later('session.ended', {});
    t.detach();
    t.audit('store.failed', {});
    expect(t.codes()).toEqual(['session.ended']);
    expect(t.lines).toEqual(['session.ended', 'store.failed']);
  });
});

it('the database itself lets nobody change or delete a row', () => {
  const db = connect(':memory:', 0);
  migrate(db, migrations);
  const row = `1, 0, 'device.fault', '{}', '${'a'.repeat(64)}', '${'b'.repeat(64)}'`;
  db.exec(`INSERT INTO audit VALUES (${row})`);
  expect(() => db.exec("UPDATE audit SET facts = '[]'")).toThrow('never changed');
  expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted');
});
