import type { CardLoss } from '../../common/contracts/benefits/card-loss.ts';
import { type LossCard, lossCardSchema } from '../../common/contracts/session/loss.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { queryOf } from './query.ts';
import type { ServiceDeps } from './resident-services.ts';

/** Asks whose card a token speaks of, or reports that card lost. BENEFITS_NO_RECORD: the token is of no use. */
export async function askLoss(
  { benefits, timing }: ServiceDeps,
  { token, report }: { readonly token: Pii<string>; readonly report: boolean },
): Promise<Result<LossCard, Failure>> {
  if (benefits === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  const query = queryOf(timing, report ? 'benefits.lossReport' : 'benefits.loss');
  const ask = pii({ token: unwrapPii(token) });
  return query(report ? benefits.cardLossReport(ask) : benefits.cardLoss(ask), lossCardOf);
}

/** What a screen may know of it; null where the answer contradicts itself. */
export function lossCardOf({ maskedName, cardTail, state, since, mayReport, number, asOf }: CardLoss): LossCard | null {
  const parsed = lossCardSchema.safeParse({ name: maskedName, cardTail, state, since, mayReport, number, asOf });
  // A name in clear is nobody's to show, and only a card in use can be reported.
  const holds = maskedName.includes('*') && since <= asOf.slice(0, 10) && !(mayReport && state !== 'normal');
  return parsed.success && holds ? parsed.data : null;
}
