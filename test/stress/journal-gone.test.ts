import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holder } from '../../terminal/settlement/testing/world.ts';
import { type Rig, startRig } from './testing/rig.ts';
import { putListInForce } from './testing/staff-list.ts';

/** Whatever goes, files or folder, open or not: what was settled is known again, or nothing is settled. */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const FILES = ['terminal.db', 'terminal.db-wal'];

/** A terminal that has settled one visit, whose rows are in the WAL alone. */
async function settledIn(data: string): Promise<ReturnType<Rig['boot']>> {
  const t = rig.boot(data);
  expect(await t.settle()).toMatchObject({ kind: 'settled' });
  return t;
}

async function onlyAnswersQuestions(t: ReturnType<Rig['boot']>): Promise<void> {
  expect(t.backbone.fault()).toBe('STORE_GONE');
  expect(await t.core().settlements.identify(holder)).toMatchObject({ ok: true });
  expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'STORE_GONE' } });
  expect(t.backbone.books()).toBeNull();
}

const lost = (t: ReturnType<Rig['boot']>) =>
  expect
    .poll(() => t.audited, { timeout: 10_000 })
    .toContainEqual({
      code: 'store.failed',
      facts: { code: 'STORE_GONE' },
    });

const isOpenAgain = async (t: ReturnType<Rig['boot']>): Promise<void> => {
  await expect.poll(() => t.backbone.fault(), { timeout: 20_000 }).toBeNull();
  expect(t.books().store.settlements.list(5)).toMatchObject([{ state: 'settled' }]);
  expect(t.books().store.origin.get()).toBeNull();
};

/** Kinds of the work-list's open rows. */
const calls = (t: ReturnType<Rig['boot']>): string[] =>
  t
    .books()
    .store.worklist.list('open', 5)
    .map(({ kind }) => kind);

/** Whoever stood before her success stands there still: the core over it is another, the process is the same. */
const isOpenAgainUnderHer = async (t: ReturnType<Rig['boot']>): Promise<void> => {
  await isOpenAgain(t);
  expect(calls(t)).toEqual([]);
};

describe('under an open terminal', () => {
  it('database and WAL moved elsewhere: put back with all that was committed', async () => {
    const data = rig.folder();
    const t = await settledIn(data);
    const elsewhere = rig.folder();
    for (const name of FILES) renameSync(join(data, name), join(elsewhere, name));
    await lost(t);
    await isOpenAgainUnderHer(t);
    expect(readdirSync(elsewhere).sort()).toEqual(FILES);
  });

  it('the WAL alone deleted: put back with all that was committed', async () => {
    const data = rig.folder();
    const t = await settledIn(data);
    rmSync(join(data, 'terminal.db-wal'));
    await lost(t);
    await isOpenAgainUnderHer(t);
  });

  it('the folder deleted: made again, with all that was committed', async () => {
    const data = rig.folder();
    const t = await settledIn(data);
    rmSync(data, { recursive: true });
    await lost(t);
    await isOpenAgainUnderHer(t);
  });

  it('the folder moved: none is begun in its stead, also not in an empty one; it goes on when the folder is back', async () => {
    const data = rig.folder();
    const t = await settledIn(data);
    renameSync(data, `${data}-moved`);
    await lost(t);
    await onlyAnswersQuestions(t);
    mkdirSync(data);
    t.backbone.start();
    await onlyAnswersQuestions(t);
    expect(readdirSync(data)).toEqual([]);
    rmSync(data, { recursive: true });
    renameSync(`${data}-moved`, data);
    await isOpenAgainUnderHer(t);
  });

  it('the folder changed for an older copy of itself: the copy is not taken for it', async () => {
    const data = rig.folder();
    await rig.boot(data).stop();
    cpSync(data, `${data}-backup`, { recursive: true });
    const t = await settledIn(data);
    renameSync(data, `${data}-moved`);
    renameSync(`${data}-backup`, data);
    await lost(t);
    await onlyAnswersQuestions(t);
    t.backbone.start();
    await onlyAnswersQuestions(t);
  });
});

describe('missing at the start, where there was one', () => {
  it('with its whole folder: none is begun but by a person', async () => {
    const data = rig.folder();
    await (await settledIn(data)).stop();
    renameSync(data, `${data}-moved`);
    const t = rig.boot(data);
    await onlyAnswersQuestions(t);
    expect(existsSync(data)).toBe(false);
    putListInForce(t);
    expect(t.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '磁盘已损坏' })).toBeNull();
    expect(t.books().store.origin.get()).toMatchObject({ by: 'T-1', predecessor: null });
  });

  it('behind an empty folder, as a disk that is not mounted leaves it; it goes on once the disk is there', async () => {
    const data = rig.folder();
    await (await settledIn(data)).stop();
    renameSync(data, `${data}-disk`);
    mkdirSync(data);
    const t = rig.boot(data);
    await onlyAnswersQuestions(t);
    expect(readdirSync(data)).toEqual([]);
    rmSync(data, { recursive: true });
    renameSync(`${data}-disk`, data);
    await isOpenAgain(t);
    // A new process knows of nobody who was told.
    expect(calls(t)).toEqual(['settlement-after-session']);
  });

  it('cannot be missed where no mark can be written: such a journal is not opened', async () => {
    const data = rig.folder();
    writeFileSync(`${data}.begun`, 'a file where the folder of marks should be');
    const t = rig.boot(data);
    expect(t.backbone.fault()).toBe('STORE_IO');
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'STORE_IO' } });
  });
});
