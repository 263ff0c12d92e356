import { type Home, serviceNames } from '../../common/contracts/session/services/answer.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CardHolder, Failure } from '../ports.ts';
import { queryOf } from './query.ts';
import { whoIs } from './resident-service.ts';
import { residentServices, type ServiceDeps } from './resident-services.ts';

/**
 * The services that the person's city has. Who has no record there may still be insured for medical care: that alone is
 * offered then.
 */
export async function askHome(
  { benefits, timing }: ServiceDeps,
  holder: Pii<CardHolder>,
): Promise<Result<Home, Failure>> {
  if (benefits === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  const query = queryOf(timing, 'benefits.home');
  const home = await query(benefits.entitlements(whoIs(holder)), (entitled): Home => {
    const services = serviceNames.filter((name) => {
      const { offers, has } = residentServices[name];
      const here = offers.length === 0 || offers.some((one) => entitled.offers.includes(one));
      return here && (has === undefined || has(entitled));
    });
    return { city: entitled.city, services };
  });
  if (!home.ok && home.error.code === 'BENEFITS_NO_RECORD') return ok({ city: null, services: ['medical'] });
  return home;
}
