import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Custody } from '../billing/custody.ts';
import type { BillingCore } from '../billing/deps.ts';
import { createLookUp } from '../billing/lookups.ts';
import type { BillingRoom } from '../billing/port.ts';
import { createBillingRoom } from '../billing/room.ts';
import type { Devices } from '../devices/devices.ts';
import type { Audit, Timing } from '../ports.ts';
import type { Backbone } from './backbone.ts';

export interface BillingRoomWiring {
  readonly profile: SiteProfile;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly timing: Timing;
  readonly devices: Devices;
  readonly backbone: Pick<Backbone, 'core' | 'books' | 'fault'>;
  readonly custody: Custody;
  readonly failureOf: (cause: unknown) => FailureCode;
  /** A resident's session or a member of the staff has reader and pad. */
  readonly inUse: () => boolean;
}

/** The room of bills over whatever core there is: for the desk, and for the hospital's own system. */
export function openBillingRoom({ profile, backbone, ...parts }: BillingRoomWiring): BillingRoom {
  const { pinBeforeAccount, personLimitMs } = profile.policy;
  const core = (): BillingCore | null => {
    const [running, books] = [backbone.core(), backbone.books()];
    if (running === null || books === null) return null;
    const { settlements, his, stays, registrations, calls, codes } = running;
    const { institutionCode } = profile.site;
    const { designatedType } = profile.centre;
    const known = { codes, stays: books.store.stays, institutionCode, designatedType };
    const lookUp = createLookUp({ clock: parts.clock, calls, ...known });
    return {
      store: books.store,
      settlements,
      his,
      stays,
      registrations,
      lookUp,
      refunding: { refund: running.refund },
    };
  };
  return createBillingRoom({
    ...parts,
    core,
    fault: backbone.fault,
    division: profile.site.division,
    pinBeforeAccount,
    limitMs: personLimitMs,
    hasPad: profile.devices.pinPad !== null,
    pinEntryMs: profile.devices.pinPad?.entryTimeoutMs ?? 60_000,
  });
}
