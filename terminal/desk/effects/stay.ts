import { infnoOfStay } from '../../../common/contracts/desk/stay.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Billing, PersonRef, StayCourse } from '../../billing/port.ts';
import type { Failure } from '../../ports.ts';
import type { DeskEffect } from '../events.ts';
import { isStay } from '../is-stay.ts';
import type { EffectDeps } from './deps.ts';

type Of<K extends DeskEffect['kind']> = Extract<DeskEffect, { kind: K }>;

/** How far a stay is at the centre; null: it is none, or the journal cannot be read. */
export function courseNow(billing: Pick<Billing, 'stay'>, encounter: HisEncounter): StayCourse | null {
  const course = isStay(encounter) ? billing.stay.course(encounter) : null;
  return course?.ok ? course.value : null;
}

/** One step, as the encounter stood on the glass when its key was pressed. */
function step(
  { stay }: Pick<Billing, 'stay'>,
  ref: PersonRef,
  { step: name, encounter }: Of<'stayStep'>,
): Promise<Result<unknown, Failure>> {
  const { encounterId, lines } = encounter;
  switch (name) {
    case 'admit':
      return stay.admit(ref, encounter);
    case 'addFees':
      return stay.addFees(encounterId, lines);
    case 'clearFees':
      return stay.clearFees(encounterId);
    case 'change':
      return stay.change(encounter);
    case 'discharge':
      return stay.discharge(encounter);
    case 'undoDischarge':
      return stay.undoDischarge(encounterId);
    case 'cancel':
      return stay.cancel(encounterId);
  }
}

/** Done under the name of whoever's shift is open: on record before its first byte, and what it came to after its last. */
export async function stepOfStay(deps: EffectDeps, effect: Of<'stayStep'>): Promise<void> {
  const { billing, shifts, audit, dispatch, failureOf } = deps;
  const { op, ref, encounter } = effect;
  const by = shifts.current()?.staffId ?? null;
  const facts = { encounterId: encounter.encounterId, infno: infnoOfStay[effect.step], by };
  const ended = (result: Result<null, Failure>): void =>
    dispatch({ kind: 'stayStepped', op, result, course: courseNow(billing, encounter) });
  if (by === null) {
    ended(err({ code: 'SHIFT_NONE', reason: null }));
    return;
  }
  audit('desk.stay-asked', facts);
  const done = await step(billing, ref, effect).catch((cause: unknown) =>
    err({ code: failureOf(cause), reason: null }),
  );
  ended(done.ok ? ok(null) : done);
  audit('desk.stay-ended', { ...facts, came: done.ok ? 'done' : done.error.code });
}
