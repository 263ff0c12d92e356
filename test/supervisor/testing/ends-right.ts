import { expect } from 'vitest';
import { readReceipt } from '../../readers/paper-text.ts';
import type { Scene } from './scene.ts';

interface LedgerRow {
  readonly msgid: string;
  readonly state: string;
  readonly total: number;
  readonly cash: number;
}

/**
 * Waits until nothing is open, then compares all who know: one journal row, 2207 sent once, the ledger, the HIS and
 * the operator say the same, and no second receipt came out.
 */
export async function endsRight({ lab, visit }: Scene): Promise<'settled' | 'reversed'> {
  const control = await lab.control();
  const idle = await control.call('waitIdle', { waitMs: 40_000 }, { timeoutMs: 45_000 });
  const rows = await control.call('settlements', {});
  control.close();
  expect(idle.ok && idle.value.idle).toBe(true);
  if (!rows.ok) throw new Error('no journal');
  expect(rows.value.rows).toHaveLength(1);
  const [row] = rows.value.rows;
  const ledger = ((await lab.admin('GET', '/admin/ledger')) as { settlements: LedgerRow[] }).settlements;
  const his = (await lab.admin('GET', '/admin/his')) as { encounters: { encounterId: string; state: string }[] };
  const operator = (await lab.admin('GET', '/admin/operator')) as { records: { kind: string }[] };
  const log = (await lab.admin('GET', '/admin/log')) as { byInfno: Record<string, { count: number }> };
  const { bytes } = (await lab.sim.command('printer.paper')) as { bytes: string };

  expect(['settled', 'reversed']).toContain(row?.state);
  const settled = row?.state === 'settled';
  expect(log.byInfno['2207']?.count).toBe(1);
  const standing = ledger.filter((each) => each.state === 'settled');
  expect(standing.map((each) => each.msgid)).toEqual(settled ? [row?.messageId] : []);
  if (settled) expect(row).toMatchObject({ totalFen: standing[0]?.total, cashFen: standing[0]?.cash });
  const told = his.encounters.find((each) => each.encounterId === visit.encounter.encounterId);
  expect(told?.state).toBe(settled ? 'settled' : 'unpaid');
  expect(operator.records.filter((each) => each.kind === 'settlement')).toHaveLength(settled ? 1 : 0);
  expect(readReceipt(Buffer.from(bytes, 'base64')).cuts).toBeLessThanOrEqual(1);
  return settled ? 'settled' : 'reversed';
}
