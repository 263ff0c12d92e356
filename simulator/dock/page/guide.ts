import type { DockState } from '../../../common/contracts/dock/state.ts';
import type { DockPageKey } from '../../../common/strings/dock/page.ts';

/** The one sentence that says what a newcomer does next. */
export interface NextStep {
  readonly key: Extract<DockPageKey, `next_${string}`>;
  readonly pin: string;
}

const OPEN = ['intended', 'unknown', 'fencing'];

/** What ails the printer; null where nothing does. A cable comes first: behind it nothing else can be seen. */
export function printerTrouble({ printer }: DockState): NextStep['key'] | null {
  if (!printer.cable) return 'next_mendCable';
  if (printer.coverOpen) return 'next_mendCover';
  if (printer.cutterJam) return 'next_mendJam';
  return printer.paper === 'out' ? 'next_mendPaper' : null;
}

/** The next step from the whole state: hardware first, then whoever stands at the kiosk, then the paper. */
export function nextStep(state: DockState): NextStep {
  const holder = state.slots.map(({ person }) => state.people.find(({ id }) => id === person)).find(Boolean);
  const step = (key: NextStep['key']): NextStep => ({ key, pin: holder?.pin ?? '' });
  const row = state.ledgers.rows.find(({ encounterId }) => encounterId === holder?.visit?.encounterId);
  if (state.gone) return step('next_gone');
  if (state.pad.asking) return step(holder?.pin ? 'next_typePin' : 'next_typeAny');
  if (holder !== undefined && row?.journal.state === 'settled') return step('next_takeCard');
  const broken = printerTrouble(state);
  if (broken !== null) return step(broken);
  if (state.net.state === 'down') return step('next_mendNet');
  if (holder !== undefined) return step(row && OPEN.includes(row.journal.state) ? 'next_wait' : 'next_touchKiosk');
  if (state.printer.moving) return step('next_printing');
  return step(state.printer.hangingMm > 0 ? 'next_tear' : 'next_choose');
}
