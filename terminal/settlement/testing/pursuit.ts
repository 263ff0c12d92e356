import type { MessageOutcome } from '../../store/messages.ts';
import type { SettlementChange } from '../../store/settlements.ts';
import type { FenceRound } from '../fence.ts';
import { createLife } from '../life.ts';
import { createPursuit } from '../pursuit.ts';
import type { Sighting } from '../sighting.ts';
import { createApply } from '../transition.ts';
import { coreSettings } from './core-deps.ts';
import { CONFIRMED, settlementKit, TOTAL, WAITS } from './settlement.ts';

const seen = { setlId: 'S1', total: TOTAL, why: null };
/** What 5203 may show. */
export const FOUND: Sighting = { kind: 'found', confirmed: { ...CONFIRMED, foundBy: '5203' }, seen };
export const UNSOUND: Sighting = { kind: 'unsound', seen: { ...seen, why: 'CENTRE_MONEY_MISMATCH' } };
export const MISSING: Sighting = { kind: 'missing' };
export const REFUNDED: Sighting = { kind: 'refunded' };
export const REFUSED: Sighting = { kind: 'refused' };
export const SILENT: Sighting = { kind: 'silent' };

interface Other {
  readonly answer?: Parameters<typeof settlementKit>[0];
  readonly needsSetlId?: boolean;
  /** What each look shows, one after the other; the last one again and again. */
  readonly looks?: readonly Sighting[];
  readonly rounds?: readonly (readonly [FenceRound['event'], nothing?: boolean])[];
  readonly change?: SettlementChange;
  readonly onLook?: (stop: () => void) => void;
}

/** The pursuit of one settlement, whose 5203 and 2601 end as they are told to. */
export function pursuitKit({ answer, needsSetlId = false, looks = [], rounds = [], change = {}, onLook }: Other = {}) {
  const centre = { ...coreSettings.centre, settlementQueryNeedsSetlId: needsSetlId };
  const kit = settlementKit(answer, { centre });
  const { deps, calls, notices, staff, store, clock } = kit;
  const life = createLife(clock);
  const apply = createApply(deps, {
    calls,
    notices,
    staff,
    waits: WAITS,
    attended: () => true,
    beginRefund: () => undefined,
    unseen: { flag: () => undefined },
  });
  const looked: { readonly setlId: string | undefined; readonly at: number }[] = [];
  const show = async (setlId?: string): Promise<Sighting> => {
    const sighting = looks[Math.min(looked.length, looks.length - 1)] ?? SILENT;
    looked.push({ setlId, at: clock.monotonic() });
    onLook?.(() => void life.stop());
    return sighting;
  };
  const sent: number[] = [];
  const made: number[] = [];
  let isDone = false;
  const forgotten: string[] = [];
  const pursuit = createPursuit(deps, {
    calls: { ...calls, forgetSignIn: () => void forgotten.push('sign-in') },
    apply,
    look: (_row, setlId) => show(setlId),
    lookTwice: async (_row, setlId) => {
      const sighting = await show(setlId);
      if (life.stopped()) return null;
      return sighting.kind === 'refused' ? { kind: 'missing' } : sighting;
    },
    fence: {
      made: (row) => void made.push(row),
      isDone: () => isDone,
      mayArrive: () => false,
      send: async (messageRow) => {
        const [event, nothing = false] = rounds[Math.min(sent.push(messageRow), rounds.length) - 1] ?? ['fenced'];
        return { event, nothing, keep: () => undefined };
      },
    },
    waits: WAITS,
    life,
  });
  kit.intend(change);
  const answered = (outcome: MessageOutcome, reason: string) =>
    store.transaction(() => store.messages.answered(kit.row().messageRow, { outcome, reason, reply: null, nowMs: 0 }));
  let tries = 0;
  const follow = () =>
    clock.until(
      pursuit.follow(kit.row(), () => {
        tries += 1;
      }),
    );
  const send = () => clock.until(pursuit.send(kit.row(), calls.again(kit.row().messageRow, '2207')));
  const verify = (failures = 0) => clock.until(pursuit.verify(1, failures));
  const fenceDone = () => {
    isDone = true;
  };
  const planned = () => store.settlements.toVerify()[0]?.at ?? null;
  const acts = () => kit.audited.map((one) => Reflect.get(one, 'event'));
  return {
    ...kit,
    life,
    apply,
    looked,
    fenced: sent,
    made,
    forgotten,
    answered,
    tries: () => tries,
    follow,
    send,
    verify,
    fenceDone,
    planned,
    acts,
  };
}
