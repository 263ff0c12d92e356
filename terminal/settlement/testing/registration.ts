import { INSTITUTION, PERSON } from '../../../central/testing/kit.ts';
import {
  type HisDiagnosed,
  type HisRegistration,
  hisDiagnosedSchema,
  hisRegistrationSchema,
} from '../../../common/contracts/his/registration.ts';
import type { Registration } from '../registration/port.ts';
import { encounter, holder, makeWorld, type Terminal, type WorldOptions } from './world.ts';

/** The number of the visit in `world.ts`. */
export const VISIT_ID = encounter().encounterId;

/** The visit of `world.ts` as it is in the morning. */
export const registeredVisit = (): HisRegistration => hisRegistrationSchema.parse(encounter());
/** The same with its diagnoses. */
export const diagnosedVisit = (changes: Partial<HisDiagnosed> = {}): HisDiagnosed => ({
  ...hisDiagnosedSchema.parse(encounter()),
  ...changes,
});

const CLIENT = 'his';

/** The core with the reference centre, and a client that registers by a verb of its own. */
export function registrationWorld(seed: number, options: WorldOptions = {}) {
  const world = makeWorld(seed, { ...options, hasHisApi: true });
  const { clock, sides } = world;
  const person = async (terminal: Terminal) => ({ holder, insured: await world.identify(terminal), origin: CLIENT });
  const register = async (terminal: Terminal) =>
    clock.until(
      terminal.settlements.registrations.register({ ...(await person(terminal)), encounter: registeredVisit() }),
    );
  const registered = async (terminal: Terminal): Promise<Registration> => {
    const done = await register(terminal);
    if (!done.ok) throw new Error(`${done.error.code} ${done.error.reason ?? ''}`);
    return done.value;
  };
  const prepare = async (terminal: Terminal, asked = encounter()) => {
    const input = { ...(await person(terminal)), encounter: asked, useAccount: true, onStep: () => undefined };
    return clock.until(terminal.settlements.prepare(input));
  };
  /** Numbers of what reached the centre of the visit, queries and sign-ins left out. */
  const sent = (): string[] => sides.arrived.map(({ infno }) => infno).filter((no) => /^22/.test(no));
  /** Registrations that are not cancelled at the centre. */
  const there = () =>
    sides.kit.ledger.visitsOf(PERSON.psnNo, INSTITUTION, '2026-03-02 00:00:00', '2026-03-02 23:59:59');
  return { ...world, register, registered, prepare, sent, there };
}
