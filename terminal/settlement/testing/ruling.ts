import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { WorklistDetail, WorklistKind } from '../../../common/contracts/worklist.ts';
import type { SettlementChange, SettlementRow } from '../../store/settlements.ts';
import type { RefundOrder } from '../facts.ts';
import { createResolve, type Ruling } from '../resolve.ts';
import type { Sighting } from '../sighting.ts';
import { createApply } from '../transition.ts';
import { coreSettings } from './core-deps.ts';
import { PEOPLE, REASON } from './late.ts';
import { CONFIRMED, settlementKit, TOTAL, WAITS } from './settlement.ts';

/** What 5203 may show, under this number. */
const sightings = (setlId: string) => {
  const seen = { setlId, total: TOTAL, why: null };
  return {
    found: { kind: 'found', confirmed: { ...CONFIRMED, setlId, foundBy: '5203' }, seen },
    unsound: { kind: 'unsound', seen: { ...seen, why: 'CENTRE_MONEY_MISMATCH' } },
    missing: { kind: 'missing' },
    refunded: { kind: 'refunded' },
    silent: { kind: 'silent' },
  } as const satisfies { readonly [name: string]: Sighting };
};
export type Shown = keyof ReturnType<typeof sightings>;

/** What 5203 says by a number alone, whoever sent it. */
const EVENTS = {
  found: 'queryStanding',
  unsound: 'queryStanding',
  missing: 'queryMissing',
  refunded: 'queryRefunded',
  silent: 'queryFailed',
  stopped: 'queryFailed',
} as const;

interface Other {
  readonly kind?: WorklistKind;
  readonly detail?: WorklistDetail;
  readonly settlement?: SettlementChange | null;
  readonly needsSetlId?: boolean;
  readonly fence?: { readonly isDone?: boolean; readonly mayArrive?: boolean };
  /** What the centre shows when it is asked with this number. */
  readonly shows?: (setlId: string | undefined) => Shown | 'stopped';
  /** Under which number it shows it. */
  readonly under?: (setlId: string | undefined) => string;
  /** Comes between the question to the centre and the ruling. */
  readonly meanwhile?: (kit: ReturnType<typeof settlementKit>) => void;
}

export const FULL = { ...CONFIRMED, changed: false } as const;
/** A settlement that has been taken back. */
export const reversed = { state: 'reversed', live: false } as const;
/** One that is in force. */
export const settled = { state: 'settled', live: false, settled: FULL } as const;
/** One whose 2601 is under way. */
export const fencing = () => ({ state: 'fencing' as const });

/** A ruling that is refused with this code. */
export const no = (code: string) => ({ ok: false, error: { code } });

/** One row of the work-list about one settlement, before two people. */
export function rulingKit({
  kind = 'settlement-unknown',
  detail = {},
  settlement = { state: 'unknown' },
  needsSetlId = false,
  fence = {},
  shows = () => 'missing',
  under = (setlId) => setlId ?? 'S5',
  meanwhile = () => undefined,
}: Other = {}) {
  const centre = { ...coreSettings.centre, settlementQueryNeedsSetlId: needsSetlId };
  const kit = settlementKit(undefined, { centre });
  const { deps, store, calls, notices, staff, worklist, clock } = kit;
  if (settlement !== null) kit.intend(settlement);
  const refunds: RefundOrder[] = [];
  const apply = createApply(deps, {
    calls,
    notices,
    staff,
    waits: WAITS,
    attended: () => false,
    beginRefund: (_row, order) => void refunds.push(order),
    unseen: { flag: () => undefined },
  });
  const asked: (string | undefined)[] = [];
  const settled: SettlementRow['state'][] = [];
  const handed: string[] = [];
  let answer: FailureCode | null = null;
  const resolve = createResolve(deps, {
    apply,
    worklist,
    lookTwice: async (_row, setlId) => {
      asked.push(setlId);
      const name = shows(setlId);
      meanwhile(kit);
      return name === 'stopped' ? null : sightings(under(setlId))[name];
    },
    lookFor: async ({ setlId }) => {
      asked.push(setlId);
      return { event: EVENTS[shows(setlId)], facts: {} };
    },
    fence: { isDone: () => fence.isDone ?? false, mayArrive: () => fence.mayArrive ?? false },
    refundRuling: async (_settlement, resolution, rule) => {
      handed.push(resolution);
      return rule(() => true) ? answer : 'WORKLIST_NOT_ALLOWED';
    },
    settled: (id) => void settled.push(kit.row(id).state),
  });
  const open = (what: WorklistKind, subject: string, more: WorklistDetail) =>
    store.transaction(() => {
      const about = { encounterId: 'OP20260302001', settlementId: settlement === null ? null : 1, amountFen: TOTAL };
      worklist.open({ kind: what, subject, ...about, detail: more });
    });
  open(kind, 'the matter', detail);
  const rule = (ruling: Partial<Ruling> & Pick<Ruling, 'resolution'>, id = 1) =>
    clock.until(resolve(id, { act: PEOPLE, reason: REASON, ...ruling }));
  const item = () => store.worklist.get(1);
  const refundOf = (state: 'ready' | 'kept' | 'done' | 'refunded', settlementId = 1) =>
    store.transaction(() => {
      const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
      const id = store.refunds.insert({ settlementId, encounterId: 'OP20260302001', ...order, nowMs: 0 });
      const refunded = { refundSetlId: null, refundedAt: '2026-03-02 09:10:00', foundBy: 'answer' } as const;
      store.refunds.change(id, state === 'done' || state === 'refunded' ? { state, refunded } : { state }, 0);
    });
  const answers = (code: FailureCode | null) => {
    answer = code;
  };
  return { ...kit, asked, settled, handed, refunds, rule, item, open, refundOf, answers };
}
