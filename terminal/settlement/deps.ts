import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { CentreGateway } from '../gateways/centre/port.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit, Failure, Timing } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Audience } from './audience.ts';
import type { NetworkIdentity } from './network-identity.ts';

/** The parts of the site profile that the money core reads. */
export interface CoreSettings {
  readonly site: Pick<
    SiteProfile['site'],
    'institutionCode' | 'terminalSlot' | 'terminalLabel' | 'operatorNumber' | 'messageIdPattern'
  >;
  readonly centre: Pick<
    SiteProfile['centre'],
    | 'accountInsideFunds'
    | 'mutualAidInsideAccount'
    | 'settlementQueryNeedsSetlId'
    | 'reversalDoneTexts'
    | 'reversalNothingTexts'
    | 'strayMs'
    | 'balanceChangedTexts'
  >;
  readonly schemes: SiteProfile['policy']['schemes'];
  /** What becomes of a settlement that is found settled when its person has gone. */
  readonly foundAfterSession: SiteProfile['policy']['foundAfterSession'];
  /** The profile has a `hisApi`: what its clients bring is held in the journal alone, and in no HIS. */
  readonly hasHisApi: boolean;
}

/** Waits of the recovery, ms. */
export interface RecoveryWaits {
  /** Between two 5203 that find nothing, before the fence: an answer may be lost before its commit is visible. */
  readonly queryGapMs: number;
  /** Backoff between rounds that got no answer. */
  readonly baseMs: number;
  readonly capMs: number;
  /** While a query or a fence is not answered: when the same goes out once more beside it. */
  readonly hedgeMs: number;
  /** After a fence: when to look whether the settlement came after all. */
  readonly verifyMs: number;
}

/**
 * An unknown settlement is resolved within 30 s of the link's return (p95): the last wait may be in its beginning (cap)
 * or the last query may hang in the dead link (hedge), and one round follows. With full jitter one terminal asks every
 * ten seconds on average, and thousands that lost the same centre do not come back together.
 */
export const RECOVERY_WAITS: RecoveryWaits = {
  queryGapMs: 1000,
  baseMs: 1000,
  capMs: 20_000,
  hedgeMs: 8000,
  verifyMs: 90_000,
};

export interface CoreDeps {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly centre: CentreGateway;
  /** Only `hold` is called here; what the HIS is told goes through the queue. */
  readonly his: Pick<HisGateway, 'hold'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly timing: Timing;
  readonly settings: CoreSettings;
  /** The process's own: it outlives this core. */
  readonly audience: Audience;
  readonly waits?: RecoveryWaits;
  /** Where 9001 says that it signs in; this machine's first outward interface where it is not given. */
  readonly network?: NetworkIdentity;
}

/** A failure with the other side's words, shortened to what a screen shows. */
export function failure(code: FailureCode, reason: string | null = null): Failure {
  return { code, reason: reason === null ? null : reason.slice(0, 200) };
}
