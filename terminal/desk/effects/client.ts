import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { BilledPerson, Billing } from '../../billing/port.ts';
import type { Failure } from '../../ports.ts';
import { isStay } from '../is-stay.ts';
import type { Choice, Client } from '../stage.ts';
import type { EffectDeps } from './deps.ts';

type Deps = Pick<EffectDeps, 'billing' | 'devices'>;

/** Where nobody may bill it before it is known what became of it. */
const BLOCKING = new Set(['settling', 'unknown', 'refunding', 'people']);

/** An encounter with where hospital and centre would not agree; a bill that is no money cannot be billed. */
export function choiceOf(
  billing: Pick<Billing, 'compare' | 'standing' | 'stay'>,
  encounter: HisEncounter,
): Result<Choice, Failure> {
  const differences = billing.compare(encounter);
  if (!differences.ok) return differences;
  const standing = billing.standing(encounter.encounterId);
  if (!standing.ok) return standing;
  const course = isStay(encounter) ? billing.stay.course(encounter) : null;
  if (course !== null && !course.ok) return course;
  const blocked = BLOCKING.has(standing.value.state);
  return ok({ encounter, blocked, differences: differences.value, course: course?.value ?? null });
}

async function choicesOf({ billing }: Deps, person: BilledPerson): Promise<Result<readonly Choice[], Failure>> {
  const unpaid = await billing.unpaid(person.ref);
  if (!unpaid.ok) return unpaid;
  const choices: Choice[] = [];
  for (const encounter of unpaid.value) {
    const choice = choiceOf(billing, encounter);
    if (!choice.ok) return choice;
    choices.push(choice.value);
  }
  return ok(choices);
}

/** Card, centre and hospital: who it is, and what is unpaid. */
export async function findClient(deps: Deps): Promise<Result<Client, Failure>> {
  const person = await deps.billing.person();
  if (!person.ok) return person;
  const { card } = deps.devices.status();
  if (card.kind !== 'present') {
    deps.billing.letGo(person.value.ref);
    return err({ code: 'CARD_REMOVED', reason: null });
  }
  const choices = await choicesOf(deps, person.value);
  if (!choices.ok) {
    deps.billing.letGo(person.value.ref);
    return choices;
  }
  return ok({ person: person.value, generation: card.generation, choices: choices.value });
}

/** The hospital's word on one bill, now. */
export async function readAgain(
  { billing }: Pick<EffectDeps, 'billing'>,
  ref: BilledPerson['ref'],
  encounterId: string,
): Promise<Result<Choice, Failure>> {
  const unpaid = await billing.unpaid(ref);
  if (!unpaid.ok) return unpaid;
  const encounter = unpaid.value.find((one) => one.encounterId === encounterId);
  return encounter === undefined ? err({ code: 'HIS_NOTHING_UNPAID', reason: null }) : choiceOf(billing, encounter);
}
