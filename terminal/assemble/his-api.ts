import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { BillingRoom } from '../billing/port.ts';
import type { Devices } from '../devices/devices.ts';
import type { CardReadDeps } from '../local-api/card-read.ts';
import { createHisApi, type HisApi } from '../local-api/http/his-api.ts';
import type { Audit } from '../ports.ts';
import type { CopyReceipt } from '../services/copy-receipt.ts';
import type { Success } from '../services/core.ts';
import type { Backbone } from './backbone.ts';

export interface HisApiWiring {
  readonly profile: SiteProfile;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly version: string;
  readonly devices: Devices;
  readonly backbone: Pick<Backbone, 'books'>;
  readonly card: CardReadDeps;
  readonly room: BillingRoom;
  readonly success: Success;
  readonly fault: () => FailureCode | null;
  readonly inUse: () => boolean;
  readonly copyReceipt: CopyReceipt;
  readonly report: (what: string, cause: unknown) => void;
}

/** The HIS API as the profile has it; null where it has none. */
export function openHisApi({ profile, backbone, copyReceipt, ...parts }: HisApiWiring): HisApi | null {
  const { hisApi } = profile;
  if (hisApi === null) return null;
  return createHisApi({
    ...parts,
    ...{ profile, hisApi },
    store: () => backbone.books()?.store ?? null,
    outbox: () => backbone.books()?.outbox ?? null,
    print: copyReceipt,
  });
}
