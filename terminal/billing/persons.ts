import { formatDate } from '../../common/kernel/dates.ts';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';
import { type Pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { CardHolder, Failure, Insured } from '../ports.ts';
import { isSameCard } from '../session/proof.ts';
import type { Visitor } from '../session/stage-facts.ts';
import { usableVisitor } from '../session/visitor.ts';
import { failed } from './answers.ts';
import type { BilledPerson, PersonRef } from './port.ts';
import { nameless } from './words.ts';

/** A person at the desk: her card, who she is at the centre, and whether her PIN is given and not used up. */
export interface Person {
  readonly ref: PersonRef;
  visitor: Visitor;
  insured: Insured;
  shown: BilledPerson;
  pinGiven: boolean;
  /** How many moves of money the room had seen when the centre was asked for her: her balance is of then (`balances.ts`). */
  seen: number;
}

export interface PersonsDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly devices: Pick<Devices, 'status' | 'readCard'>;
  readonly division: string;
  readonly identify: (holder: Pii<CardHolder>) => Promise<Result<Insured, Failure>>;
}

/** Years since a birth date, on a day; both `yyyy-MM-dd`. */
function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The card that is in now, where it can be read and is usable today. */
export async function readVisitor(deps: Pick<PersonsDeps, 'clock' | 'devices'>): Promise<Result<Visitor, Failure>> {
  const { card } = deps.devices.status();
  if (card.kind === 'mute') return err(failed('CARD_MUTE'));
  if (card.kind === 'tooMany') return err(failed('CARD_TOO_MANY'));
  if (card.kind === 'serviceDown') return err(failed('READER_SERVICE_DOWN'));
  if (card.kind === 'noReader') return err(failed('READER_GONE'));
  if (card.kind !== 'present') return err(failed('CARD_ABSENT'));
  const read = await deps.devices.readCard(card.generation);
  if (!read.ok) return err(failed(read.error));
  const usable = usableVisitor(read.value, card.generation, formatDate(deps.clock.now()));
  return usable.ok ? usable : err(failed(usable.error));
}

/** The person as her caller may see her. */
function shownOf(
  { clock, division }: Pick<PersonsDeps, 'clock' | 'division'>,
  ref: PersonRef,
  { holder, person }: Visitor,
  { insurances: [insurance] }: Insured,
): BilledPerson {
  const parsed = parseIdentityNumber(unwrapPii(holder).identityNumber);
  const { insutype, psnType, insuplcAdmdvs: insuredAt, balance } = insurance;
  return {
    ...{ ref, maskedName: person.name, maskedNumber: person.number },
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
    age: parsed.ok ? ageOn(parsed.value.birthDate, formatDate(clock.now())) : null,
    ...{ insutype, psnType, insuredAt, elsewhere: insuredAt !== division, balance },
  };
}

/** Reads the card and asks the centre who that is. `seen`: the moves of money until now. */
export async function meet(deps: PersonsDeps, seen: number): Promise<Result<Person, Failure>> {
  const visitor = await readVisitor(deps);
  if (!visitor.ok) return visitor;
  const { holder, generation } = visitor.value;
  const insured = await deps.identify(holder);
  if (!insured.ok) return err(nameless(insured.error, holder));
  const { card } = deps.devices.status();
  // Another card may have been put in while the centre was asked: this answer is not about her.
  if (card.kind !== 'present' || card.generation !== generation) return err(failed('CARD_REMOVED'));
  const ref: PersonRef = Buffer.from(deps.random.bytes(12)).toString('hex');
  const shown = shownOf(deps, ref, visitor.value, insured.value);
  return ok({ ref, visitor: visitor.value, insured: insured.value, shown, pinGiven: false, seen });
}

/**
 * Reads the card and asks 1101 again where money has moved since she was asked for (`moves`: until now); her reference
 * stays. Another card, or none: `PERSON_GONE`.
 */
export async function refresh(deps: PersonsDeps, person: Person, moves: number): Promise<Result<void, Failure>> {
  if (person.seen === moves) return ok(undefined);
  const read = await readVisitor(deps);
  if (!read.ok || !isSameCard(person.visitor, read.value)) return err(failed('PERSON_GONE'));
  const insured = await deps.identify(read.value.holder);
  if (!insured.ok) return err(nameless(insured.error, read.value.holder));
  person.insured = insured.value;
  person.shown = shownOf(deps, person.ref, person.visitor, insured.value);
  person.seen = moves;
  return ok(undefined);
}

/**
 * The number of the card session in which her card lies now; null where it does not. A device host that died numbers
 * the same card anew, so an unknown number is read before it is believed.
 */
export async function generationOf(
  deps: Pick<PersonsDeps, 'clock' | 'devices'>,
  person: Person,
): Promise<number | null> {
  const { card } = deps.devices.status();
  if (card.kind !== 'present') return null;
  if (card.generation === person.visitor.generation) return card.generation;
  const read = await readVisitor(deps);
  if (!read.ok || !isSameCard(person.visitor, read.value)) return null;
  person.visitor = read.value;
  person.pinGiven = false;
  return read.value.generation;
}
