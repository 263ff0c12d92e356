import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Devices } from '../devices/devices.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { Audit, Settlements, Timing } from '../ports.ts';
import type { Registrations } from '../settlement/registration/port.ts';
import type { Stays } from '../settlement/stay/port.ts';
import type { Store } from '../store/store.ts';
import type { Balances } from './balances.ts';
import type { Custody } from './custody.ts';
import type { LookUp } from './lookups.ts';
import type { Pad } from './pad.ts';
import type { Refunding } from './refund.ts';

/** What there is only while the journal is open and centre and HIS are configured. */
export interface BillingCore {
  readonly store: Store;
  readonly settlements: Settlements;
  readonly his: Pick<HisGateway, 'unpaid'>;
  readonly refunding: Refunding;
  readonly stays: Stays;
  readonly registrations: Registrations;
  readonly lookUp: LookUp;
}

export interface BillingDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly timing: Timing;
  readonly devices: Pick<Devices, 'status' | 'readCard' | 'verifyPin' | 'cancelPin'>;
  readonly core: () => BillingCore | null;
  /** Why there is no core. */
  readonly fault: () => FailureCode | null;
  /** The failure that an exception of the store means; whatever is no failure of the store is a bug, and reported. */
  readonly failureOf: (cause: unknown) => FailureCode;
  /** 就医地医保区划 of this place. */
  readonly division: string;
  readonly pinBeforeAccount: boolean;
  /** At this limit the caller is told "unknown" while recovery goes on, ms. */
  readonly limitMs: number;
  /** A resident's session or a member of the staff has reader and pad. */
  readonly inUse: () => boolean;
}

/** What all callers share. */
export interface Shared {
  readonly custody: Custody;
  readonly pad: Pad;
  readonly balances: Balances;
}
