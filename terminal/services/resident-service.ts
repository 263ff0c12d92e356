import type { Entitled } from '../../common/contracts/benefits/entitlements.ts';
import type { Assurance } from '../../common/contracts/benefits/proof.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Certificates } from '../certificates/certificates.ts';
import type { Declarations } from '../declaration/declarations.ts';
import type { Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import type { CardHolder, Failure } from '../ports.ts';
import type { Query } from './query.ts';

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
  readonly certificates: Pick<Certificates, 'issue'>;
  readonly assurance: () => Promise<Assurance>;
  /** Null where there is nobody to declare to. */
  readonly declarations: Pick<Declarations, 'declare' | 'resume'> | null;
  /** Institution and terminal, as the centre keeps them. */
  readonly terminal: string;
  /** Whether whoever asked still stands before the question. */
  readonly awaited: () => boolean;
}

/** From when to when the card in the reader is good, as its chip says; a year alone is possible. */
export interface ChipDates {
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

/** The holder as the benefits server is asked; a card without a number is asked for by name and number alone. */
export function whoIs(holder: Pii<CardHolder>): Pii<WhoAsks> {
  const { name, identityNumber, cardNumber } = unwrapPii(holder);
  return pii({ name, identityNumber, ...(cardNumber === '' ? {} : { cardNumber }) });
}
