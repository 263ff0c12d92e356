import { foundSettlementSchema } from '../../../common/contracts/centre/settlement-query.ts';
import type { CentreOutput } from '../../../common/contracts/centre/transactions.ts';
import { fen } from '../../../common/kernel/money.ts';
import type { RefundChange } from '../../store/refunds.ts';
import type { SettlementChange } from '../../store/settlements.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { FenceRound } from '../fence.ts';
import { createLife } from '../life.ts';
import { createRefundPursuit } from '../refund/pursuit.ts';
import { createApplyRefund } from '../refund/transition.ts';
import type { LookTwice } from '../sighting.ts';
import { done } from './calls.ts';
import { coreSettings } from './core-deps.ts';
import { CONFIRMED, settlementKit, TOTAL, WAITS } from './settlement.ts';

export const ORDER = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
export const AT = '2026-03-02 09:10:00';

/** The settlement in the centre's books. */
export const booked = (changes: object = {}) =>
  foundSettlementSchema.parse({
    mdtrt_id: 'M1',
    setl_id: 'S1',
    psn_no: 'P1',
    setl_time: '2026-03-02 09:00:05',
    medins_setl_id: 'H1',
    refd_setl_flag: '0',
    medfee_sumamt: '1065.48',
    fulamt_ownpay_amt: '0',
    overlmt_selfpay: '0',
    preselfpay_amt: '0',
    inscp_scp_amt: '1065.48',
    fund_pay_sumamt: '0',
    psn_pay: '1065.48',
    acct_pay: '65.48',
    cash_payamt: '1000.00',
    ...changes,
  });
export const books = (...setlinfo: ReturnType<typeof booked>[]) => done<'5203'>({ setlinfo, setldetail: [] });
export const standing = books(booked());
export const gone = books(booked({ refd_setl_flag: '1' }));
/** What 2208 answers. */
export const givenBack = (changes: object = {}) =>
  done<'2208'>({
    setlinfo: { mdtrt_id: 'M1', setl_id: 'R1', setl_time: AT, medfee_sumamt: fen(-TOTAL), ...changes },
    setldetail: [],
  } as unknown as CentreOutput<'2208'>);

interface Other {
  readonly answer?: Parameters<typeof settlementKit>[0];
  readonly settlement?: SettlementChange;
  readonly change?: RefundChange;
  readonly rounds?: readonly FenceRound['event'][];
  /** Whether what was uploaded can be undone, one attempt after the other. */
  readonly undone?: readonly boolean[];
  /** What 5203 shows without a number, one after the other; the last one again and again. */
  readonly beside?: readonly Awaited<ReturnType<LookTwice>>[];
  readonly needsSetlId?: boolean;
}

/** The refund of a settlement that stands, over a journal in memory and a centre that answers as it is told. */
export function refundKit({
  answer,
  settlement = {},
  change = {},
  rounds = [],
  undone = [true],
  beside = [{ kind: 'refunded' }],
  needsSetlId = false,
}: Other = {}) {
  const centre = { ...coreSettings.centre, settlementQueryNeedsSetlId: needsSetlId };
  const kit = settlementKit(answer, { centre });
  const { deps, store, calls, notices, staff, worklist, clock } = kit;
  const life = createLife(clock);
  // What came late was never confirmed.
  const isLate = settlement.state === 'reversed';
  const settled = isLate ? {} : { settled: { ...CONFIRMED, changed: false } };
  kit.intend({ state: 'settled', ...settled, ...settlement });
  store.transaction(() => {
    store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...ORDER, nowMs: 0 });
  });
  const write = (infno: string) => {
    const messageId = store.messages.nextId('H99010000001', 7, clock.now());
    return store.messages.insert({ messageId, infno, visitId: 1, request: new TextEncoder().encode(infno), nowMs: 0 });
  };
  const { state = 'ready' } = change;
  const isOut = state === 'intended' || state === 'unknown' || state === 'fencing';
  const isBack = state === 'refunded' || state === 'done';
  store.transaction(() => {
    const refunded = { refundSetlId: null, refundedAt: AT, foundBy: 'answer' } as const;
    store.refunds.change(
      1,
      { ...(isOut ? { messageRow: write('2208') } : {}), ...(isBack ? { refunded } : {}), ...change },
      0,
    );
  });
  const apply = createApplyRefund(deps, { calls, notices, staff, worklist });
  const refund = () => {
    const row = store.refunds.get(1);
    if (row === null) throw new Error('no refund');
    return row;
  };
  const fenced: number[] = [];
  let kept = 0;
  const made: number[] = [];
  const forgotten: string[] = [];
  const unwound: VisitRow['id'][] = [];
  const looked: (string | undefined)[] = [];
  const pursuit = createRefundPursuit(deps, {
    calls: { ...calls, forgetSignIn: () => void forgotten.push('sign-in') },
    apply,
    fence: {
      made: (row) => void made.push(row),
      isDone: () => false,
      mayArrive: () => false,
      send: async (row) => {
        const event = rounds[Math.min(fenced.push(row), rounds.length) - 1] ?? 'fenced';
        const keep = (): void => {
          kept += 1;
        };
        return { event, nothing: false, keep };
      },
    },
    waits: WAITS,
    life,
    undo: async ({ id }) => undone[Math.min(unwound.push(id), undone.length) - 1] ?? true,
    lookTwice: async (_row, setlId) => beside[Math.min(looked.push(setlId), beside.length) - 1] ?? null,
  });
  const follow = () => clock.until(pursuit.follow(refund()));
  const look = () => clock.until(pursuit.look(refund()));
  const events = () => kit.audited.map((one) => Reflect.get(one, 'event')).filter((event) => event !== undefined);
  return {
    ...kit,
    life,
    apply,
    refund,
    kept: () => kept,
    fenced,
    made,
    forgotten,
    unwound,
    looked,
    pursuit,
    follow,
    look,
    events,
  };
}
