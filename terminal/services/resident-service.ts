import type { Entitled } from '../../common/contracts/benefits/entitlements.ts';
import type { Assurance } from '../../common/contracts/benefits/proof.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Certificates } from '../certificates/certificates.ts';
import type { Answered, Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { CardHolder, Failure, Timing } from '../ports.ts';

/**
 * One service for residents: a question to the benefits server and what a screen may show of the answer. Each is one
 * file in this folder and one line in `resident-services.ts`; docs/adding-a-service.md has the rest.
 */
export interface ResidentService<A extends ServiceAnswer = ServiceAnswer> {
  readonly name: A['service'];
  /** Names of a city's offers; where it has one of them, the person is offered the service. None: every city has it. */
  readonly offers: readonly string[];
  /** Whether there is anything of it to ask for, where a city's offer does not say that. */
  readonly has?: (entitled: Entitled) => boolean;
  /** `part`: another part than the first, in the service's own words; null where the service is opened. */
  ask(
    query: Query,
    benefits: Benefits,
    person: Pii<WhoAsks>,
    part: string | null,
    chip: ChipDates,
    papers: Papers | null,
  ): Promise<Result<A, Failure>>;
}

/** What a service has that does more than ask: the certificates of this terminal, and how sure it is of who is here. */
export interface Papers {
  readonly certificates: Certificates;
  readonly assurance: () => Promise<Assurance>;
  /** Institution and terminal, as the centre keeps them. */
  readonly terminal: string;
}

/** From when to when the card in the reader is good, as its chip says; a year alone is possible. */
export interface ChipDates {
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

/**
 * Runs a call and turns its reply into what a screen shows; `view` answers null where a sum of the contract does not
 * hold, and nothing of such an answer is shown: the person would count.
 */
export type Query = <R, A>(call: Answered<R>, view: (reply: R) => A | null) => Promise<Result<A, Failure>>;

/** Queries whose times are kept under `step`. */
export function queryOf(timing: Timing, step: string): Query {
  return async (call, view) => {
    const answer = await call;
    if (!answer.ok) return err({ code: failureCode(answer.error), reason: null });
    const { reply, timing: took } = answer.value;
    timing(step, took.wallMs, Math.max(0, took.wallMs - (took.serverMs ?? 0)));
    const shown = view(reply);
    return shown === null ? err({ code: 'BENEFITS_BAD_ANSWER', reason: null }) : ok(shown);
  };
}

/** The holder as the benefits server is asked; a card without a number is asked for by name and number alone. */
export function whoIs(holder: Pii<CardHolder>): Pii<WhoAsks> {
  const { name, identityNumber, cardNumber } = unwrapPii(holder);
  return pii({ name, identityNumber, ...(cardNumber === '' ? {} : { cardNumber }) });
}

function failureCode(failure: CallFailure): Failure['code'] {
  if (failure.kind === 'notSent') return 'BENEFITS_UNREACHABLE';
  // 404 with the documented code is "this person"; any other 404 is a wrong address.
  if (failure.kind === 'refused') {
    return failure.code === 'NO_SUCH_PERSON' ? 'BENEFITS_NO_RECORD' : 'BENEFITS_BAD_ANSWER';
  }
  return failure.reason === 'badAnswer' || failure.reason === 'redirect'
    ? 'BENEFITS_BAD_ANSWER'
    : 'BENEFITS_UNREACHABLE';
}
