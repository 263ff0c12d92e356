import type { ReconcileVerdict } from '../../../common/contracts/reconcile.ts';
import { lateSettlement } from './late.ts';
import { rule, type Said } from './unanswered.ts';

export const ENCOUNTER = 'OP20260302001';

/**
 * One message with two effects at the centre, numbers A and B: `work` calls people about A, as what came late; `row`
 * about B, as the day's books name it.
 */
export async function twoEffects(
  options: Parameters<typeof lateSettlement>[0] = {},
  verdict: ReconcileVerdict = 'deniedHere',
) {
  const t = await lateSettlement(options);
  const { ledger } = t.sides.kit;
  const { store } = t.terminal;
  const [a] = ledger.settlements();
  if (a === undefined) throw new Error('nothing at the centre');
  const b = { ...a, setlId: `${a.setlId.slice(0, -1)}Z` };
  ledger.addSettlement(b);
  const named = (one: typeof a, says: ReconcileVerdict = verdict) =>
    store.transaction(() =>
      store.worklist.open({
        kind: 'difference',
        subject: one.setlId,
        encounterId: ENCOUNTER,
        settlementId: 1,
        amountFen: one.total,
        detail: { verdict: says, setlId: one.setlId, mdtrtId: one.mdtrtId, messageId: one.msgid },
        nowMs: t.clock.now(),
      }),
    ).id;
  const row = named(b);
  const which = (setlId: unknown): string => (setlId === b.setlId ? 'B' : 'A');
  /** What people are still called about. */
  const open = (): string[] =>
    store.worklist.list('open', 9).map(({ kind, detail }) => `${kind} ${which(detail['setlId'])}`);
  /** What has an effect at the centre. */
  const standing = (): string[] =>
    ledger
      .settlements()
      .filter((one) => one.refundOf === null && one.state === 'settled')
      .map(({ setlId }) => which(setlId))
      .sort();
  /** The counter takes it back there. */
  const takeBack = ({ setlId }: typeof a): void => ledger.setSettlementState(setlId, 'reversed');
  const say = (id: number, said: Said) => rule(t, id, said);
  return { ...t, a, b, row, named, open, standing, takeBack, say };
}
