import type { DeskAct, DeskKey } from '../../../common/contracts/desk/acts.ts';
import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import type { DeskSnapshot } from '../../../common/contracts/desk/snapshot.ts';
import type { DeskStayStep } from '../../../common/contracts/desk/stay.ts';
import type { Said } from '../text.ts';
import { type Binding, binding } from './binding.ts';
import type { Cap } from './caps.ts';

/** Which cap is which act (LOOK, desk). Two acts share Enter: no screen offers both. */
export const capOfAct: Readonly<Record<DeskAct, Cap>> = {
  help: 'F1',
  readCard: 'F2',
  details: 'F3',
  reread: 'Enter',
  reupload: 'R',
  quote: 'F4',
  settle: 'F5',
  toggleAccount: 'A',
  tenderCash: 'X',
  tenderCashier: 'S',
  refund: 'F6',
  dayList: 'F7',
  work: 'F8',
  copy: 'F9',
  shift: 'F10',
  lookups: 'B',
  stay: 'Z',
  reconcile: 'D',
  command: 'Ctrl K',
  next: 'Enter',
  letGo: 'Esc',
};

/**
 * The cap of an act on this screen. Enter is the one that mends a line that differs; where none does, asking the
 * hospital again is a rare wish, and no stroke too many must come to it.
 */
export function capOn({ screen }: Pick<DeskSnapshot, 'screen'>, act: DeskAct): Cap {
  const mends = screen.kind === 'bill' && screen.bill.check.differing > 0;
  return act === 'reread' && !mends ? 'G' : capOfAct[act];
}

/** What an act is called on this screen: Esc leads back where it lets nobody go. */
export function wordsOn({ screen }: Pick<DeskSnapshot, 'screen'>, act: DeskAct): Said {
  if (act === 'reread' && capOn({ screen }, act) === 'G') return { key: 'desk.act.reload' };
  if (act !== 'letGo') return { key: `desk.act.${act}` };
  if (screen.kind === 'bill' && screen.bill.working !== null) return { key: 'desk.act.stop' };
  const letsGo = screen.kind === 'bill' || screen.kind === 'person' || screen.kind === 'result';
  return { key: letsGo ? 'desk.act.letGo' : 'desk.act.back' };
}

/** What lies over a screen; the terminal knows nothing of it. */
export type Overlay =
  | { readonly kind: 'help' | 'palette' | 'details' | 'lookups' | 'stay' }
  | { readonly kind: 'stayBack'; readonly step: DeskStayStep }
  | { readonly kind: 'confirm'; readonly by: 'cash' | 'cashier' }
  | { readonly kind: 'refund'; readonly encounterId: string };

/** What an act does: it asks the terminal, or it opens something over the screen. */
export type Deed =
  | { readonly kind: 'ask'; readonly intent: DeskIntent }
  | { readonly kind: 'open'; readonly overlay: Overlay };

const ask = (intent: DeskIntent): Deed => ({ kind: 'ask', intent });
const open = (overlay: Overlay): Deed => ({ kind: 'open', overlay });

/** The encounter that stands on the screen, whose settlement may be given back or printed again. */
export function encounterOf({ screen }: Pick<DeskSnapshot, 'screen'>): string | null {
  if (screen.kind === 'bill') return screen.bill.encounter.encounterId;
  return screen.kind === 'result' ? screen.result.encounterId : null;
}

/** What an act does on this screen; null: nothing that the screen itself does not do. */
export function deedOf(act: DeskAct, snapshot: Pick<DeskSnapshot, 'screen'>): Deed | null {
  const encounterId = encounterOf(snapshot);
  switch (act) {
    case 'help':
    case 'details':
    case 'lookups':
    case 'stay':
      return open({ kind: act });
    case 'command':
      return open({ kind: 'palette' });
    case 'settle':
    case 'tenderCash':
      return open({ kind: 'confirm', by: 'cash' });
    case 'tenderCashier':
      return open({ kind: 'confirm', by: 'cashier' });
    case 'refund':
      return encounterId === null ? null : open({ kind: 'refund', encounterId });
    case 'copy':
      return encounterId === null ? null : ask({ kind: 'copy', encounterId });
    case 'reconcile':
      return ask({ kind: 'staffReport', day: null });
    case 'toggleAccount': {
      const quote = snapshot.screen.kind === 'bill' ? snapshot.screen.bill.quote : null;
      return quote === null ? null : ask({ kind: 'setUseAccount', use: !quote.useAccount });
    }
    default:
      return ask({ kind: act });
  }
}

/** Each act that the terminal speaks of, bound to its cap. Of two on one cap the one that can be pressed counts. */
export function bindingsOf(snapshot: Pick<DeskSnapshot, 'keys' | 'screen'>, does: (deed: Deed) => void): Binding[] {
  const live = (key: DeskKey): number => (key.state === 'off' ? 1 : 0);
  return [...snapshot.keys]
    .sort((a, b) => live(a) - live(b))
    .map((key) => {
      const deed = deedOf(key.act, snapshot);
      const why = key.why ?? (deed === null ? 'notHere' : null);
      return binding(
        capOn(snapshot, key.act),
        key.act,
        wordsOn(snapshot, key.act),
        () => (deed === null ? undefined : does(deed)),
        {
          off: key.state === 'off' || deed === null ? { key: `desk.why.${why ?? 'notHere'}` } : null,
          next: key.state === 'next',
        },
      );
    });
}
