import type { ServicePrint } from '../../common/contracts/session/services/print.ts';
import type { KioskKey } from '../../common/strings/kiosk.ts';
import { open, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';

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

/** How the slip fares, said before the page that is said again because of it; nothing before it is asked for. */
export function printSaid({ say, join, slot }: Voice, { state }: ServicePrint): readonly Utterance[] {
  if (state === 'off' || state === 'idle') return [];
  const words = say(printKeys[state].words);
  return [open(state === 'printed' ? join(words, slot('paper')) : words)];
}
