import { implement, ORPCError, ValidationError } from '@orpc/server';
import type { z } from 'zod';
import { benefitsContract } from '../../../common/contracts/benefits/benefits.ts';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { CertificateBook } from '../../certificates/book.ts';
import { medicalSummary } from '../../core/benefit-year.ts';
import { coverage } from '../../core/coverage.ts';
import type { Ledger } from '../../core/ledger.ts';
import { assistanceAnswer, type MedicalSide } from '../../people/answers/assistance.ts';
import { type CardReports, cardAnswer, withdrawLoss } from '../../people/answers/card.ts';
import { cardLossAnswer, reportLoss } from '../../people/answers/card-loss.ts';
import { contributionsAnswer } from '../../people/answers/contributions.ts';
import { declarationAnswer, declareAnswer } from '../../people/answers/declaration.ts';
import { entitlementsAnswer } from '../../people/answers/entitlements.ts';
import type { People } from '../../people/answers/find.ts';
import { housingAnswer } from '../../people/answers/housing.ts';
import { injuryAnswer } from '../../people/answers/injury.ts';
import { maternityAnswer } from '../../people/answers/maternity.ts';
import { pensionAnswer } from '../../people/answers/pension.ts';
import { proofAnswer } from '../../people/answers/proof.ts';
import { residentPensionAnswer } from '../../people/answers/resident-pension.ts';
import type { ElectronicCards } from '../../people/electronic-cards.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import type { Plan } from '../../plans/plan.ts';
import type { DeclarationStore } from '../../store/declaration-store.ts';
import type { ProofStore } from '../../store/proof-store.ts';
import { createRateLimit } from '../rate-limit.ts';

/** One person may be asked for this often; a terminal asks once a visit. */
const PER_MINUTE = 60;
const MINUTE_MS = 60_000;
/** How often one terminal may have a check code looked up, and how often all may: codes and tokens are not to be tried out. */
const CHECKS_PER_MINUTE = 12;
const ALL_CHECKS_PER_MINUTE = 240;
/** What a ledger that cannot be read asks for, s. */
const UNAVAILABLE_S = 5;

export interface BenefitsParts {
  readonly ledger: Ledger;
  readonly plan: Plan;
  readonly cityPlans?: readonly MedicalPlan[];
  /** People with working lives, whom all but the medical summary are about. */
  readonly people: People;
  readonly certificates: CertificateBook;
  readonly proofs: ProofStore;
  readonly declarations: DeclarationStore;
  readonly cards: CardReports;
  readonly electronic: ElectronicCards;
  readonly clock: Clock;
  /** Human-readable lines; no personal data. */
  readonly say: (line: string) => void;
}

