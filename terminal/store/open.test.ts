import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pii } from '../../common/kernel/pii.ts';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore, type Place } from './open.ts';
import type { Store } from './store.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
const OTHER_KEY = Uint8Array.from({ length: 32 }, (_, i) => i + 2);
const IDENTITY = '11010519491231002X';
const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'minka-store-')), 'minka.db');

function open(place: Place, key = KEY): Store {
  const store = openStore(place, () => key, { lockMs: 0 });
  if (!store.ok) throw new Error(store.error);
  return store.value;
}

/** A visit with an identity number in it and enough rows to fill pages. */
function fill(store: Store): void {
  store.transaction(() => {
    for (let i = 0; i < 50; i++) {
      store.visits.insert({
        encounter: {
          encounterId: `E${i}`,
          visitedAt: '2026-03-02 08:30:00',
          medicalType: '11',
          department: { code: 'K01', name: '内科', specialty: '03' },
          doctor: { code: 'D001', name: '测试医师' },
          diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
          lines: [
            {
              lineId: 'L1',
              name: '药',
              nationalCode: 'X1',
              hospitalCode: 'H1',
              category: '09',
              count: '1',
              unit: null,
              unitPrice: '1',
              amount: '1.00',
              occurredAt: '2026-03-02 08:30:00',
              prescription: null,
            },
          ],
          total: '1.00',
        },
        person: pii({ name: '李秀兰', identityNumber: IDENTITY, cardNumber: 'A1', cardId: 'C1', regionCode: null }),
        psnNo: pii('P-1'),
        insutype: '310',
        insuplcAdmdvs: '990100',
        terminal: 'ZZ-07',
        begunAt: '2026-03-02 08:30:00',
        nowMs: 1,
      });
    }
  });
}

