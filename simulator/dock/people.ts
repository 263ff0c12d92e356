import type { DockPerson } from '../../common/contracts/dock/state.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';
import { parseFen } from '../../common/kernel/money.ts';
import type { Persona, PersonaInput } from '../../drivers/card-reader/emulator/persona.ts';
import { type DrawnVisit, drawVisit } from '../lab/draw.ts';
import type { Lab } from '../lab/lab.ts';
import { loadPersona, personaNames } from '../personas.ts';

/** A person of the list: what the page shows, and the card to put in. */
export interface RosterEntry {
  readonly person: Omit<DockPerson, 'visit'>;
  readonly card: PersonaInput;
  readonly visit: DrawnVisit['encounter'] | null;
}

/** Everybody who can come to the kiosk: drawn people with a visit to pay, and the cards with a peculiarity. */
export interface Roster {
  entries(): readonly RosterEntry[];
  find(id: string): RosterEntry | null;
  /** One more drawn person, known to the centre and the HIS. */
  draw(): Promise<void>;
}

type Insurance = { readonly insutype?: unknown };

function entryOf(
  id: string,
  kind: DockPerson['kind'],
  drawn: DrawnVisit,
  card: PersonaInput,
  pin: string,
  now: number,
) {
  const insurances = drawn.person['insurances'] as readonly Insurance[];
  const year = Number(drawn.identityNumber.slice(6, 10));
  return {
    person: {
      id,
      kind,
      name: drawn.name,
      pin,
      age: Number(formatDate(now).slice(0, 4)) - year,
      scheme: insurances[0]?.insutype === '390' ? ('390' as const) : ('310' as const),
    },
    card,
    visit: drawn.encounter,
  };
}

/** The holder of a persona file with the insurance and the visit of somebody drawn; null where nobody could be him. */
function holderVisit(persona: Persona, seed: number, now: number): DrawnVisit | null {
  const { holder } = persona;
  if (holder === null || persona.behaviour.application !== 'social') return null;
  const identityNumber = holder.socialSecurityNumber.toUpperCase();
  if (!parseIdentityNumber(identityNumber).ok) return null;
  const drawn = drawVisit(seed, now);
  const birth = identityNumber.slice(6, 14);
  const { name, cardNumber, cardId, sex } = holder;
  const person = { ...drawn.person, identityNumber, name, cardNumber, cardId, sex };
  const birthDate = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  return { ...drawn, identityNumber, name, person: { ...person, birthDate } };
}

async function admit(lab: Lab, visits: readonly DrawnVisit[]): Promise<void> {
  await lab.admin('POST', '/admin/people', { people: visits.map((visit) => visit.person) });
  await lab.admin('POST', '/admin/encounters', {
    encounters: visits.map(({ identityNumber, name, encounter }) => ({ person: { identityNumber, name }, encounter })),
  });
}

const isStaff = (persona: string): boolean => persona.startsWith('staff-');

const FIRST_DRAWN = 6;
/** Seeds of the visits of persona files: far from those of drawn people. */
const HOLDER_SEED = 90_000;

/** Fills centre and HIS with the first people. `firstSeed`: who they are; the same number, the same people. */
export async function createRoster(lab: Lab, now: () => number, firstSeed: number): Promise<Roster> {
  let nextSeed = firstSeed;
  let drawnPeople = 0;
  const entries: RosterEntry[] = [];
  const drawOne = (): { entry: RosterEntry; drawn: DrawnVisit } => {
    const drawn = drawVisit(nextSeed++, now());
    drawnPeople += 1;
    const entry = entryOf(String(drawnPeople), 'visitor', drawn, drawn.persona, drawn.pin, now());
    return { entry, drawn };
  };
  const known: DrawnVisit[] = [];
  for (let i = 0; i < FIRST_DRAWN; i++) {
    const { entry, drawn } = drawOne();
    entries.push(entry);
    known.push(drawn);
  }
  // The staff come for no visit of their own.
  for (const name of personaNames().filter(isStaff)) {
    const persona = loadPersona(name);
    const person = { id: name, kind: 'special' as const, name: persona.holder?.name ?? null, pin: persona.pin.digits };
    entries.push({ person: { ...person, age: null, scheme: null }, card: persona, visit: null });
  }
  for (const [index, name] of personaNames()
    .filter((each) => !isStaff(each))
    .entries()) {
    const persona = loadPersona(name);
    const holder = holderVisit(persona, HOLDER_SEED + index, now());
    if (holder !== null) {
      known.push(holder);
      entries.push(entryOf(name, 'special', holder, persona, persona.pin.digits, now()));
    } else {
      const person = { id: name, kind: 'special' as const, name: persona.holder?.name ?? null };
      // Nobody's visit, yet the kiosk may ask: a card that bears a holder has a PIN.
      const pin = persona.holder !== null && persona.behaviour.application === 'social' ? persona.pin.digits : null;
      entries.push({ person: { ...person, pin, age: null, scheme: null }, card: persona, visit: null });
    }
  }
  await admit(lab, known);
  return {
    entries: () => entries,
    find: (id) => entries.find(({ person }) => person.id === id || person.name === id) ?? null,
    async draw() {
      const { entry, drawn } = drawOne();
      await admit(lab, [drawn]);
      entries.splice(drawnPeople - 1, 0, entry);
    },
  };
}

/** What the HIS asks for a visit, in fen. */
export function totalOf(visit: DrawnVisit['encounter']): number {
  const total = parseFen(visit.total);
  return total.ok ? total.value : 0;
}
