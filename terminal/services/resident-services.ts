import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { AnswerOf, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import { type Pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { CardHolder, Failure, Timing } from '../ports.ts';
import { assistance } from './assistance.ts';
import { card, withdrawLoss } from './card.ts';
import { certificates } from './certificates.ts';
import { contributions } from './contributions.ts';
import { coverage } from './coverage.ts';
import { declaration, declareBase } from './declaration.ts';
import { entitlements } from './entitlements.ts';
import { housing } from './housing.ts';
import { injury } from './injury.ts';
import { maternity } from './maternity.ts';
import { medical } from './medical.ts';
import { pension } from './pension.ts';
import { proof } from './proof.ts';
import { queryOf } from './query.ts';
import { residentPension } from './resident-pension.ts';
import { type Papers, type ResidentService, whoIs } from './resident-service.ts';
import { unemployment } from './unemployment.ts';

/** Every service by its name; the compiler refuses a missing one. */
export const residentServices: { readonly [N in ServiceName]: ResidentService<AnswerOf<N>> } = {
  pension,
  residentPension,
  medical,
  coverage,
  contributions,
  declaration,
  unemployment,
  injury,
  maternity,
  assistance,
  housing,
  entitlements,
  certificates,
  proof,
  card,
};

export interface ServiceDeps {
  /** Null where the profile has none, or its files cannot be read. */
  readonly benefits: Benefits | null;
  readonly timing: Timing;
  /** Missing or null: this terminal issues and proves nothing. */
  readonly papers?: Omit<Papers, 'awaited'> | null;
  /** Whether whoever asked still stands before the question; missing: she does. */
  readonly awaited?: () => boolean;
}

/** Asks one service for its first part, or for another. */
export async function askService(
  { benefits, timing, papers = null, awaited = () => true }: ServiceDeps,
  holder: Pii<CardHolder>,
  { service, part, act }: { readonly service: ServiceName; readonly part: string | null; readonly act?: ServiceAct },
): Promise<Result<ServiceAnswer, Failure>> {
  if (benefits === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  const { issuedOn = null, expiresOn = null } = unwrapPii(holder);
  const query = queryOf(timing, `benefits.${service}`);
  const own = papers === null ? null : { ...papers, awaited };
  if (act === 'withdrawLoss') return withdrawLoss(query, benefits, whoIs(holder), { issuedOn, expiresOn });
  if (act === 'declare') return declareBase(whoIs(holder), part, papers?.declarations ?? null);
  return residentServices[service].ask(query, benefits, whoIs(holder), part, { issuedOn, expiresOn }, own);
}
