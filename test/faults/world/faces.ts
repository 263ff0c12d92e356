import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Random } from '../../../common/kernel/ports.ts';
import { err } from '../../../common/kernel/result.ts';
import type { SiteProfile } from '../../../kiosk-config/schema.ts';
import { openBillingRoom } from '../../../terminal/assemble/billing-room.ts';
import type { RunningCore } from '../../../terminal/assemble/core.ts';
import { openHisApi } from '../../../terminal/assemble/his-api.ts';
import { createCustody } from '../../../terminal/billing/custody.ts';
import type { Billing } from '../../../terminal/billing/port.ts';
import { inSessionCustody } from '../../../terminal/billing/session-custody.ts';
import type { Devices } from '../../../terminal/devices/devices.ts';
import type { Serve } from '../../../terminal/local-api/http/serve.ts';
import type { Audit, Timing } from '../../../terminal/ports.ts';
import type { Core, Success } from '../../../terminal/services/core.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { ProcessClock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Paper } from './record.ts';

/** Desk and HIS API of one process over its core, as production wires them. */
export interface Faces {
  /** The core as a resident's session uses it beside them. */
  readonly session: Core;
  readonly desk: Billing;
  readonly serve: Serve;
  /** Does this at the process's next moment; what it throws ends the process, as in a callback of the system's. */
  soon(work: () => void): void;
  stop(): void;
}

export interface FacesParts {
  readonly counter: Counter;
  readonly profile: SiteProfile;
  readonly clock: ProcessClock;
  readonly random: Random;
  readonly audit: Audit;
  readonly timing: Timing;
  readonly report: (what: string, cause: unknown) => void;
  readonly failureOf: (cause: unknown) => FailureCode;
  readonly alive: () => boolean;
  readonly store: Store;
  readonly core: RunningCore;
  readonly success: Success;
  readonly paper: (jobId: string, slip: Paper['slip']) => Paper;
}

export function openFaces(parts: FacesParts): Faces {
  const { profile, clock, random, audit, timing, report, failureOf, store, core, success } = parts;
  const devices: Devices = parts.counter.hardware.connect(
    { clock, alive: parts.alive },
    { card: (card) => room.cardSeen(card.kind === 'present' ? card.generation : null), hostGone() {} },
    parts.paper,
  );
  const custody = createCustody();
  const backbone = { core: () => core, books: () => ({ store, outbox: core.outbox }), fault: () => null };
  const inUse = (): boolean => false;
  const room = openBillingRoom({
    ...{ profile, clock, random, audit, timing, devices, backbone, custody, failureOf, inUse },
  });
  const api = openHisApi({
    ...{ profile, clock, audit, version: '0', devices, backbone, room, success, inUse, report },
    card: { clock, devices, configuredReader: null, inSession: inUse },
    fault: () => null,
    // Slips are the kiosk's matter here.
    copyReceipt: async () => err('RECEIPT_NONE'),
  });
  if (api === null) throw new Error('faults: a counter without a HIS API');
  // Before anybody can begin anything, as where the journal is opened.
  api.takeUp();
  devices.start();
  const { settlements } = core;
  return {
    session: { ...core, settlements: inSessionCustody(settlements, { custody, store: () => store }) },
    desk: room.for({ kind: 'desk' }),
    serve: api.serve,
    soon: (work) => void clock.after(0, work),
    stop: devices.stop,
  };
}
