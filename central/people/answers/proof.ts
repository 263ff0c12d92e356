import type { z } from 'zod';
import type { EntitlementProof, entitlementProofAsk } from '../../../common/contracts/benefits/proof.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import { monthsLater } from '../../certificates/book.ts';
import type { ProofStore } from '../../store/proof-store.ts';
import { careerBirthDate } from '../pension-status.ts';
import { find, type People } from './find.ts';
import { paymentsOf } from './shared.ts';

/** Insurances whose continuing payments end with a life. */
const FOR_LIFE: ReadonlySet<string> = new Set(['pension', 'injury', 'residentPension', 'ruralPension']);
/** A proof holds for a year. Illustrative. */
const HOLDS_MONTHS = 12;
/** From this age on somebody must look: heirs may hold card and PIN. Illustrative, years. */
const SEEN_FROM = 90;

const LEVELS = ['card', 'cardPin', 'face', 'window'] as const;
type Level = (typeof LEVELS)[number];
const enough = (given: Level, required: Level): boolean => LEVELS.indexOf(given) >= LEVELS.indexOf(required);

/** How it stands; with an assurance that is enough, the proof is recorded. Null for a person who is not known. */
export function proofAnswer(
  people: People,
  store: ProofStore,
  now: number,
  ask: z.output<typeof entitlementProofAsk>,
): EntitlementProof | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  const today = formatDate(now);
  const drawing = paymentsOf(career, month)
    .filter(({ insurance, to, monthly }) => to === null && monthly !== null && FOR_LIFE.has(insurance))
    .map(({ what }) => what);
  const required = monthsLater(careerBirthDate(career), SEEN_FROM * 12) <= today ? 'window' : 'cardPin';
  const { assurance, terminal } = ask;
  const isEnough = assurance !== undefined && enough(assurance, required);
  if (drawing.length > 0 && isEnough) store.add(career.identityNumber, { on: today, assurance, terminal });
  const provenOn = store.last(career.identityNumber);
  const validUntil = provenOn === null ? null : monthsLater(provenOn, HOLDS_MONTHS);
  const stands = validUntil !== null && today <= validUntil;
  const told = { city: city.city, drawing, required, provenOn, validUntil, illustrative: true, asOf } as const;
  if (drawing.length === 0) return { ...told, state: 'notNeeded' };
  if (assurance !== undefined && !isEnough) return { ...told, state: 'notEnough' };
  return { ...told, state: stands ? 'proven' : 'due' };
}
