import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { CardHolder, Failure, Settlements, Timing } from '../ports.ts';
import type { Found } from '../session/stage-facts.ts';

export interface LookUpDeps {
  readonly settlements: Pick<Settlements, 'identify' | 'isBlocked'>;
  readonly his: Pick<HisGateway, 'unpaid'>;
  readonly timing: Timing;
}

/**
 * Who the holder is at the centre (1101) and what is unpaid at the hospital, asked side by side. The centre's failure
 * is told first: without it nothing can be paid here, whatever the hospital says. Stays are settled at the desk, where
 * somebody sees to admission, fee days and discharge: a resident alone is shown her visits.
 */
export async function lookUp(deps: LookUpDeps, holder: Pii<CardHolder>): Promise<Result<Found, Failure>> {
  const [insured, unpaid] = await Promise.all([deps.settlements.identify(holder), askUnpaid(deps, holder)]);
  if (!insured.ok) return insured;
  if (!unpaid.ok) return unpaid;
  const visits = unpaid.value.filter(({ stay }) => stay === undefined);
  const choices = visits.map((encounter) => ({
    encounter,
    blocked: deps.settlements.isBlocked(encounter.encounterId),
  }));
  return ok({ insured: insured.value, choices });
}

/** What is unpaid at the hospital. A bill that does not add up is nobody's: `HIS_TOTAL_DIFFERS`. */
export async function askUnpaid(
  deps: Pick<LookUpDeps, 'his' | 'timing'>,
  holder: Pii<CardHolder>,
): Promise<Result<readonly HisEncounter[], Failure>> {
  const { name, identityNumber, cardNumber } = unwrapPii(holder);
  const answer = await deps.his.unpaid(pii({ name, identityNumber, cardNumber }));
  if (!answer.ok) return err(hisFailure(answer.error));
  const { reply, timing } = answer.value;
  deps.timing('his.unpaid', timing.wallMs, Math.max(0, timing.wallMs - (timing.serverMs ?? 0)));
  const odd = reply.encounters.find((encounter) => !addsUp(encounter));
  if (odd !== undefined) return err({ code: 'HIS_TOTAL_DIFFERS', reason: null });
  return ok(reply.encounters);
}

function hisFailure(failure: CallFailure): Failure {
  const unreadable = failure.kind === 'unknown' && failure.reason === 'badAnswer';
  const code = unreadable || failure.kind === 'refused' ? 'HIS_BAD_ANSWER' : 'HIS_UNREACHABLE';
  return { code, reason: null };
}

/** The lines' amounts sum to the total, exactly, and to money that we can count in. */
function addsUp({ lines, total }: HisEncounter): boolean {
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  const sum = lines.reduce((so, { amount }) => so + cents(amount), 0n);
  return sum === cents(total) && sum <= BigInt(Number.MAX_SAFE_INTEGER);
}