describe('a file', () => {
  it('is encrypted: neither header nor identity is readable in the database or its WAL', () => {
    const file = newFile();
    const store = open({ file });
    fill(store);
    // By another process: closing any handle on the file in this one would drop our own lock (POSIX).
    const wal = execFileSync('cat', [`${file}-wal`], { maxBuffer: 1 << 28 });
    expect(wal.length).toBeGreaterThan(10_000);
    store.close();
    const database = readFileSync(file);
    expect(database.length).toBeGreaterThan(10_000);
    for (const bytes of [wal, database]) {
      expect(bytes.includes('SQLite format 3')).toBe(false);
      expect(bytes.includes(IDENTITY)).toBe(false);
      expect(bytes.includes('李秀兰')).toBe(false);
    }
    const again = open({ file });
    expect(again.visits.open('E7')?.encounterId).toBe('E7');
    again.close();
  });

  it('refuses another key, and no damage is done by trying', () => {
    const file = newFile();
    open({ file }).close();
    expect(openStore({ file }, () => OTHER_KEY)).toEqual({ ok: false, error: 'STORE_KEY' });
    open({ file }).close();
  });

  it('refuses a plain database', () => {
    const file = newFile();
    const plain = connect(file, 0);
    plain.exec('CREATE TABLE t (a TEXT) STRICT');
    plain.close();
    expect(openStore({ file }, () => KEY)).toEqual({ ok: false, error: 'STORE_KEY' });
  });

  it('says corrupt where pages were changed, and leaves the file as it is', () => {
    const file = newFile();
    const store = open({ file });
    fill(store);
    store.close();
    const bytes = readFileSync(file);
    for (let page = 2; page * 4096 < bytes.length; page++) bytes.fill(0x5a, page * 4096 + 100, page * 4096 + 120);
    writeFileSync(file, bytes);
    expect(openStore({ file }, () => KEY)).toEqual({ ok: false, error: 'STORE_CORRUPT' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('refuses a database from the future', () => {
    const file = newFile();
    const newer = [...migrations, 'CREATE TABLE tomorrow (id INTEGER PRIMARY KEY) STRICT;'];
    const tomorrow = openStore({ file }, () => KEY, { migrations: newer });
    if (!tomorrow.ok) throw new Error(tomorrow.error);
    tomorrow.value.close();
    expect(openStore({ file }, () => KEY)).toEqual({ ok: false, error: 'STORE_NEWER' });
  });

  it('has one owner: a second one is refused until the first has closed', () => {
    const file = newFile();
    const first = open({ file });
    expect(openStore({ file }, () => KEY, { lockMs: 0 })).toEqual({ ok: false, error: 'STORE_LOCKED' });
    first.close();
    open({ file }).close();
  });

  it('is free again the moment its owner is killed, with every commit kept', async () => {
    const file = newFile();
    const room = fileURLToPath(new URL('./open.ts', import.meta.url));
    const script = `
      const { openStore } = await import(${JSON.stringify(room)});
      const key = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
      const { value: store } = openStore({ file: ${JSON.stringify(file)} }, () => key);
      store.transaction(() => store.messages.nextId('H99010000001', 1, 1_800_000_000_000));
      process.stdout.write('ready');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(openStore({ file }, () => KEY, { lockMs: 0 })).toEqual({ ok: false, error: 'STORE_LOCKED' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = open({ file });
    const id = store.transaction(() => store.messages.nextId('H99010000001', 1, 1_800_000_000_000));
    expect(id.endsWith('01')).toBe(true);
    store.close();
  });

  it('asks for exactly 32 bytes of key', () => {
    expect(() => openStore({ file: newFile() }, () => new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('migrations', () => {
  it('is all or nothing: a step that fails leaves the version before it', () => {
    const file = newFile();
    const broken = [...migrations, 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; SELECT nothing FROM nowhere;'];
    expect(() => openStore({ file }, () => KEY, { migrations: broken })).toThrow();
    const mended = [...migrations, 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;'];
    const store = openStore({ file }, () => KEY, { migrations: mended });
    expect(store.ok).toBe(true);
    if (store.ok) store.value.close();
  });

  it('keeps what an older version wrote', () => {
    const db = connect(':memory:', 0);
    migrate(db, migrations.slice(0, 1));
    db.exec('INSERT INTO message_cursor (id, second, counter) VALUES (1, 1800000000, 4)');
    expect(migrate(db, migrations)).toBe(true);
    expect(db.prepare('SELECT counter FROM message_cursor').pluck().get()).toBe(4);
  });
});

describe('transactions', () => {
  it('a write outside one is refused', () => {
    const store = open({ memory: true });
    expect(() => store.messages.nextId('H99010000001', 1, 1)).toThrow('outside a transaction');
    store.close();
  });

  it('an exception takes everything back', () => {
    const store = open({ memory: true });
    const first = store.transaction(() => store.messages.nextId('H99010000001', 1, 1_800_000_000_000));
    expect(() =>
      store.transaction(() => {
        store.messages.nextId('H99010000001', 1, 1_800_000_000_000);
        throw new Error('no');
      }),
    ).toThrow('no');
    const second = store.transaction(() => store.messages.nextId('H99010000001', 1, 1_800_000_000_000));
    expect([first.slice(-2), second.slice(-2)]).toEqual(['00', '01']);
    store.close();
  });

  it('message ids never go back when the clock does, not even over a restart', () => {
    const file = newFile();
    const ids: string[] = [];
    const take = (store: Store, nowMs: number, n: number): void => {
      for (let i = 0; i < n; i++) ids.push(store.transaction(() => store.messages.nextId('H99010000001', 7, nowMs)));
    };
    const first = open({ file });
    take(first, 1_800_000_000_000, 3);
    take(first, 1_700_000_000_000, 3);
    first.close();
    const second = open({ file });
    take(second, 1_700_000_000_000, 1300);
    take(second, 1_800_000_000_500, 3);
    second.close();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});

it('a journal of the first released version is brought up to date with what it holds', () => {
  const file = newFile();
  const db = connect(file, 0);
  db.pragma("cipher='chacha20'");
  db.pragma(`key="x'${Buffer.from(KEY).toString('hex')}'"`);
  migrate(db, migrations.slice(0, 2));
  db.exec(`INSERT INTO outbox (key, destination, kind, grp, state, head, body, occurred_at, created_at, next_at)
    VALUES ('${'0'.repeat(32)}', 'operator', 'fault', 'E1', 'waiting', 1, '{}', '2026-03-02 09:00:00', 1, 1)`);
  db.close();
  const store = open({ file });
  expect(store.outbox.undelivered()).toBe(1);
  expect(store.visits.unfinished()).toEqual([]);
  expect(store.origin.get()).toBeNull();
  store.close();
});
