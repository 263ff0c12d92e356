import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinHint } from '../../common/contracts/devices/pin-change.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Told } from '../../common/contracts/session/check.ts';
import type { Collection } from '../../common/contracts/session/collection.ts';
import type { Look } from '../../common/contracts/session/look.ts';
import type { LossCard, LossTrouble } from '../../common/contracts/session/loss.ts';
import type { PolicyView } from '../../common/contracts/session/policy.ts';
import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { Home, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { Locale, MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import type { CardHolder, Insured, Prepared, PrepareStep, Settled, SettleStep } from '../ports.ts';

/** Whose card is in: the generation of the card session, what the screen may show, and the holder, wrapped. */
export interface Visitor {
  readonly generation: number;
  readonly person: MaskedPerson;
  readonly holder: Pii<CardHolder>;
}

/** An unpaid encounter, and whether an earlier settlement of it is still unknown. */
export interface Choice {
  readonly encounter: HisEncounter;
  readonly blocked: boolean;
}

/** What centre and HIS said about the visitor. */
export interface Found {
  readonly insured: Insured;
  readonly choices: readonly Choice[];
}

/** Where the other services were opened from, and lead back to: the bills, nothing unpaid, or a look-up that failed. */
export type Origin =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failed: StageOf<'stepFailed'> };

/** What is asked of the benefits server: the services that there are, or a part of one of them. */
export type Asked =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'service';
      readonly home: Home;
      readonly service: ServiceName;
      readonly part: string | null;
      /** What stands until the part has come; null where the service is only just opened. */
      readonly before: ServiceAnswer | null;
      /** Not a question: something is done, for which the PIN was just given. */
      readonly act?: ServiceAct;
    };

/** How the slip of a result screen fares. `op` names the print job's effect. */
export interface Print {
  readonly op: number | null;
  readonly state:
    | 'queued'
    | 'printing'
    | 'waitingForPaper'
    | 'waitingForCover'
    | 'printed'
    | 'notPrinted'
    | 'unknown'
    | 'none';
  readonly failure: FailureCode | null;
}

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
  | { readonly kind: 'home'; readonly visitor: Visitor; readonly origin: Origin; readonly home: Home }
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

/** `op` numbers the read (0: none is under way), `generation` the card session; `attempt` counts the reads. */
export interface CardProof {
  readonly op: number;
  readonly generation: number;
  readonly attempt: number;
}

/** The session machine's whole state. Times are monotonic ms. */
export interface State {
  readonly stage: Stage;
  /** When the stage began. */
  readonly since: number;
  /** The person's last sign of life. */
  readonly activeAt: number;
  readonly card: CardStatus;
  readonly hostUp: boolean;
  /** The host went while the own card was in: what the next one finds there may be the same card under another number. */
  readonly adopt: boolean;
  /** Such a card is being read: until it has proved to be the own one it is nobody's, and nothing goes on for it. */
  readonly proof: CardProof | null;
  /** The language that this person chose; null: the site's. It ends with the session. */
  readonly locale: Locale | null;
  /** What this person changed of the site's look; null: nothing. It ends with the session too. */
  readonly look: Partial<Look> | null;
  /** Why no session may begin (the store, say), or null. */
  readonly fault: FailureCode | null;
  /** The print effect that still runs, of this session or of the one before. */
  readonly printing: number | null;
  /** The last effect number given out. */
  readonly op: number;
  /** Number of the newest snapshot, and of the first that offered what the screen now offers. */
  readonly version: number;
  readonly offerSince: number;
}

/** What the site profile decides about a session. Times in ms. */
export interface SessionPolicy {
  readonly pinBeforeAccount: boolean;
  readonly accountFirst: boolean;
  readonly hasPad: boolean;
  readonly hasPrinter: boolean;
  /** Services beside the payment are offered here. */
  readonly hasServices: boolean;
  /** Something at this terminal reads electronic cards and hands their tokens over. */
  readonly hasElectronicCard: boolean;
  /** There are policy pages to read. */
  readonly hasPolicies: boolean;
  /** An external cashier is asked for the cash part, so long; null: there is none. */
  readonly collectMs: number | null;
  /** How the screens look and sound for somebody who has chosen nothing. */
  readonly look: Look;
  /** 就医地医保区划 of this place. */
  readonly division: string;
  /** Twice as long for who reads large letters or listens. */
  readonly idleMs: number;
  readonly idleWarningMs: number;
  readonly personLimitMs: number;
  readonly resultMs: number;
}

/** The state of a terminal that has just started: no host yet, nobody there. */
export function initialState(at: number): State {
  return {
    stage: { kind: 'idle' },
    since: at,
    activeAt: at,
    card: { kind: 'noReader' },
    hostUp: false,
    adopt: false,
    proof: null,
    locale: null,
    look: null,
    fault: null,
    printing: null,
    op: 0,
    version: 0,
    offerSince: 0,
  };
}

/** The number of the card session in the reader, or null where no card is in. Two cards at once count as −1. */
export function generationOf(card: CardStatus): number | null {
  if (card.kind === 'present' || card.kind === 'mute') return card.generation;
  return card.kind === 'tooMany' ? -1 : null;
}

/** Whether anything stands in a slot. */
export function cardIn(state: State): boolean {
  return generationOf(state.card) !== null;
}
