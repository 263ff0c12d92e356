import type { Tender } from '../../common/contracts/desk/bill.ts';
import type { CaseNotice, LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { ShiftReport } from '../../common/contracts/desk/shift.ts';
import type { DeskStaySaid, DeskStayStep } from '../../common/contracts/desk/stay.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Collection } from '../../common/contracts/session/collection.ts';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type {
  BilledPerson,
  LineDifference,
  LookupQuestion,
  Quote,
  RefundedBill,
  SettledBill,
  StayCourse,
} from '../billing/port.ts';
import type { Failure, PrepareStep, SettleStep } from '../ports.ts';

/** An unpaid encounter of the person at the desk; `blocked`: people or the centre must say first what became of it. */
export interface Choice {
  readonly encounter: HisEncounter;
  readonly blocked: boolean;
  /** Where hospital and centre would not agree to the fen. */
  readonly differences: readonly LineDifference[];
  /** Of a stay: how far it is at the centre, by the journal. */
  readonly course: StayCourse | null;
}

/** Who stands at the desk and what the hospital has of her. */
export interface Client {
  readonly person: BilledPerson;
  /** The card session that she came with. */
  readonly generation: number;
  readonly choices: readonly Choice[];
}

/** A pre-settlement, with the wall time at which it came; `stale`: the bill has changed since. */
export interface Quoted {
  readonly quote: Quote;
  readonly useAccount: boolean;
  readonly at: number;
  readonly stale: boolean;
}

/** What is awaited of centre or hospital; `op` numbers it, and other answers are dropped. */
export interface Doing {
  readonly op: number;
  readonly what: 'rereading' | 'preparing' | 'repricing' | 'settling' | 'stay';
  /** Monotonic ms. */
  readonly since: number;
  readonly step: PrepareStep | SettleStep | 'pin' | null;
  readonly tender: Tender | null;
  /** With `stay`: which of its steps. */
  readonly stay: DeskStayStep | null;
}

/** What the centre has against the bill's kind of case; `op` while it is being asked. It bars nothing. */
export interface CaseCheck {
  readonly op: number | null;
  readonly notice: CaseNotice | null;
}
export const UNCHECKED: CaseCheck = { op: null, notice: null };

/** The bill on the glass. */
export interface Bill {
  readonly check: CaseCheck;
  readonly choice: Choice;
  readonly quoted: Quoted | null;
  readonly doing: Doing | null;
  readonly trouble: Failure | null;
  /** What came of the step of a stay that was done last. */
  readonly said: DeskStaySaid | null;
}

/** How a slip fares; `op` is its print effect, null once it has ended or none was begun. */
export interface Print {
  readonly op: number | null;
  readonly state: 'queued' | 'printing' | 'printed' | 'notPrinted' | 'unknown' | 'none';
  readonly failure: FailureCode | null;
}
export const NO_PRINT: Print = { op: null, state: 'none', failure: null };

/** How a movement of money ended. */
export type Outcome =
  | {
      readonly kind: 'settled';
      readonly bill: SettledBill;
      readonly tender: Tender;
      readonly collecting: number | null;
      readonly collection: Collection | null;
      readonly print: Print;
    }
  | {
      readonly kind: 'refused';
      readonly of: 'settlement' | 'refund';
      readonly encounterId: string;
      readonly failure: Failure;
      readonly next: 'again' | 'people';
    }
  | {
      readonly kind: 'unknown';
      readonly of: 'settlement' | 'refund';
      readonly encounterId: string;
      readonly messageId: string;
      readonly next: 'wait' | 'people';
      readonly print: Print;
      /** Of a settlement, how its cash part is taken; of a refund, whether the rest is billed anew: for when it is known. */
      readonly tender: Tender | null;
      readonly resettle: boolean;
    }
  | { readonly kind: 'refunded'; readonly bill: RefundedBill; readonly resettle: boolean };

