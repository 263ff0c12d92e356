import { describe, expect, it } from 'vitest';
import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import { createAskPredecessor } from './predecessor.ts';
import { done, refused, scriptedCalls, silent, tooLong } from './testing/calls.ts';
import { coreSettings } from './testing/core-deps.ts';
import { booked, books } from './testing/refund.ts';
import { settlementKit, TOTAL } from './testing/settlement.ts';
import { encounter, holder } from './testing/world.ts';

type Answer = ReturnType<Parameters<typeof scriptedCalls>[0]>;
const HOUR = 3_600_000;
const visits = (...rows: (readonly [mdtrtId: string, serial: string])[]) =>
  done<'5201'>({
    data: rows.map(([mdtrtId, serial]) => ({ mdtrt_id: mdtrtId, ipt_otp_no: serial })),
  } as CentreOutput<'5201'>);
const OURS = 'OP20260302001';
const no = (code: string) => ({ ok: false, error: { code } });

interface Other {
  readonly visits?: Answer;
  /** What is settled under each registration. */
  readonly settled?: (mdtrtId: string) => Answer;
  readonly needsSetlId?: boolean;
  readonly signsIn?: boolean;
  /** Hours between the adoption of the journal and now; null: it follows none. */
  readonly adoptedHoursAgo?: number | null;
  readonly visitedAt?: string;
}

/** A journal that follows a lost one, and what the centre answers about an encounter from before. */
function ask({
  visits: found = visits(['M7', OURS]),
  settled = () => books(),
  needsSetlId = false,
  signsIn = true,
  adoptedHoursAgo = 1,
  visitedAt = '2026-03-02 08:30:00',
}: Other = {}) {
  const centre = { ...coreSettings.centre, settlementQueryNeedsSetlId: needsSetlId };
  const kit = settlementKit(undefined, { centre });
  if (adoptedHoursAgo !== null) {
    const adoptedAt = kit.clock.now() - adoptedHoursAgo * HOUR;
    const origin = { adoptedAt, by: 'T-1', second: 'A-1', reason: 'reconciled', predecessor: null };
    kit.store.transaction(() => kit.store.origin.adopt(origin));
  }
  const script = scriptedCalls((infno, input) => {
    if (infno === '5201') return found;
    return settled((input as { data: { mdtrt_id: string } }).data.mdtrt_id);
  });
  script.state.signsIn = signsIn;
  const askPredecessor = createAskPredecessor(kit.deps, script.calls, kit.worklist);
  const result = askPredecessor({
    holder,
    insured: {
      psnNo: pii('P1'),
      insurances: [{ insutype: '310', psnType: '11', insuplcAdmdvs: '990100', balance: fen(0) }],
    },
    encounter: { ...encounter(), visitedAt },
    useAccount: true,
    onStep: () => undefined,
  });
  return { kit, script, result };
}

describe('a journal that follows a lost one asks the centre', () => {
  it('for the registrations of that person since that day, and for what is settled under each', async () => {
    const { script, result, kit } = ask({ visits: visits(['M7', OURS], ['M8', 'another'], ['M9', OURS]) });
    expect(await result).toEqual({ ok: true, value: undefined });
    expect(script.asked).toMatchObject([
      {
        infno: '5201',
        callTo: { visitId: null, insuplcAdmdvs: '990100' },
        input: { data: { begntime: '2026-03-02 00:00:00', endtime: '2026-03-02 23:59:59', med_type: '11' } },
      },
      { infno: '5203', callTo: { visitId: null }, input: { data: { mdtrt_id: 'M7' } } },
      { infno: '5203', input: { data: { mdtrt_id: 'M9' } } },
    ]);
    expect(kit.work()).toEqual([]);
    expect(kit.kicks()).toBe(0);
  });

  it.each([
    ['it follows none', { adoptedHoursAgo: null }],
    ['the encounter is of a day on which only this one can have worked', { visitedAt: '2026-03-04 08:30:00' }],
  ])('not where %s', async (_words, other) => {
    const { script, result } = ask(other);
    expect((await result).ok).toBe(true);
    expect(script.asked).toEqual([]);
  });
});

