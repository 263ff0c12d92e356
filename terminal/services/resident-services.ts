import type { AnswerOf, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { CardHolder, Failure, Timing } from '../ports.ts';
import { assistance } from './assistance.ts';
import { contributions } from './contributions.ts';
import { entitlements } from './entitlements.ts';
import { housing } from './housing.ts';
import { injury } from './injury.ts';
import { maternity } from './maternity.ts';
import { medical } from './medical.ts';
import { pension } from './pension.ts';
import { queryOf, type ResidentService, whoIs } from './resident-service.ts';
import { unemployment } from './unemployment.ts';

/** Every service by its name; the compiler refuses a missing one. */
export const residentServices: { readonly [N in ServiceName]: ResidentService<AnswerOf<N>> } = {
  pension,
  medical,
  contributions,
  unemployment,
  injury,
  maternity,
  assistance,
  housing,
  entitlements,
};

export interface ServiceDeps {
  /** Null where the profile has none, or its files cannot be read. */
  readonly benefits: Benefits | null;
  readonly timing: Timing;
}

/** Asks one service for its first part, or for another. */
export async function askService(
  { benefits, timing }: ServiceDeps,
  holder: Pii<CardHolder>,
  { service, part }: { readonly service: ServiceName; readonly part: string | null },
): Promise<Result<ServiceAnswer, Failure>> {
  if (benefits === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  return residentServices[service].ask(queryOf(timing, `benefits.${service}`), benefits, whoIs(holder), part);
}
