import { afterEach, describe, expect, it } from 'vitest';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { endAll, start } from '../settlement/testing/start.ts';
import { holder } from '../settlement/testing/world.ts';
import { createCopyReceipt } from './copy-receipt.ts';

afterEach(endAll);

const SITE: SlipSite = {
  ...{ mode: 'lab', locale: 'zh-CN', institutionCode: 'H99010000001', institutionName: '海川市测试医院' },
  division: '990100',
  ...{ authority: '海川市医疗保障局', terminalLabel: 'ZZ-07', helpWindow: '6 号窗口', cashierWindow: '3 号窗口' },
  hotline: '12393',
};
const PRINTED: PrintOutcome = { kind: 'printed', printerMs: 900 };
const UNKNOWN: PrintOutcome = { kind: 'unknown', trouble: 'noAnswer', acknowledged: 2, blocks: 9 };

async function settledWorld(outcome: PrintOutcome = PRINTED) {
  const t = start();
  const result = await t.settle();
  if (result.kind !== 'settled') throw new Error(result.kind);
  const slips: SlipDocument[] = [];
  const { store, prints } = t.terminal;
  const copy = createCopyReceipt({
    clock: t.clock,
    books: () => ({ store, prints: { jobs: prints, site: SITE } }),
    fault: () => null,
    hasPrinter: true,
    devices: {
      async print(_job, slip) {
        slips.push(slip);
        return outcome;
      },
    },
  });
  const kinds = () => store.worklist.list('open', 9).map((row) => row.kind);
  return { ...t, ...result.settled, slips, copy, kinds };
}

const words = (slip: SlipDocument | undefined): string => JSON.stringify(slip);

