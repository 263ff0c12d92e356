import type { AuditCode } from '../../common/contracts/audit.ts';
import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinChangeResult, PinChangeStep, PinHint } from '../../common/contracts/devices/pin-change.ts';
import type { PinPadStatus, PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { PrintOutcome, PrintTrouble } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Told } from '../../common/contracts/session/check.ts';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Locale } from '../../common/contracts/session/locale.ts';
import type { LossCard } from '../../common/contracts/session/loss.ts';
import type { PolicyView } from '../../common/contracts/session/policy.ts';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { Home, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { StaffIntent, StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import type {
  CardHolder,
  Failure,
  Insured,
  Prepared,
  PrepareStep,
  Settled,
  SettleResult,
  SettleStep,
} from '../ports.ts';
import type { Found, Visitor } from './stage-facts.ts';

/** All that can happen to a session. An answer carries the number of the effect that asked. */
export type SessionEvent =
  | { readonly kind: 'card'; readonly status: CardStatus }
  | { readonly kind: 'hostGone' }
  /** Whether headphones are in, as often as a device host says so. */
  | { readonly kind: 'headphones'; readonly plugged: boolean }
  | { readonly kind: 'fault'; readonly code: FailureCode | null }
  | { readonly kind: 'cardRead'; readonly op: number; readonly result: CardReadResult; readonly today: string }
  | { readonly kind: 'pad'; readonly status: PinPadStatus }
  | { readonly kind: 'pinEnded'; readonly op: number; readonly result: PinVerifyResult }
  | {
      readonly kind: 'pinChangeStep';
      readonly op: number;
      readonly step: PinChangeStep['step'];
      readonly hint: PinHint | null;
    }
  /** An electronic card was shown; what it says is opaque and the person's. */
  | { readonly kind: 'electronicCard'; readonly token: Pii<string> }
  | { readonly kind: 'lossAsked'; readonly op: number; readonly result: Result<LossCard, Failure> }
  | { readonly kind: 'pinChangeEnded'; readonly op: number; readonly result: PinChangeResult }
  | { readonly kind: 'lookedUp'; readonly op: number; readonly result: Result<Found, Failure> }
  | { readonly kind: 'homeAsked'; readonly op: number; readonly result: Result<Home, Failure> }
  | { readonly kind: 'serviceAsked'; readonly op: number; readonly result: Result<ServiceAnswer, Failure> }
  /** `page`: the whole of what is read, for the paper; null on a list. */
  | { readonly kind: 'certificateChecked'; readonly op: number; readonly told: Told }
  | { readonly kind: 'policyAsked'; readonly op: number; readonly view: PolicyView; readonly page: PolicyPage | null }
  | { readonly kind: 'prepareStep'; readonly op: number; readonly step: PrepareStep }
  | {
      readonly kind: 'prepared';
      readonly op: number;
      readonly encounterId: string;
      readonly result: Result<Prepared, Failure>;
    }
  | { readonly kind: 'settleStep'; readonly op: number; readonly step: SettleStep }
  | { readonly kind: 'settleEnded'; readonly op: number; readonly result: SettleResult }
  | { readonly kind: 'resolved'; readonly messageId: string; readonly result: SettleResult }
  | { readonly kind: 'collected'; readonly op: number; readonly collection: CollectionResult }
  | { readonly kind: 'printProgress'; readonly op: number; readonly waiting: PrintTrouble | null }
  | { readonly kind: 'printed'; readonly op: number; readonly outcome: PrintOutcome }
  /** The staff room lends itself the terminal, shows something else, or gives it back. */
  | { readonly kind: 'lend'; readonly view: StaffView }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'intent'; readonly version: number; readonly intent: Intent }
  /** The person pages through something: a sign of life that changes nothing. */
  | { readonly kind: 'touched' }
  | { readonly kind: 'tick' };

/** The slip that a result asks for. */
export type SlipRequest =
  | {
      readonly kind: 'settlement';
      readonly visitor: Visitor;
      readonly settled: Settled;
      /** What the external cashier took; null where it was not asked. */
      readonly collection: CollectionResult | null;
    }
  | {
      readonly kind: 'unknown';
      readonly visitor: Visitor;
      readonly prepared: Prepared;
      readonly messageId: string;
      readonly checkCode: string;
    }
  | { readonly kind: 'reversed'; readonly visitor: Visitor; readonly prepared: Prepared; readonly messageId: string }
  | {
      readonly kind: 'refused';
      readonly visitor: Visitor;
      readonly prepared: Prepared;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'service';
      readonly visitor: Visitor;
      readonly answer: ServiceAnswer;
      /** The language that the person chose; null: the site's. */
      readonly locale: Locale | null;
    }
  /** `locale` null: the site's language. */
  | { readonly kind: 'policy'; readonly page: PolicyPage; readonly locale: Locale | null }
  | { readonly kind: 'loss'; readonly card: LossCard; readonly locale: Locale | null }
  | {
      readonly kind: 'pinChange';
      readonly visitor: Visitor;
      readonly outcome: 'changed' | 'unknown';
      readonly locale: Locale | null;
    };

/** What the reducer wants done. Numbered ones answer with an event of the same number. */
export type Effect =
  | { readonly kind: 'readCard'; readonly op: number; readonly generation: number }
  | { readonly kind: 'verifyPin'; readonly op: number; readonly generation: number }
  | { readonly kind: 'changePin'; readonly op: number; readonly generation: number }
  | { readonly kind: 'cancelPin' }
  /** Whose card it is, or (`report`) that it is lost. */
  | { readonly kind: 'askLoss'; readonly op: number; readonly token: Pii<string>; readonly report: boolean }
  | { readonly kind: 'lookUp'; readonly op: number; readonly holder: Pii<CardHolder> }
  | { readonly kind: 'askHome'; readonly op: number; readonly holder: Pii<CardHolder> }
  /** `city`: where the person is insured; null where nobody has said. */
  | { readonly kind: 'checkCertificate'; readonly op: number; readonly code: string }
  | { readonly kind: 'askPolicy'; readonly op: number; readonly to: string | null; readonly city: string | null }
  | {
      readonly kind: 'askService';
      readonly op: number;
      readonly holder: Pii<CardHolder>;
      readonly service: ServiceName;
      /** Another part of it than the first, as the service names its parts. */
      readonly part: string | null;
      /** To be done, not only asked. */
      readonly act?: ServiceAct;
    }
  | {
      readonly kind: 'prepare';
      readonly op: number;
      readonly holder: Pii<CardHolder>;
      readonly insured: Insured;
      readonly encounter: HisEncounter;
      readonly useAccount: boolean;
    }
  | { readonly kind: 'reprice'; readonly op: number; readonly prepared: Prepared; readonly useAccount: boolean }
  | { readonly kind: 'settle'; readonly op: number; readonly prepared: Prepared; readonly limitMs: number }
  | { readonly kind: 'collect'; readonly op: number; readonly settled: Settled; readonly limitMs: number }
  /** Nobody waits for that answer any more. */
  | { readonly kind: 'stopCollecting'; readonly op: number }
  | { readonly kind: 'abandon'; readonly target: Prepared | { readonly encounterId: string } }
  | { readonly kind: 'print'; readonly op: number; readonly slip: SlipRequest }
  | { readonly kind: 'abandonPrint'; readonly op: number }
  /** The success of this message was on the screen, and is not any more. */
  | { readonly kind: 'left'; readonly messageId: string }
  | { readonly kind: 'staff'; readonly intent: StaffIntent }
  | {
      readonly kind: 'audit';
      readonly code: AuditCode;
      readonly facts: Readonly<Record<string, string | number | boolean | null>>;
    };
