import type { DeskAct, DeskKey } from '../../common/contracts/desk/acts.ts';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import { isInHospital } from './is-stay.ts';
import { whyNot } from './offers.ts';
import type { DeskPolicy } from './policy.ts';
import type { State } from './state.ts';
import { nextStep } from './stay-steps.ts';

/** The intent that decides whether a key may be pressed; what has none is the renderer's own business. */
const INTENT: Readonly<Record<DeskAct, DeskIntent['kind'] | null>> = {
  help: null,
  readCard: 'readCard',
  details: null,
  reread: 'reread',
  reupload: 'reupload',
  quote: 'quote',
  settle: 'settle',
  toggleAccount: 'setUseAccount',
  tenderCash: 'settle',
  tenderCashier: 'settle',
  refund: 'refund',
  dayList: 'dayList',
  work: 'work',
  copy: 'copy',
  shift: 'shift',
  lookups: 'lookup',
  stay: 'stayStep',
  reconcile: 'staffReport',
  command: null,
  next: 'next',
  letGo: 'letGo',
};

const ACTS = Object.keys(INTENT) as readonly DeskAct[];

/** What most likely comes now: one key is drawn filled. */
function nextAct({ stage, fault }: State): DeskAct | null {
  if (stage.kind === 'waiting' && fault === null) return 'readCard';
  if (stage.kind === 'result') return 'next';
  if (stage.kind !== 'bill' || stage.bill.doing !== null || stage.bill.choice.blocked) return null;
  const { choice, quoted } = stage.bill;
  if (choice.differences.length > 0) return 'reread';
  // While she is in hospital there is no money to come; of one who is out F4 sends whatever is missing.
  if (isInHospital(choice.encounter)) return nextStep(stage.bill) === null ? null : 'stay';
  return quoted === null || quoted.stale ? 'quote' : 'settle';
}

function why(state: State, policy: DeskPolicy, act: DeskAct): DeskKey['why'] {
  const { stage } = state;
  const kind = INTENT[act];
  if (act === 'details') return stage.kind === 'bill' ? null : 'noBill';
  if (kind === null) return null;
  if (act === 'tenderCashier') {
    if (!policy.hasCashier) return 'noCashier';
    if (stage.kind === 'bill' && stage.bill.quoted?.quote.split.cash === 0) return 'notHere';
  }
  // F9 acts on what stands on the glass; over a bill it is asked for by the day list.
  return whyNot(state, policy, kind);
}

/** Every key of the desk with what pressing it would come to now. */
export function keysOf(state: State, policy: DeskPolicy): DeskKey[] {
  const likely = nextAct(state);
  return ACTS.map((act) => {
    const because = why(state, policy, act);
    if (because !== null) return { act, state: 'off', why: because };
    return { act, state: act === likely ? 'next' : 'on', why: null };
  });
}
