import type { PinHint } from '../../common/contracts/devices/pin-change.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Told } from '../../common/contracts/session/check.ts';
import type { Collection } from '../../common/contracts/session/collection.ts';
import type { LossCard, LossTrouble } from '../../common/contracts/session/loss.ts';
import type { PolicyView } from '../../common/contracts/session/policy.ts';
import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { Home, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import type { Prepared, PrepareStep, Settled, SettleStep } from '../ports.ts';
import type { Asked, Found, Print, Visitor } from './stage-facts.ts';

/**
 * Where the session stands. A stage holds all that belongs to the person and nothing outside it does, so replacing
 * the stage is wiping the session. `op` numbers the effect whose answer is awaited; other answers are dropped.
 */
export type Stage =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading';
      readonly generation: number;
      readonly op: number;
      /** `print`: the slip of the person before is still on its way. `host`: a new device host is on its way. */
      readonly held: 'print' | 'host' | null;
      readonly attempt: number;
    }
  | {
      readonly kind: 'cardProblem';
      readonly generation: number;
      readonly failure: FailureCode;
      readonly expiredOn: string | null;
    }
  | {
      readonly kind: 'pin';
      readonly visitor: Visitor;
      readonly op: number;
      readonly phase: 'waiting' | 'checking' | 'askLastTry';
      readonly digits: number;
      readonly refused: boolean;
      readonly triesLeft: number | null;
      /** What the PIN is asked for beside the session's beginning, and where it was. */
      readonly then?: { readonly act: ServiceAct; readonly part: string | null; readonly from: StageOf<'service'> };
    }
  | { readonly kind: 'pinProblem'; readonly visitor: Visitor; readonly failure: FailureCode }
  | {
      readonly kind: 'pinChange';
      readonly visitor: Visitor;
      /** Where it was asked for, and where the way back leads. */
      readonly from: StageOf<'service' | 'pinProblem'>;
      readonly op: number;
      readonly step: 'old' | 'askLastTry' | 'checking' | 'new' | 'again';
      readonly digits: number;
      /** Why the new PIN was not taken. */
      readonly hint: PinHint | null;
      /** The old one was not right. */
      readonly refused: boolean;
      readonly triesLeft: number | null;
      /** She wants to go, and the pad has been told; its answer says whether the command was out already. */
      readonly leaving: 'back' | 'end' | null;
    }
  /** The command is on its way to the card: whatever becomes of the card now, the answer decides. */
  | { readonly kind: 'pinChanging'; readonly visitor: Visitor; readonly op: number }
  | {
      readonly kind: 'pinResult';
      readonly visitor: Visitor;
      /** `unknown`: the card may have the old PIN or the new one. */
      readonly outcome: 'changed' | 'kept' | 'unknown';
      readonly print: Print;
      readonly quietSince: number;
    }
  /** 挂失 without the card; nothing is known of who stands here but the token that was shown. */
  | ({ readonly kind: 'loss' } & (
      | { readonly step: 'show' }
      | { readonly step: 'asking' | 'reporting'; readonly op: number; readonly token: Pii<string> }
      | { readonly step: 'confirm'; readonly token: Pii<string>; readonly card: LossCard }
      | { readonly step: 'failed'; readonly trouble: LossTrouble; readonly token: Pii<string> | null }
    ))
  | { readonly kind: 'lossDone'; readonly card: LossCard; readonly print: Print }
  | { readonly kind: 'lookingUp'; readonly visitor: Visitor; readonly op: number }
  | { readonly kind: 'nothingUnpaid'; readonly visitor: Visitor }
  | {
      readonly kind: 'asking';
      readonly visitor: Visitor;
      readonly origin: Origin;
      readonly asked: Asked;
      readonly op: number;
    }
  | {
      readonly kind: 'home';
      readonly visitor: Visitor;
      readonly origin: Origin;
      readonly home: Home;
      /** The service that she came back from; missing: she came from elsewhere. */
      readonly left?: ServiceName;
    }
  /** A check code: what is typed, the number of the question that is asked, and what it told. */
  | { readonly kind: 'check'; readonly typed: string; readonly op: number | null; readonly told: Told | null }
  | {
      readonly kind: 'policy';
      readonly view: PolicyView;
      /** The whole page that is read; null on a list. */
      readonly page: PolicyPage | null;
      /** Where it was opened from; null: without a card. */
      readonly back: StageOf<'home'> | null;
      /** Null until the slip is asked for. */
      readonly print: Print | null;
    }
  | {
      readonly kind: 'service';
      readonly visitor: Visitor;
      readonly origin: Origin;
      readonly home: Home;
      readonly answer: ServiceAnswer;
      /** Null until the slip is asked for. */
      readonly print: Print | null;
    }
  | {
      readonly kind: 'whoYouAre';
      readonly visitor: Visitor;
      readonly found: Found;
      /** Other things were looked at since the PIN was given: before money it is asked for again, and the bills with it. */
      readonly after?: 'services';
    }
  | {
      readonly kind: 'visit';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly encounter: HisEncounter;
      /** Kept when the person stepped back from the split, so that going on asks nobody again. */
      readonly prepared: Prepared | null;
    }
  | {
      readonly kind: 'preparing';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly encounter: HisEncounter;
      readonly op: number;
      readonly step: PrepareStep;
      readonly useAccount: boolean;
      /** Set while 2206 runs again for another answer about the account. */
      readonly from: Prepared | null;
    }
  | {
      readonly kind: 'split' | 'confirm';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly prepared: Prepared;
    }
  | {
      readonly kind: 'working';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly prepared: Prepared;
      readonly op: number;
      readonly step: SettleStep;
    }
  | {
      readonly kind: 'done';
      readonly visitor: Visitor;
      readonly settled: Settled;
      /** Bills of this person at this hospital that are unpaid still and could be paid here. */
      readonly others: number;
      /** The effect by which the external cashier is being asked, or null. */
      readonly collecting: number | null;
      /** How the cash part fares there; null where it is not asked. */
      readonly collection: Collection | null;
      readonly print: Print;
      readonly quietSince: number;
    }
  | {
      readonly kind: 'notPaid';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly prepared: Prepared;
      readonly failure: FailureCode;
      readonly reason: string | null;
      readonly retry: boolean;
      /** The preparation still stands at centre and HIS (refused, or not sent): leaving has to undo it. */
      readonly open: boolean;
      readonly sinceReversed: boolean;
      readonly print: Print;
      readonly quietSince: number;
    }
  | {
      readonly kind: 'unknown';
      readonly visitor: Visitor;
      readonly found: Found;
      readonly prepared: Prepared;
      readonly messageId: string;
      readonly print: Print;
      readonly quietSince: number;
    }
  | {
      readonly kind: 'stepFailed';
      readonly visitor: Visitor;
      readonly failure: FailureCode;
      readonly reason: string | null;
      /** What "try again" begins, or null where trying again cannot help. */
      readonly retry: 'lookUp' | 'prepare' | 'ask' | null;
      readonly at: { readonly found: Found; readonly encounter: HisEncounter; readonly useAccount: boolean } | null;
      /** Set where only a question of the other services came to nothing: `back` leads to where it was asked. */
      readonly aside?: { readonly origin: Origin; readonly asked: Asked };
      /** As with `whoYouAre`. */
      readonly after?: 'services';
    }
  | { readonly kind: 'stillThere'; readonly back: Stage }
  /** Lent to the staff, who see `view`; `pressed` counts their keys. */
  | { readonly kind: 'staff'; readonly view: StaffView; readonly pressed: number }
  | {
      readonly kind: 'takeCard';
      readonly generation: number;
      /** Nobody has taken it for so long that the staff must hear of it. */
      readonly left: boolean;
      readonly reason: 'finished' | 'cancelled' | 'idle' | 'problem';
    };

export type StageKind = Stage['kind'];
export type StageOf<K extends StageKind> = Extract<Stage, { kind: K }>;

/** Where the other services were opened from, and lead back to: the bills, nothing unpaid, or a look-up that failed. */
export type Origin =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failed: StageOf<'stepFailed'> };
