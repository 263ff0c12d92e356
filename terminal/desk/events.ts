import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { CaseNotice, LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { CashCount, OpenShift, ShiftReport } from '../../common/contracts/desk/shift.ts';
import type { DeskStayStep } from '../../common/contracts/desk/stay.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import type { PrinterStatus, PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Collection } from '../../common/contracts/session/collection.ts';
import type { StaffIntent, StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { Result } from '../../common/kernel/result.ts';
import type {
  LookupQuestion,
  MoneyAnswer,
  PersonRef,
  Quote,
  RefundedBill,
  SettledBill,
  StayCourse,
} from '../billing/port.ts';
import type { Failure, PrepareStep, SettleStep } from '../ports.ts';
import type { RefundUntil } from '../store/refunds.ts';
import type { Choice, Client } from './stage.ts';
import type { Facts } from './state.ts';

/** A settlement that can be given back. */
export interface Refundable {
  readonly bill: SettledBill;
  readonly stay: boolean;
}

/** What the desk is told. `op` is the effect that this answers. */
export type DeskEvent =
  | { readonly kind: 'intent'; readonly version: number; readonly intent: DeskIntent }
  | { readonly kind: 'card'; readonly status: CardStatus }
  | { readonly kind: 'pad'; readonly status: PinPadStatus }
  | { readonly kind: 'printer'; readonly status: PrinterStatus | null }
  | { readonly kind: 'hostGone' }
  | { readonly kind: 'fault'; readonly code: FailureCode | null }
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'tick' }
  /** The staff room takes the glass, or gives it back. */
  | { readonly kind: 'lend'; readonly view: StaffView }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'found'; readonly op: number; readonly result: Result<Client, Failure> }
  | { readonly kind: 'reread'; readonly op: number; readonly result: Result<Choice, Failure> }
  | { readonly kind: 'step'; readonly op: number; readonly step: PrepareStep | SettleStep | 'pin' }
  | { readonly kind: 'quoted'; readonly op: number; readonly at: number; readonly result: Result<Quote, Failure> }
  /** How far a stay is by now; null: the journal cannot be read. */
  | { readonly kind: 'course'; readonly encounterId: string; readonly course: StayCourse | null }
  | {
      readonly kind: 'stayStepped';
      readonly op: number;
      readonly result: Result<null, Failure>;
      readonly course: StayCourse | null;
    }
  | { readonly kind: 'settled'; readonly op: number; readonly answer: MoneyAnswer<SettledBill> }
  | { readonly kind: 'collection'; readonly op: number; readonly collection: Collection }
  | { readonly kind: 'printed'; readonly op: number; readonly outcome: PrintOutcome }
  /** A settlement that was unknown has come to its end, or waits for people. */
  | { readonly kind: 'resolved'; readonly messageId: string; readonly answer: MoneyAnswer<SettledBill> }
  /** A refund has; `messageId` is that of the settlement that it gives back. */
  | { readonly kind: 'refundEnded'; readonly messageId: string; readonly answer: MoneyAnswer<RefundedBill> }
  | { readonly kind: 'refundable'; readonly op: number; readonly result: Result<Refundable, FailureCode> }
  | { readonly kind: 'refundProved'; readonly op: number; readonly result: Result<null, FailureCode> }
  | { readonly kind: 'refunded'; readonly op: number; readonly answer: MoneyAnswer<RefundedBill> }
  | { readonly kind: 'copied'; readonly op: number; readonly result: Result<PrintOutcome, FailureCode> }
  | { readonly kind: 'lookedUp'; readonly op: number; readonly result: Result<readonly LookupRow[], Failure> }
  /** What the centre has against the kind of case of the bill that was opened. */
  | { readonly kind: 'caseChecked'; readonly op: number; readonly result: Result<CaseNotice | null, Failure> }
  | { readonly kind: 'shiftOpened'; readonly op: number; readonly result: Result<OpenShift, FailureCode> }
  | { readonly kind: 'reported'; readonly op: number; readonly result: Result<ShiftReport, FailureCode> }
  | { readonly kind: 'shiftClosed'; readonly op: number; readonly result: Result<ShiftReport, FailureCode> }
  | { readonly kind: 'saved'; readonly op: number; readonly result: Result<string, FailureCode> };

/** What has to be done because of it. */
export type DeskEffect =
  | { readonly kind: 'find'; readonly op: number }
  | { readonly kind: 'letGo'; readonly ref: PersonRef }
  | { readonly kind: 'abandon'; readonly encounterId: string }
  /** The hospital is asked for the bill anew, and its lines are compared. */
  | { readonly kind: 'reread'; readonly op: number; readonly ref: PersonRef; readonly encounterId: string }
  | {
      readonly kind: 'prepare';
      readonly op: number;
      readonly ref: PersonRef;
      readonly encounter: HisEncounter;
      readonly useAccount: boolean;
    }
  | {
      readonly kind: 'stayStep';
      readonly op: number;
      readonly ref: PersonRef;
      readonly step: DeskStayStep;
      readonly encounter: HisEncounter;
    }
  | { readonly kind: 'reprice'; readonly op: number; readonly quoteId: string; readonly useAccount: boolean }
  | { readonly kind: 'settle'; readonly op: number; readonly quote: Quote }
  | { readonly kind: 'cancelPin' }
  | { readonly kind: 'collect'; readonly op: number; readonly messageId: string }
  | { readonly kind: 'stopCollecting'; readonly op: number }
  | {
      readonly kind: 'print';
      readonly op: number;
      readonly slip: 'settlement' | 'unknown';
      readonly messageId: string;
      readonly psnType: string | null;
    }
  /** The person has left the success of this settlement. */
  | { readonly kind: 'left'; readonly messageId: string }
  | { readonly kind: 'findRefund'; readonly op: number; readonly encounterId: string }
  | {
      readonly kind: 'proveRefund';
      readonly op: number;
      readonly messageId: string;
      readonly cash: Fen;
      /** How far a stay is undone; a visit goes back whole. */
      readonly until: RefundUntil;
    }
  | { readonly kind: 'copy'; readonly op: number; readonly encounterId: string }
  | { readonly kind: 'lookUp'; readonly op: number; readonly ref: PersonRef; readonly question: LookupQuestion }
  | { readonly kind: 'checkCase'; readonly op: number; readonly ref: PersonRef; readonly encounter: HisEncounter }
  | { readonly kind: 'openShift'; readonly op: number; readonly float: Fen }
  | { readonly kind: 'report'; readonly op: number }
  | { readonly kind: 'closeShift'; readonly op: number; readonly count: CashCount; readonly expected: Fen }
  | { readonly kind: 'printShift'; readonly op: number; readonly report: ShiftReport }
  | { readonly kind: 'saveShift'; readonly op: number; readonly report: ShiftReport }
  | { readonly kind: 'openWork' }
  | { readonly kind: 'staff'; readonly intent: StaffIntent };