/** A screen that stands by itself; the others are opened over one of these and lead back to it. */
export type Base =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'person'; readonly client: Client }
  | { readonly kind: 'bill'; readonly client: Client; readonly bill: Bill }
  | { readonly kind: 'result'; readonly client: Client | null; readonly outcome: Outcome };

/**
 * Where the desk stands. A stage holds all that belongs to the person and nothing outside it does, so replacing the
 * stage is wiping her.
 */
export type Stage =
  /** No shift is open. `op`: somebody is being proved, or 9001 is under way. */
  | { readonly kind: 'shut'; readonly op: number | null; readonly failure: FailureCode | null }
  | Base
  | { readonly kind: 'reading'; readonly op: number }
  | { readonly kind: 'cardProblem'; readonly failure: Failure }
  | {
      readonly kind: 'refund';
      readonly back: Base;
      readonly phase: 'looking' | 'confirm' | 'proof' | 'working';
      readonly op: number | null;
      readonly encounterId: string;
      readonly partial: boolean;
      readonly of: SettledBill | null;
      readonly stay: boolean;
      readonly trouble: Failure | null;
    }
  | {
      readonly kind: 'lookup';
      readonly back: StageOf<'person' | 'bill'>;
      readonly question: LookupQuestion;
      readonly op: number | null;
      readonly rows: readonly LookupRow[];
      readonly failure: Failure | null;
    }
  | {
      readonly kind: 'dayList';
      readonly back: Base;
      readonly op: number | null;
      readonly trouble: FailureCode | null;
      readonly printed: boolean;
    }
  | {
      readonly kind: 'shift';
      readonly back: Base;
      readonly step: 'report' | 'count' | 'closed';
      /** Null while it is being made. */
      readonly report: ShiftReport | null;
      readonly op: number | null;
      readonly failure: FailureCode | null;
      readonly print: Print;
      readonly saved: string | null;
    }
  /** Lent to the staff room; `view` is what it shows. */
  | {
      readonly kind: 'staff';
      readonly back: Base | StageOf<'shut' | 'refund'>;
      readonly view: StaffView;
      readonly pressed: number;
    };

export type StageKind = Stage['kind'];
export type StageOf<K extends StageKind> = Extract<Stage, { kind: K }>;

/** The base that a stage is or stands over; null where there is none. */
export function baseOf(stage: Stage): Base | null {
  switch (stage.kind) {
    case 'waiting':
    case 'person':
    case 'bill':
    case 'result':
      return stage;
    case 'refund':
    case 'lookup':
    case 'dayList':
    case 'shift':
      return stage.back;
    case 'staff':
      return baseOf(stage.back);
    default:
      return null;
  }
}

/** The same stage over another base: what stands on the glass stays there. */
export function overBase(stage: Stage, base: Base): Stage {
  switch (stage.kind) {
    case 'waiting':
    case 'person':
    case 'bill':
    case 'result':
      return base;
    case 'refund':
    case 'dayList':
    case 'shift':
      return { ...stage, back: base };
    case 'lookup':
      return base.kind === 'person' || base.kind === 'bill' ? { ...stage, back: base } : stage;
    case 'staff':
      if (stage.back.kind === 'shut') return stage;
      return { ...stage, back: stage.back.kind === 'refund' ? { ...stage.back, back: base } : base };
    default:
      return stage;
  }
}

/** Who is at the desk, on whatever screen. */
export function clientOf(stage: Stage): Client | null {
  const base = baseOf(stage);
  return base === null || base.kind === 'waiting' ? null : base.client;
}

/** What is due in cash, fen. */
export function dueOf(quoted: Quoted): Fen {
  return quoted.quote.split.cash;
}

/** Whether money or its proof is under way: nothing else may begin, and no card that goes ends it. */
export function isMoving(stage: Stage): boolean {
  if (stage.kind === 'bill') return stage.bill.doing?.what === 'settling';
  if (stage.kind === 'refund') return stage.phase === 'working' || stage.phase === 'proof';
  return stage.kind === 'staff' && stage.back.kind === 'refund';
}