describe('a copy by hand', () => {
  it('is marked with its number, by whom and when, from the stored figures, and is on record', async () => {
    const t = await settledWorld();
    const original = t.terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: t.checkCode });
    t.terminal.prints.finish(original.jobId, PRINTED);
    expect(await t.copy(t.messageId, 'S001')).toEqual({
      ok: true,
      value: { messageId: t.messageId, copy: 1, outcome: PRINTED },
    });
    expect(await t.copy(t.setlId, 'S002')).toMatchObject({ ok: true, value: { copy: 2 } });
    const [first, second] = t.slips;
    expect(first).toMatchObject({ kind: 'settlement', copy: 1 });
    expect(words(first)).toContain('补打 1');
    expect(words(first)).toMatch(/补打人 S001　2026-03-02 09:0\d:\d\d/);
    expect(words(second)).toMatch(/补打 2.*补打人 S002/);
    for (const fact of ['1065.48', t.setlId, t.messageId, t.checkCode.slice(0, 4)]) {
      expect(words(first)).toContain(fact);
    }
    const { name, identityNumber } = unwrapPii(holder);
    for (const secret of [name, identityNumber]) expect(words(first)).not.toContain(secret);
    expect(t.terminal.audited.filter((code) => code === 'receipt.copied')).toHaveLength(2);
    await t.clock.advance(1000);
    expect(t.sides.operatorStore.all().filter(({ body }) => body['by'] === 'S001')).toMatchObject([
      { kind: 'print', body: { copy: 1, outcome: 'printed' } },
    ]);
  });

  it('is never an original, not even where none was begun; what a session prints later is not one either', async () => {
    const t = await settledWorld();
    expect(await t.copy(t.messageId, 'S001')).toMatchObject({ ok: true, value: { copy: 1 } });
    expect(words(t.slips[0])).toContain('补打 1');
    expect(t.terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: null }).copy).toBe(2);
  });

  it('ends the question whether the original came out; one that may not have come out does not', async () => {
    for (const [outcome, open] of [
      [UNKNOWN, ['print-unknown']],
      [PRINTED, []],
    ] as const) {
      const t = await settledWorld(outcome);
      const original = t.terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: t.checkCode });
      t.terminal.prints.finish(original.jobId, UNKNOWN);
      expect(t.kinds()).toEqual(['print-unknown']);
      expect(await t.copy(t.messageId, 'S001')).toMatchObject({ ok: true, value: { outcome } });
      expect(t.kinds()).toEqual(open);
    }
  });

  it('there is none of what is not known, not settled, or given back', async () => {
    const t = await settledWorld();
    expect(await t.copy('no-such-number', 'S001')).toEqual({ ok: false, error: 'RECEIPT_NONE' });
    t.terminal.store.transaction(() =>
      t.terminal.store.refunds.insert({
        ...{ settlementId: 1, encounterId: 'OP20260302001', setlId: t.setlId, cause: 'staff', by: 'A', second: 'B' },
        nowMs: 1,
      }),
    );
    expect(await t.copy(t.messageId, 'S001')).toEqual({ ok: false, error: 'RECEIPT_NONE' });
    const unsettled = start();
    unsettled.storm('lostBefore');
    const reversed = await unsettled.settle();
    if (reversed.kind !== 'reversed') throw new Error(reversed.kind);
    const { store, prints } = unsettled.terminal;
    const copy = createCopyReceipt({
      ...{ clock: unsettled.clock, fault: () => null, hasPrinter: true },
      books: () => ({ store, prints: { jobs: prints, site: SITE } }),
      devices: { print: async () => PRINTED },
    });
    expect(await copy(reversed.messageId, 'S001')).toEqual({ ok: false, error: 'RECEIPT_NONE' });
    expect(t.slips).toEqual([]);
  });

  it.each([
    ['difference', { verdict: 'missingThere' }, 'own', false],
    ['difference', { verdict: 'missingThere' }, 'its refund', true],
    ['difference', { verdict: 'amountDiffers' }, 'own', true],
    ['settlement-unsound', {}, 'own, sound since', true],
    ['settlement-unsound', {}, 'another', false],
    ['settlement-after-session', {}, 'own', true],
  ] as const)(
    'there is none while the centre may not have it as it stands here: %s %o, %s',
    async (kind, detail, of, may) => {
      const t = await settledWorld();
      const { store } = t.terminal;
      const about = { encounterId: 'OP20260302001', settlementId: 1, amountFen: null };
      const setlId = of.startsWith('own') ? t.setlId : 'R1';
      const open = (what: typeof kind | 'settlement-late', more: Record<string, string>) =>
        store.transaction(() => {
          const row = { kind: what, subject: setlId, ...about, detail: { ...more, setlId } };
          return store.worklist.open({ ...row, nowMs: t.clock.now() });
        });
      const { id } = open(kind, detail);
      const resolve = (row: number, resolution: 'noted' | 'stands') =>
        store.transaction(() => {
          const act = { resolution, by: 'S001', second: 'S002', reason: 'seen', nowMs: t.clock.now() };
          store.worklist.resolve(row, act);
        });
      const none = { ok: false, error: 'RECEIPT_NONE' };
      expect(await t.copy(t.messageId, 'S001')).toMatchObject(may ? { ok: true } : none);
      await t.clock.advance(1000);
      resolve(id, 'noted');
      expect(await t.copy(t.messageId, 'S001')).toMatchObject(may ? { ok: true } : none);
      await t.clock.advance(1000);
      resolve(open('settlement-late', {}).id, 'stands');
      expect(await t.copy(t.messageId, 'S001')).toMatchObject({ ok: true });
    },
  );

  it('says why where there is no journal or no printer', async () => {
    const parts = { clock: start().clock, devices: { print: async () => PRINTED } };
    const closed = createCopyReceipt({ ...parts, books: () => null, fault: () => 'STORE_GONE', hasPrinter: true });
    expect(await closed('X1', 'S001')).toEqual({ ok: false, error: 'STORE_GONE' });
    const t = start();
    const books = () => ({ store: t.terminal.store, prints: { jobs: t.terminal.prints, site: SITE } });
    const bare = createCopyReceipt({ ...parts, books, fault: () => null, hasPrinter: false });
    expect(await bare('X1', 'S001')).toEqual({ ok: false, error: 'PRINTER_OFFLINE' });
  });
});
