import type { DeskWhy } from '../../common/contracts/desk/acts.ts';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import { isInHospital } from './is-stay.ts';
import type { DeskPolicy } from './policy.ts';
import { baseOf, clientOf, isMoving, type Stage, type StageKind } from './stage.ts';
import { generationOf, type State } from './state.ts';

type IntentKind = DeskIntent['kind'];

const SHIFT: readonly IntentKind[] = ['countCash', 'closeShift', 'printShift', 'saveShift', 'letGo'];
const STAFF: readonly IntentKind[] = [
  'staffResolve',
  'staffReport',
  'staffCompare',
  'staffPrint',
  'staffSave',
  'staffBack',
  'staffEnd',
];
/** What leads away from a screen that stands by itself. */
const AWAY: readonly IntentKind[] = ['readCard', 'dayList', 'work', 'staffReport', 'shift'];

/** What may be wanted on each screen at all; `whyNot` says whether it may now. Language and look may always change. */
export const wanted: Readonly<Record<StageKind, readonly IntentKind[]>> = {
  shut: ['openShift', 'staffEnd'],
  waiting: [...AWAY],
  reading: [],
  cardProblem: [...AWAY, 'letGo'],
  person: [...AWAY, 'openBill', 'lookup', 'letGo'],
  bill: [...AWAY, 'reread', 'reupload', 'quote', 'setUseAccount', 'settle', 'stayStep', 'refund', 'lookup', 'letGo'],
  result: [...AWAY, 'next', 'refund', 'copy', 'letGo'],
  refund: ['confirmRefund', 'letGo'],
  lookup: ['lookup', 'letGo'],
  dayList: ['refund', 'copy', 'work', 'shift', 'letGo'],
  shift: SHIFT,
  staff: STAFF,
};

/** The one thing that may be done while money moves: the PIN that is asked for can be let be. */
function mayCancelPin(stage: Stage, kind: IntentKind): boolean {
  return kind === 'letGo' && stage.kind === 'bill' && stage.bill.doing?.step === 'pin';
}

function isBusy(stage: Stage): boolean {
  if (stage.kind === 'bill') return stage.bill.doing !== null;
  if (stage.kind === 'shut' || stage.kind === 'lookup' || stage.kind === 'dayList') return stage.op !== null;
  if (stage.kind === 'shift') return stage.op !== null && stage.step === 'count';
  return stage.kind === 'refund' && stage.phase !== 'confirm';
}

function billWhy(
  state: State,
  { stage }: { readonly stage: Stage & { readonly kind: 'bill' } },
  kind: IntentKind,
): DeskWhy | null {
  const { bill } = stage;
  const { quoted, choice } = bill;
  if (kind === 'stayStep' && choice.course === null) return 'notAStay';
  if (kind === 'quote' || kind === 'reupload' || kind === 'settle' || kind === 'stayStep') {
    if (state.fault !== null) return 'outOfService';
    if (choice.blocked) return 'blocked';
  }
  if (kind === 'quote' || kind === 'reupload' || kind === 'settle') {
    if (choice.differences.length > 0) return 'checkFirst';
    // No settlement in the middle of a stay.
    if (isInHospital(choice.encounter)) return 'inHospital';
  }
  // Asking the hospital anew mends a difference, and brings a stay's next day; what else stands needs no mending.
  if (kind === 'reread' && choice.differences.length === 0 && choice.course === null) return 'notHere';
  if (kind === 'settle' || kind === 'setUseAccount') {
    if (quoted === null || quoted.stale) return 'quoteFirst';
    if (kind === 'setUseAccount' && stage.client.person.balance <= 0) return 'noBalance';
  }
  return null;
}

/** Why an intent cannot be followed now; null: it can. */
export function whyNot(state: State, policy: DeskPolicy, kind: IntentKind): DeskWhy | null {
  const { stage } = state;
  if (kind === 'setLocale' || kind === 'setLook') return null;
  if (stage.kind === 'shut' && kind !== 'openShift' && kind !== 'staffEnd') return 'noShift';
  if (mayCancelPin(stage, kind)) return null;
  if (isMoving(stage) && stage.kind !== 'staff') return 'working';
  if (!wanted[stage.kind].includes(kind)) return missing(stage, kind);
  if (isBusy(stage)) return kind === 'letGo' && stage.kind !== 'refund' ? null : 'working';
  if (kind === 'openShift' && state.fault !== null) return 'outOfService';
  if (kind === 'readCard') {
    if (state.fault !== null) return 'outOfService';
    return generationOf(state) === null ? 'noCard' : null;
  }
  if ((kind === 'copy' || kind === 'printShift') && !policy.hasPrinter) return 'noPrinter';
  if (stage.kind === 'result' && (kind === 'refund' || kind === 'copy'))
    return stage.outcome.kind === 'settled' ? null : 'nothingSettled';
  if (stage.kind === 'shift') return shiftWhy(stage, kind);
  return stage.kind === 'bill' ? billWhy(state, { stage }, kind) : null;
}

function shiftWhy({ step, report }: Stage & { readonly kind: 'shift' }, kind: IntentKind): DeskWhy | null {
  if (report === null) return kind === 'letGo' ? null : 'working';
  if (kind === 'countCash') return step === 'report' ? null : 'notHere';
  if (kind === 'closeShift') return step === 'count' ? null : 'notHere';
  return null;
}

/** Why a screen has no such thing: what would have to be there first. */
function missing(stage: Stage, kind: IntentKind): DeskWhy {
  if (kind === 'next' || kind === 'copy') return 'nothingSettled';
  if (kind === 'lookup' || kind === 'openBill') return clientOf(stage) === null ? 'noPerson' : 'notHere';
  const bills: readonly IntentKind[] = ['reread', 'reupload', 'quote', 'setUseAccount', 'settle', 'stayStep', 'refund'];
  // Something lies over the bill, which is open.
  if (bills.includes(kind) && baseOf(stage)?.kind === 'bill') return 'notHere';
  if (bills.includes(kind)) return clientOf(stage) === null ? 'noPerson' : 'noBill';
  return 'notHere';
}
