import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holder } from '../../terminal/settlement/testing/world.ts';
import { connect } from '../../terminal/store/database.ts';
import { migrations } from '../../terminal/store/migrations/index.ts';
import { openStore } from '../../terminal/store/open.ts';
import { KEY, type Rig, startRig } from './testing/rig.ts';
import { putListInForce } from './testing/staff-list.ts';

/** What becomes of a terminal whose journal cannot be used: settling off, questions answered, nothing deleted. */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const file = (data: string): string => join(data, 'terminal.db');
const kept = (data: string): readonly string[] => readdirSync(data).filter((name) => name.includes('.set-aside-'));

/** A journal with rows on many pages, closed. */
function journalIn(data: string, rows = 200, letters = 500): void {
  const opened = openStore({ file: file(data) }, () => KEY);
  if (!opened.ok) throw new Error(opened.error);
  const { value: store } = opened;
  store.transaction(() => {
    for (let i = 0; i < rows; i++) {
      const key = i.toString(16).padStart(32, '0');
      const body = { text: 'x'.repeat(letters) };
      const at = { occurredAt: '2026-03-02 08:30:00', nowMs: 1 };
      store.outbox.insert({ key, destination: 'operator', kind: 'fault', group: `E${i}`, body, ...at });
    }
  });
  store.close();
}

/** Writes over every page but the first, as another process does it: a handle closed in this one drops the lock. */
function damage(data: string): void {
  const { length } = readFileSync(file(data));
  const script = `const fs=require('fs');const f=fs.openSync(process.argv[1],'r+');
    for(let at=4096;at<${length};at+=4096)fs.writeSync(f,Buffer.alloc(40,90),0,40,at+100);`;
  execFileSync(process.execPath, ['-e', script, file(data)]);
}

/** SQL that fails as a statement of ours would that does not fit its tables. */
const REFUSE = "SELECT RAISE(ABORT, 'no')";

async function onlyAnswersQuestions(t: ReturnType<Rig['boot']>, code: string): Promise<void> {
  expect(t.backbone.fault()).toBe(code);
  expect(t.sessionFault()).toBeNull();
  expect(await t.core().settlements.identify(holder)).toMatchObject({ ok: true });
  expect(await t.prepare()).toMatchObject({ ok: false, error: { code } });
  expect(t.backbone.books()).toBeNull();
}

describe('a damaged database', () => {
  it('is set aside whole; questions are answered, nothing is settled, and none is begun in its stead', async () => {
    const data = rig.folder();
    journalIn(data);
    damage(data);
    const before = readFileSync(file(data));
    const first = rig.boot(data);
    await onlyAnswersQuestions(first, 'STORE_CORRUPT');
    const [name = ''] = kept(data);
    expect(kept(data)).toHaveLength(1);
    expect(readFileSync(join(data, name)).equals(before)).toBe(true);
    expect(first.audited.map((row) => row.code)).toEqual(expect.arrayContaining(['store.set-aside', 'store.failed']));
    // The operator hears of it though there is no queue on disk.
    await expect.poll(async () => JSON.stringify(await rig.admin('GET', '/admin/operator'))).toContain('STORE_CORRUPT');
    await first.stop();
    const second = rig.boot(data);
    await onlyAnswersQuestions(second, 'STORE_CORRUPT');
    expect(existsSync(file(data))).toBe(false);
    expect(kept(data)).toEqual([name]);
  });

  it('found while it is open stops the core over it at once', async () => {
    const data = rig.folder();
    // More than the page cache holds.
    journalIn(data, 3000, 10_000);
    const t = rig.boot(data);
    expect(t.backbone.fault()).toBeNull();
    damage(data);
    const { store } = t.books();
    expect(() => {
      for (let id = 1; id <= 3000; id++) store.outbox.get(id);
    }).toThrow();
    await expect.poll(() => kept(data).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await onlyAnswersQuestions(t, 'STORE_CORRUPT');
  });

  it('its terminal settles again only after a person has begun a new journal, with name and reason', async () => {
    const data = rig.folder();
    journalIn(data);
    damage(data);
    const t = rig.boot(data);
    putListInForce(t);
    expect(t.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '与中心对账完毕' })).toBeNull();
    expect(t.backbone.fault()).toBeNull();
    expect(t.books().store.origin.get()).toMatchObject({ by: 'T-1', predecessor: kept(data)[0] });
    expect(await t.settle()).toMatchObject({ kind: 'settled' });
    expect(t.audited.map((row) => row.code)).toContain('store.adopted');
    // The operator is told by whom and why, in a record that is as durable as the journal itself.
    const told = t
      .books()
      .store.outbox.list(500)
      .find((row) => row.body['fault'] === 'STORE_ADOPTED');
    expect(told).toMatchObject({ id: 1, destination: 'operator', kind: 'fault' });
    expect(told?.body).toMatchObject({ by: 'T-1', reason: '与中心对账完毕', predecessor: kept(data)[0] });
    await expect.poll(async () => JSON.stringify(await rig.admin('GET', '/admin/operator'))).toContain('STORE_ADOPTED');
    expect(kept(data)).toHaveLength(1);
  });
});

