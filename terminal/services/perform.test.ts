import { expect, test, vi } from 'vitest';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { pii } from '../../common/kernel/pii.ts';
import { ok } from '../../common/kernel/result.ts';
import type { Insured } from '../ports.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { encounter, HOLDER, insured, prepared, settled } from '../testing/people.ts';
import { type Core, createPerformer, type PerformDeps } from './perform.ts';
import { createTimings } from './timings.ts';

const SITE: SlipSite = {
  ...{ mode: 'lab', locale: 'zh-CN', institutionCode: 'H99010000001', institutionName: '海川市测试医院' },
  division: '990100',
  ...{ authority: '海川市医疗保障局', terminalLabel: 'ZZ-07', helpWindow: '6', cashierWindow: '3', hotline: '12393' },
};
const holder = pii({
  ...{ name: HOLDER.name, identityNumber: HOLDER.number, cardNumber: HOLDER.cardNumber },
  ...{ cardId: 'AB', regionCode: null },
});
const person = { name: '李*兰', number: '110***********002X', sex: null };

/** A performer whose centre says who somebody is when the test does, and whose printer keeps what it is given. */
function make() {
  const clock = manualClock();
  const asked: ((who: Insured) => void)[] = [];
  const slips: SlipDocument[] = [];
  const core = {
    settlements: {
      identify: () => new Promise((resolve) => asked.push((who) => resolve(ok(who)))),
      isBlocked: () => false,
    },
    his: { unpaid: async () => ok({ reply: { encounters: [] }, timing: { wallMs: 1, serverMs: 1 } }) },
    prints: {
      jobs: { create: () => ({ jobId: 'J', kind: 'settlement', copy: 0 }), finish: () => undefined },
      site: SITE,
      settlementRow: () => 1,
    },
  } as unknown as Core;
  const deps = {
    ...{ clock, timings: createTimings(clock), core: () => core, dispatch: vi.fn(), report: vi.fn() },
    devices: {
      async print(_job: string, slip: SlipDocument) {
        slips.push(slip);
        return { kind: 'printed', printerMs: 1 };
      },
    },
  } as unknown as PerformDeps;
  const performer = createPerformer(deps);
  const type = (psnType: string): Insured => {
    const who = insured();
    return { ...who, insurances: [{ ...who.insurances[0], psnType }] };
  };
  return { performer, asked, slips, type };
}

test('an answer that comes after its person has gone leaves no mark on the next one’s slip', async () => {
  const { performer, asked, slips, type } = make();
  performer.perform({ kind: 'lookUp', op: 1, holder });
  performer.perform({ kind: 'lookUp', op: 2, holder });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.(type('12'));
  await new Promise((resolve) => setImmediate(resolve));
  asked[0]?.(type('11'));
  await new Promise((resolve) => setImmediate(resolve));
  const visitor = { generation: 2, person, holder };
  const slip = { kind: 'settlement', visitor, settled: settled(prepared(encounter('MZ1'), true)), collection: null };
  performer.perform({ kind: 'print', op: 3, slip } as Parameters<typeof performer.perform>[0]);
  await vi.waitFor(() => expect(slips).toHaveLength(1));
  const text = JSON.stringify(slips[0]);
  expect(text).toContain('退休');
  expect(text).not.toContain('在职');
});