describe('what stands at the centre', () => {
  it('is not settled again, and comes onto the work-list, with what is known of it', async () => {
    const settled = (mdtrtId: string) =>
      books(booked({ mdtrt_id: mdtrtId, setl_id: `S-${mdtrtId}` }), booked({ mdtrt_id: 'M-another' }));
    const { kit, result } = ask({ visits: visits(['M7', OURS], ['M9', OURS]), settled });
    expect(await result).toMatchObject(no('SETTLEMENT_OPEN'));
    expect(kit.work()).toMatchObject([
      {
        kind: 'difference',
        subject: `lost-journal ${OURS}`,
        encounterId: OURS,
        settlementId: null,
        amountFen: 2 * TOTAL,
        detail: { setlId: 'S-M7', mdtrtId: 'M7', rows: 2 },
      },
    ]);
    expect(kit.kicks()).toBe(1);
  });

  it('is nothing that was given back', async () => {
    const { kit, result } = ask({ settled: () => books(booked({ mdtrt_id: 'M7', refd_setl_flag: '1' })) });
    expect((await result).ok).toBe(true);
    expect(kit.work()).toEqual([]);
  });

  it('is nothing of another registration', async () => {
    expect((await ask({ settled: () => books(booked({ mdtrt_id: 'M1' })) }).result).ok).toBe(true);
    expect(
      (await ask({ visits: visits(['M7', 'another']), settled: () => books(booked({ mdtrt_id: 'M7' })) }).result).ok,
    ).toBe(true);
  });

  it('where the centre wants a number, a registration that this journal does not know is enough', async () => {
    const { kit, script, result } = ask({ needsSetlId: true, visits: visits(['M1', OURS], ['M7', OURS]) });
    expect(await result).toMatchObject(no('SETTLEMENT_OPEN'));
    expect(script.infnos()).toEqual(['5201']);
    expect(kit.work()).toMatchObject([{ amountFen: null, detail: { setlId: null, mdtrtId: 'M7', rows: 1 } }]);
    // Its own it knows.
    expect((await ask({ needsSetlId: true, visits: visits(['M1', OURS]) }).result).ok).toBe(true);
  });
});

describe('a centre that says no', () => {
  it('is asked once more after a fresh sign-in; said again, it means "nothing found"', async () => {
    const { script, result } = ask({ visits: refused('查无记录') });
    expect((await result).ok).toBe(true);
    expect(script.infnos()).toEqual(['5201', 'forget', '9001', '5201']);
    const settlements = ask({ settled: () => refused() });
    expect((await settlements.result).ok).toBe(true);
    expect(settlements.script.infnos()).toEqual(['5201', '5203', 'forget', '9001', '5203']);
  });

  it('and does not let us sign in leaves it unsettled', async () => {
    expect(await ask({ visits: refused(), signsIn: false }).result).toMatchObject(no('CENTRE_UNREACHABLE'));
    expect(await ask({ settled: () => refused(), signsIn: false }).result).toMatchObject(no('CENTRE_UNREACHABLE'));
  });
});

it.each([
  [{ visits: silent }, 'CENTRE_UNREACHABLE'],
  [{ visits: tooLong }, 'HIS_BAD_ANSWER'],
  [{ settled: () => silent }, 'CENTRE_UNREACHABLE'],
  [{ settled: () => tooLong }, 'CENTRE_BAD_ANSWER'],
] as const)('where nobody can say, nothing is settled: %#', async (other, code) => {
  const { script, result, kit } = ask(other);
  expect(await result).toMatchObject(no(code));
  expect(script.infnos()).not.toContain('forget');
  expect(kit.work()).toEqual([]);
});
