import { describe, expect, it } from 'vitest';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import { deskBench } from './testing/bench.ts';

const cashier = { persona: 'staff-cashier' };
const auditor = { persona: 'staff-auditor' };
const options = { waitMs: 10_000, page: false };
const refund: StaffActAsked = { act: 'worklistResolve', id: 1, resolution: 'refund', reason: 'seen', setlId: null };

describe('another list comes into force', () => {
  const replace = (bench: ReturnType<typeof deskBench>): void => {
    const list = bench.store.staff.file()?.list;
    if (list === undefined) throw new Error('no list');
    const how = { digest: 'e'.repeat(64), by: 'S001', second: 'S002', nowMs: 1 };
    bench.store.transaction(() => bench.store.staff.putInForce(list, how));
  };
  const expired = { ok: false, error: 'STAFF_TICKET_EXPIRED' };

  it('between the proof and the act: nobody is heard', async () => {
    const bench = deskBench({ people: [cashier, auditor] });
    const ticket = await bench.until(bench.desk.prove(refund, options));
    replace(bench);
    const acted = await bench.desk.under(ticket.ok ? ticket.value.ticket : '', refund, () => 1);
    expect([acted, bench.codes()]).toEqual([expired, ['staff.proved', 'staff.refused']]);
    expect(bench.lent()).toBe(false);
  });

  it('between the first person and the second: nobody is heard', async () => {
    const bench = deskBench({ people: [cashier] });
    const proof = bench.desk.prove(refund, options);
    while (!bench.views.some((view) => view.kind === 'proof' && view.person === 2)) {
      await bench.until(new Promise((resolve) => setTimeout(resolve, 5)));
    }
    replace(bench);
    bench.come(auditor);
    const ticket = await bench.until(proof);
    expect(await bench.desk.under(ticket.ok ? ticket.value.ticket : '', refund, () => 1)).toEqual(expired);
  });
});