/** The contract over the ledger. */
export function benefitsRouter({
  ledger,
  plan,
  cityPlans = [],
  people,
  certificates,
  proofs,
  declarations,
  cards,
  electronic,
  clock,
  say,
}: BenefitsParts) {
  const limit = createRateLimit(clock, PER_MINUTE, MINUTE_MS);
  const checks = createRateLimit(clock, CHECKS_PER_MINUTE, MINUTE_MS);
  const allChecks = createRateLimit(clock, ALL_CHECKS_PER_MINUTE, MINUTE_MS);
  const allTokens = createRateLimit(clock, ALL_CHECKS_PER_MINUTE, MINUTE_MS);
  const contract = implement(benefitsContract);
  const lossDesk = { people, reports: cards, electronic };
  /** Refuses who asks too often, says 503 for what cannot be read, and 404 for a person who is not known. */
  function answer<T>(input: { readonly identityNumber: string }, errors: Refusals, read: () => T | null): T {
    return readFor(limit.take(input.identityNumber.toUpperCase()), errors, read);
  }
  function readFor<T>(wait: number | null, errors: Refusals, read: () => T | null): T {
    if (wait !== null) throw errors.TOO_MANY({ data: { retryAfterS: wait } });
    const found = readOr(read, say);
    if (found === undefined) throw errors.UNAVAILABLE({ data: { retryAfterS: UNAVAILABLE_S } });
    if (found === null) throw errors.NO_SUCH_PERSON();
    return found;
  }
  /** What 医疗救助 paid this year is in the medical ledger. */
  function medicalSide(ask: z.output<typeof whoAsks>): MedicalSide {
    const summary = medicalSummary(ledger, plan, clock.now(), ask, cityPlans);
    const paid = summary?.year.layers.find(({ layer }) => layer === 'assistance')?.paid ?? '0.00';
    return { plans: cityPlans, paid: summary === null ? null : paid };
  }
  return {
    medicalSummary: contract.medicalSummary.handler(({ input, errors }) =>
      answer(input, errors, () => medicalSummary(ledger, plan, clock.now(), input, cityPlans)),
    ),
    coverage: contract.coverage.handler(({ input, errors }) =>
      answer(input, errors, () => coverage(ledger, clock.now(), input, cityPlans)),
    ),
    pension: contract.pension.handler(({ input, errors }) =>
      answer(input, errors, () => pensionAnswer(people, clock.now(), input)),
    ),
    contributions: contract.contributions.handler(({ input, errors }) =>
      answer(input, errors, () => contributionsAnswer(people, clock.now(), input)),
    ),
    declaration: contract.declaration.handler(({ input, errors }) =>
      answer(input, errors, () => declarationAnswer(people, declarations, clock.now(), input)),
    ),
    declare: contract.declare.handler(({ input, errors }) =>
      answer(input, errors, () => declareAnswer(people, declarations, clock.now(), input)),
    ),
    entitlements: contract.entitlements.handler(({ input, errors }) =>
      answer(input, errors, () => entitlementsAnswer(people, clock.now(), input)),
    ),
    card: contract.card.handler(({ input, errors }) =>
      answer(input, errors, () => cardAnswer(people, cards, clock.now(), input)),
    ),
    cardWithdraw: contract.cardWithdraw.handler(({ input, errors }) =>
      answer(input, errors, () => withdrawLoss(people, cards, clock.now(), input)),
    ),
    cardLoss: contract.cardLoss.handler(({ input, errors }) =>
      readFor(limit.take(input.token) ?? allTokens.take(''), errors, () =>
        cardLossAnswer(lossDesk, clock.now(), input.token),
      ),
    ),
    cardLossReport: contract.cardLossReport.handler(({ input, errors }) =>
      readFor(limit.take(input.token) ?? allTokens.take(''), errors, () =>
        reportLoss(lossDesk, clock.now(), input.token),
      ),
    ),
    certificateIssue: contract.certificateIssue.handler(({ input, errors }) =>
      answer(input, errors, () => certificates.issue(input)),
    ),
    certificateVerify: contract.certificateVerify.handler(({ input, errors }) =>
      readFor(checks.take(input.terminal) ?? allChecks.take(''), errors, () => certificates.verify(input)),
    ),
    entitlementProof: contract.entitlementProof.handler(({ input, errors }) =>
      answer(input, errors, () => proofAnswer(people, proofs, clock.now(), input)),
    ),
    injury: contract.injury.handler(({ input, errors }) =>
      answer(input, errors, () => injuryAnswer(people, clock.now(), input)),
    ),
    maternity: contract.maternity.handler(({ input, errors }) =>
      answer(input, errors, () => maternityAnswer(people, clock.now(), input)),
    ),
    assistance: contract.assistance.handler(({ input, errors }) =>
      answer(input, errors, () => assistanceAnswer(people, clock.now(), input, medicalSide(input))),
    ),
    residentPension: contract.residentPension.handler(({ input, errors }) =>
      answer(input, errors, () => residentPensionAnswer(people, clock.now(), input)),
    ),
    housing: contract.housing.handler(({ input, errors }) =>
      answer(input, errors, () => housingAnswer(people, clock.now(), input)),
    ),
  };
}

/** The refusals of the contract, as every operation has them. */
interface Refusals {
  TOO_MANY(options: { data: { retryAfterS: number } }): Error;
  UNAVAILABLE(options: { data: { retryAfterS: number } }): Error;
  NO_SUCH_PERSON(): Error;
}

function readOr<T>(read: () => T, say: (line: string) => void): T | undefined {
  try {
    return read();
  } catch (cause) {
    say(`benefits: ${cause instanceof Error ? cause.message : 'the ledger could not be read'}`);
    return undefined;
  }
}

/** 422: `paths` say what does not fit, never with which value. */
export function invalid(paths: readonly string[]): ORPCError<'INVALID', { paths: readonly string[] }> {
  const message = 'the request does not fit the contract';
  return new ORPCError('INVALID', { defined: true, status: 422, message, data: { paths } });
}

/** Every refusal in the form that the document names. */
export function documented(cause: unknown): unknown {
  if (!(cause instanceof ORPCError) || cause.code !== 'BAD_REQUEST') return cause;
  const issues = cause.cause instanceof ValidationError ? cause.cause.issues : [];
  const paths = issues.slice(0, 20).map(({ path = [] }) => {
    const keys = path.map((part) => (typeof part === 'object' ? part.key : part));
    return keys.map(String).join('.').slice(0, 100);
  });
  return invalid(paths);
}
