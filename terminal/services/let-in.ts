import type { Clock } from '../../common/kernel/ports.ts';
import type { CentreOutcome } from '../gateways/centre/port.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { Failure } from '../ports.ts';
import type { CentreCalls } from '../settlement/centre-calls.ts';

/** Whether the other sides let this terminal in; null: they do. */
export interface LetIn {
  readonly centre: Failure | null;
  readonly his: Failure | null;
}

export interface LetInDeps {
  readonly clock: Clock;
  readonly calls: Pick<CentreCalls, 'knock'>;
  readonly his: Pick<HisGateway, 'query'>;
}

/** Somebody stands there and waits, ms. */
const PATIENCE_MS = 8000;
/** HTTP: who asks is not known, or may not. */
const DENIED: readonly string[] = ['HTTP 401', 'HTTP 403'];
/** No hospital has an encounter of this number; whether it knows our token it says all the same. */
const NO_ENCOUNTER = 'minka-selftest';

const denied = (reason: string): Failure => ({ code: 'ACCESS_DENIED', reason });

/**
 * How 9001 ended, as what is wrong with our way in. A refusal is one: of the institution, the operator, or their keys.
 * An answer that the centre did not prove cannot be read, and neither can ours by it where the keys are not the same.
 */
export function centreLetsIn(outcome: CentreOutcome<unknown>): Failure | null {
  if (outcome.kind === 'ok') return null;
  if (outcome.kind === 'refused') return denied(`9001: ${outcome.message}`);
  if (outcome.kind === 'notSent') return { code: 'CENTRE_UNREACHABLE', reason: outcome.detail };
  if (DENIED.some((status) => outcome.detail.startsWith(status))) return denied(`9001: ${outcome.detail}`);
  const silent = outcome.reason === 'timeout' || outcome.reason === 'reset';
  return { code: silent ? 'CENTRE_UNREACHABLE' : 'ACCESS_DENIED', reason: `9001: ${outcome.reason} ${outcome.detail}` };
}

/** How a question to the hospital's system ended, as what is wrong with our way in. */
export function hisLetsIn(failure: CallFailure): Failure {
  const { detail } = failure;
  if (failure.kind === 'refused' && failure.about === 'access') return denied(`HTTP ${failure.status} ${detail}`);
  const unreadable = failure.kind === 'refused' || (failure.kind === 'unknown' && failure.reason === 'badAnswer');
  return { code: unreadable ? 'HIS_BAD_ANSWER' : 'HIS_UNREACHABLE', reason: detail };
}

/**
 * Asks centre (9001) and hospital for something that changes nothing, with this site's own tokens and keys: that a server
 * is there says nothing of whether it knows us.
 */
export function createLetIn({ clock, calls, his }: LetInDeps): () => Promise<LetIn> {
  /** `work`, or `code` where it takes longer than whoever waits. */
  const inTime = async (code: Failure['code'], work: Promise<Failure | null>): Promise<Failure | null> => {
    let cancel = (): void => {};
    const late = new Promise<Failure>((resolve) => {
      cancel = clock.after(PATIENCE_MS, () => resolve({ code, reason: `no answer in ${PATIENCE_MS} ms` }));
    });
    return Promise.race([work, late]).finally(cancel);
  };
  const centre = async (): Promise<Failure | null> => centreLetsIn(await calls.knock());
  const hospital = async (): Promise<Failure | null> => {
    const asked = await his.query({ encounterId: NO_ENCOUNTER, messageId: null, holder: null });
    return asked.ok ? null : hisLetsIn(asked.error);
  };
  return async () => {
    const [fromCentre, fromHis] = await Promise.all([
      inTime('CENTRE_UNREACHABLE', centre()),
      inTime('HIS_UNREACHABLE', hospital()),
    ]);
    return { centre: fromCentre, his: fromHis };
  };
}
