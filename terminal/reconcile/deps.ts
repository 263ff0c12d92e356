import type { Clock } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import type { CentreCalls } from '../settlement/centre-calls.ts';
import type { Confirmed } from '../settlement/facts.ts';
import type { Look } from '../settlement/sighting.ts';
import type { SettlementState } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import type { Worklist } from '../worklist/worklist.ts';

/** What reconciliation reads of the site profile. */
export interface ReconcileSettings {
  readonly mode: SiteProfile['mode'];
  readonly locale: SiteProfile['locale'];
  readonly site: Pick<
    SiteProfile['site'],
    'institutionCode' | 'institutionName' | 'terminalSlot' | 'terminalLabel' | 'division' | 'messageIdPattern'
  >;
  readonly centre: Pick<SiteProfile['centre'], 'accountInsideFunds' | 'mutualAidInsideAccount' | 'detailClearingType'>;
  readonly schemes: SiteProfile['policy']['schemes'];
  readonly reconcile: SiteProfile['policy']['reconcile'];
}

export interface ReconcileDeps {
  readonly store: Store;
  readonly calls: CentreCalls;
  /** 5203 about a settlement of ours. */
  readonly look: Look;
  /** Takes up what 5203 confirmed, by the settlement's own table; the state that it then has. */
  readonly takeUp: (settlementId: number, confirmed: Confirmed) => SettlementState;
  readonly worklist: Pick<Worklist, 'open' | 'end'>;
  readonly outbox: Pick<Outbox, 'enqueue' | 'kick'>;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly settings: ReconcileSettings;
}
