import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Rig, startRig } from './testing/rig.ts';
import { putListInForce } from './testing/staff-list.ts';

/** A journal that follows a lost one asks centre and HIS before it settles what the lost one may have settled. */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig(['OP20260302001', 'OP20260302002']);
});
afterEach(() => rig.stop());

interface Ledger {
  readonly settlements: readonly { readonly state: string }[];
}
const standing = async (): Promise<number> => {
  const ledger = (await rig.admin('GET', '/admin/ledger')) as Ledger;
  return ledger.settlements.filter((row) => row.state === 'settled').length;
};

/** The journal goes, and a person begins another. */
async function loseJournal(data: string, t: ReturnType<Rig['boot']>) {
  t.health.stop();
  await t.stop();
  rmSync(join(data, 'terminal.db'));
  const next = rig.boot(data);
  expect(next.backbone.fault()).toBe('STORE_GONE');
  putListInForce(next);
  expect(next.backbone.adopt({ by: 'T-1', second: 'A-1', reason: '文件已丢失' })).toBeNull();
  return next;
}

it('what the lost journal had settled is found at the centre, not settled again, and is on the work-list', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  // The HIS never hears of it: its hold would stop the second terminal all by itself.
  await rig.admin('POST', '/admin/faults', {
    arm: [{ target: 'his', path: '/his/v1/settled', kind: 'http500', times: 1000 }],
  });
  expect(await first.settle()).toMatchObject({ kind: 'settled' });
  const next = await loseJournal(data, first);
  expect(await next.prepare()).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
  expect(next.books().store.worklist.list('open', 10)).toMatchObject([
    { kind: 'difference', encounterId: 'OP20260302001' },
  ]);
  expect(await standing()).toBe(1);
  // Another encounter of before, which nobody settled, goes through.
  expect(await next.settle(45_000, 'OP20260302002')).toMatchObject({ kind: 'settled' });
});

it('while the centre does not answer, nothing from before is settled', async () => {
  const data = rig.folder();
  const next = await loseJournal(data, rig.boot(data));
  await rig.admin('POST', '/admin/faults', { arm: [{ target: 'centre', infno: '5201', kind: 'http500', times: 100 }] });
  expect(await next.prepare()).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
  expect(await standing()).toBe(0);
});
