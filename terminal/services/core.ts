import type { Collections } from '../cashier/port.ts';
import type { CheckCertificate } from '../certificates/check.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { Settlements } from '../ports.ts';
import type { PrintSlipDeps } from './print-slip.ts';
import type { Papers } from './resident-service.ts';
import type { SettleVisitDeps } from './settle-visit.ts';

/** What there is only while the store is open and centre and HIS are configured. */
export interface Core {
  readonly settlements: Settlements;
  readonly his: Pick<HisGateway, 'unpaid'>;
  /** Null where the profile has none. */
  readonly benefits: Benefits | null;
  /** Null where nothing that is issued could be kept. */
  readonly papers: Omit<Papers, 'awaited'> | null;
  readonly checkCertificate: CheckCertificate;
  /** Null where the profile names no external cashier. */
  readonly collections: Collections | null;
  readonly prints: Omit<PrintSlipDeps, 'devices' | 'timings' | 'clock' | 'report'>;
  readonly openSettlement: SettleVisitDeps['openSettlement'];
  /** Keeps who was told of a success, and who was not. */
  readonly success: Success;
}

export interface Success {
  /** A screen has drawn it. */
  seen(messageId: string): void;
  /** It has been left, and its slip has come to its end. */
  left(messageId: string): void;
}

/** Does something with the core; `without` where there is none, or where doing it throws. */
export type WithCore = (work: (core: Core) => Promise<void>, without: () => void) => void;

export function coreUser(deps: {
  readonly core: () => Core | null;
  readonly report: (what: string, cause: unknown) => void;
}): WithCore {
  return (work, without) => {
    const core = deps.core();
    if (core === null) {
      without();
      return;
    }
    work(core).catch((cause: unknown) => {
      deps.report('an effect threw', cause);
      without();
    });
  };
}
