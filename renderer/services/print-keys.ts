import type { ServicePrint } from '../../common/contracts/session/services/print.ts';
import type { KioskKey } from '../../common/strings/kiosk.ts';

/** The words of the key that prints, and whether it can be pressed: a slip that may be out is not printed again. */
export const printKeys: Readonly<
  Record<Exclude<ServicePrint['state'], 'off'>, { readonly words: KioskKey; readonly off: boolean }>
> = {
  idle: { words: 'service.print', off: false },
  queued: { words: 'service.queued', off: true },
  printing: { words: 'service.queued', off: true },
  waitingForPaper: { words: 'service.waitingForPaper', off: true },
  waitingForCover: { words: 'service.waitingForCover', off: true },
  printed: { words: 'service.printed', off: true },
  notPrinted: { words: 'service.notPrinted', off: false },
  unknown: { words: 'service.unknown', off: true },
};
