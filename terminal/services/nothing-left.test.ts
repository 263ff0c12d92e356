import { expect, test, vi } from 'vitest';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { ok } from '../../common/kernel/result.ts';
import { collect } from '../../wire/testing/collect.ts';
import type { SlipSite } from '../receipts/paper.ts';
import { FRAME, POLICY, READER } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { cardReading, encounter, insured, prepared, settled, splitOf } from '../testing/people.ts';
import { type Core, createPerformer, type PerformDeps } from './perform.ts';
import { createSessionRunner, type SessionRunner } from './session-runner.ts';
import { createTimings } from './timings.ts';

const SITE: SlipSite = {
  ...{ mode: 'lab', locale: 'zh-CN', institutionCode: 'H99010000001', institutionName: '海川市测试医院' },
  division: '990100',
  ...{ authority: '海川市医疗保障局', terminalLabel: 'ZZ-07', helpWindow: '6', cashierWindow: '3', hotline: '12393' },
};
/** What is left to pay of the made-up bill. */
const CASH = splitOf(10_000, true).cash;
const TIMING = { wallMs: 1, serverMs: 1 };

/** A terminal's session with its real runner and performer; whatever of a person goes through it is noted, and not held. */
function kiosk() {
  const clock = manualClock();
  const noted = new Map<string, WeakRef<object>>();
  const note = <T extends object>(what: string, thing: T): T => {
    noted.set(what, new WeakRef(thing));
    return thing;
  };
  const nothing = (): void => undefined;
  const core = {
    settlements: {
      async identify(holder: object) {
        note('holder', holder);
        return ok(note('insured', insured()));
      },
      isBlocked: () => false,
      prepare: async () => ok(note('prepared', prepared(note('encounter', encounter('MZ1')), true))),
      settle: async () => ({ kind: 'settled', settled: note('settled', settled(prepared(encounter('MZ1'), true))) }),
    },
    his: { unpaid: async () => ok({ reply: note('bills', { encounters: [encounter('MZ1')] }), timing: TIMING }) },
    prints: {
      jobs: { create: () => ({ jobId: 'J', kind: 'settlement', copy: 0 }), finish: nothing },
      site: SITE,
      settlementRow: () => 1,
    },
  } as unknown as Core;
  const deps = {
    ...{ clock, timings: createTimings(clock), core: () => core, audit: nothing, report: nothing, pinEntryMs: 60_000 },
    success: { left: nothing },
    devices: {
      readCard: async () => ({ ok: true, value: note('reading', cardReading()), cardMs: 1 }),
      verifyPin: async () => ({ kind: 'verified' }),
      async print(_job: string, slip: object) {
        note('slip', slip);
        return { kind: 'printed', printerMs: 1 };
      },
    },
    dispatch: (event: Parameters<SessionRunner['dispatch']>[0]) => runner.dispatch(event),
  } as unknown as PerformDeps;
  const performer = createPerformer(deps);
  const runner = createSessionRunner({
    ...{ clock, policy: POLICY, frame: FRAME, report: nothing },
    perform: performer.perform,
  });
  runner.onSnapshot((snapshot) => void note(`snapshot ${snapshot.screen.kind}`, snapshot));
  return { clock, runner, noted };
}

/** What of it somebody still holds. */
async function held(noted: ReadonlyMap<string, WeakRef<object>>): Promise<readonly string[]> {
  await collect();
  return [...noted].filter(([, thing]) => thing.deref() !== undefined).map(([what]) => what);
}

test('a person who paid and left is held by nothing of the session: not her card, her bill, her slip nor her screens', async () => {
  const { clock, runner, noted } = kiosk();
  const sees = (kind: string) => vi.waitFor(() => expect(runner.snapshot().screen.kind).toBe(kind));
  const press = (intent: Intent): void => expect(runner.intent(runner.state().version, intent), intent.kind).toBe(true);
  runner.dispatch({ kind: 'card', status: { kind: 'present', reader: READER, generation: 1, atr: '3B' } });
  await sees('whoYouAre');
  press({ kind: 'openVisit', encounterId: 'MZ1' });
  await sees('visit');
  press({ kind: 'acceptFees' });
  await sees('split');
  press({ kind: 'acceptSplit' });
  press({ kind: 'confirm', cash: CASH });
  await sees('done');
  await vi.waitFor(() => expect(noted.has('slip')).toBe(true));
  expect(await held(noted)).toEqual(expect.arrayContaining(['holder', 'settled']));

  runner.dispatch({ kind: 'card', status: { kind: 'empty', reader: READER } });
  clock.advance(15_000);
  await sees('insertCard');
  expect((await held(noted)).filter((what) => what !== 'snapshot insertCard')).toEqual([]);
});