describe('a database that is deleted', () => {
  it('while it is open is put back with all its rows, and the terminal goes on', async () => {
    const data = rig.folder();
    const t = rig.boot(data);
    const settled = await t.settle();
    expect(settled.kind).toBe('settled');
    for (const name of readdirSync(data)) rmSync(join(data, name));
    await expect.poll(() => existsSync(file(data)), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => t.backbone.fault(), { timeout: 20_000 }).toBeNull();
    expect(t.books().store.settlements.list(5)).toMatchObject([{ state: 'settled' }]);
    expect(t.audited).toContainEqual({ code: 'store.failed', facts: { code: 'STORE_GONE' } });
    expect(t.books().store.audit.identity()).not.toBeNull();
  });

  it('is missed before anything is confirmed: settling is refused at that moment', async () => {
    const data = rig.folder();
    const t = rig.boot(data);
    t.health.stop();
    const prepared = await t.prepare();
    if (!prepared.ok) throw new Error(prepared.error.code);
    renameSync(file(data), join(data, 'elsewhere.db'));
    const result = await t.core().settlements.settle(prepared.value, 5000, () => {});
    expect(result).toMatchObject({ kind: 'notSent', failure: { code: 'STORE_GONE' } });
  });

  it('while the terminal was off is not begun anew in silence', async () => {
    const data = rig.folder();
    await rig.boot(data).stop();
    rmSync(file(data));
    const t = rig.boot(data);
    await onlyAnswersQuestions(t, 'STORE_GONE');
    expect(existsSync(file(data))).toBe(false);
    const behindMs = 10_800_000;
    const begun = Date.now();
    putListInForce(t);
    expect(t.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '文件已丢失', behindMs })).toBeNull();
    expect(t.books().store.origin.get()).toMatchObject({ predecessor: null });
    // What the lost one did by a clock that was right lies before that moment.
    expect(t.books().store.origin.get()?.adoptedAt).toBeGreaterThanOrEqual(begun + behindMs);
  });
});

describe('a database that must not be touched', () => {
  it('of a newer version: questions only, and nobody may begin another', async () => {
    const data = rig.folder();
    const newer = [...migrations, 'CREATE TABLE tomorrow (id INTEGER PRIMARY KEY) STRICT;'];
    const tomorrow = openStore({ file: file(data) }, () => KEY, { migrations: newer });
    if (!tomorrow.ok) throw new Error(tomorrow.error);
    tomorrow.value.close();
    const before = readFileSync(file(data));
    const t = rig.boot(data);
    await onlyAnswersQuestions(t, 'STORE_NEWER');
    expect(t.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '升级' })).toBe('STORE_NEWER');
    expect(readFileSync(file(data)).equals(before)).toBe(true);
  });

  it('under another key: questions only, the file as it was, and the right key opens it', async () => {
    const data = rig.folder();
    journalIn(data);
    const before = readFileSync(file(data));
    const t = rig.boot(data, { key: KEY.map((byte) => byte ^ 0xff) });
    await onlyAnswersQuestions(t, 'STORE_KEY');
    expect(readFileSync(file(data)).equals(before)).toBe(true);
    expect(kept(data)).toEqual([]);
    await t.stop();
    expect(rig.boot(data).backbone.fault()).toBeNull();
  });

  it('held by another terminal process: this one serves nobody', async () => {
    const data = rig.folder();
    rig.boot(data);
    const second = rig.boot(data);
    expect(second.backbone.fault()).toBe('STORE_LOCKED');
    expect(second.sessionFault()).toBe('STORE_LOCKED');
    expect(second.backbone.core()).toBeNull();
  });

  it.each([
    ['as it is opened', 'DROP TABLE outbox'],
    ['as its audit chain is begun', `CREATE TRIGGER t BEFORE INSERT ON audit_chain BEGIN ${REFUSE}; END`],
    [
      'as its queue is taken up',
      `UPDATE outbox SET state = 'inFlight', lease = 1 WHERE id = 1;
       CREATE TRIGGER t BEFORE UPDATE ON outbox BEGIN ${REFUSE}; END`,
    ],
  ])('that fails our own SQL %s: a bug, not told as a disk that fails', async (_when, sql) => {
    const data = rig.folder();
    journalIn(data);
    const db = connect(file(data), 0);
    db.pragma("cipher='chacha20'");
    db.pragma(`key="x'${Buffer.from(KEY).toString('hex')}'"`);
    db.pragma('foreign_keys=OFF');
    db.exec(sql);
    db.close();
    const t = rig.boot(data);
    expect(t.backbone.fault()).toBe('TERMINAL_INTERNAL');
    expect(t.sessionFault()).toBeNull();
    expect(await t.core().settlements.identify(holder)).toMatchObject({ ok: true });
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'TERMINAL_INTERNAL' } });
    expect(t.reported).not.toEqual([]);
    expect(t.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '程序缺陷' })).toBe('TERMINAL_INTERNAL');
    expect(kept(data)).toEqual([]);
  });

  it('a WAL without its database is kept apart from the next one', async () => {
    const data = rig.folder();
    await rig.boot(data).stop();
    rmSync(file(data));
    writeFileSync(`${file(data)}-wal`, 'left behind');
    const t = rig.boot(data);
    expect(t.backbone.fault()).toBe('STORE_GONE');
    expect(existsSync(`${file(data)}-wal`)).toBe(false);
    expect(kept(data)).toHaveLength(1);
    expect(readFileSync(join(data, kept(data)[0] ?? ''), 'utf8')).toBe('left behind');
  });
});
