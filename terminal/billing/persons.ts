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
  readonly insured: Insured;
  readonly shown: BilledPerson;
  pinGiven: boolean;
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

/** Reads the card and asks the centre who that is. */
export async function meet(deps: PersonsDeps): Promise<Result<Person, Failure>> {
  const visitor = await readVisitor(deps);
  if (!visitor.ok) return visitor;
  const { holder, person, generation } = visitor.value;
  const insured = await deps.identify(holder);
  if (!insured.ok) return err(nameless(insured.error, holder));
  const { card } = deps.devices.status();
  // Another card may have been put in while the centre was asked: this answer is not about her.
  if (card.kind !== 'present' || card.generation !== generation) return err(failed('CARD_REMOVED'));
  const [insurance] = insured.value.insurances;
  const ref: PersonRef = Buffer.from(deps.random.bytes(12)).toString('hex');
  const parsed = parseIdentityNumber(unwrapPii(holder).identityNumber);
  const { insutype, psnType, insuplcAdmdvs: insuredAt, balance } = insurance;
  const elsewhere = insuredAt !== deps.division;
  const shown: BilledPerson = {
    ...{ ref, maskedName: person.name, maskedNumber: person.number },
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
    age: parsed.ok ? ageOn(parsed.value.birthDate, formatDate(deps.clock.now())) : null,
    ...{ insutype, psnType, insuredAt, elsewhere, balance },
  };
  return ok({ ref, visitor: visitor.value, insured: insured.value, shown, pinGiven: false });
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
