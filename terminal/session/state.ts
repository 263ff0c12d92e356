import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { BenefitSummary } from '../../common/contracts/session/benefits.ts';
import type { Locale, MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import type { Pii } from '../../common/kernel/pii.ts';
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
    }
  | { readonly kind: 'pinProblem'; readonly visitor: Visitor; readonly failure: FailureCode }
  | { readonly kind: 'lookingUp'; readonly visitor: Visitor; readonly op: number }
  | { readonly kind: 'nothingUnpaid'; readonly visitor: Visitor }
  /** The account and the year are looked up. `found`: where the person came from, null from nothingUnpaid. */
  | { readonly kind: 'askingBenefits'; readonly visitor: Visitor; readonly found: Found | null; readonly op: number }
  | {
      readonly kind: 'benefits';
      readonly visitor: Visitor;
      readonly found: Found | null;
      readonly summary: BenefitSummary;
      /** Null until the slip is asked for. */
      readonly print: Print | null;
    }
  | { readonly kind: 'whoYouAre'; readonly visitor: Visitor; readonly found: Found }
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
      readonly retry: 'lookUp' | 'prepare' | 'benefits' | null;
      readonly at: { readonly found: Found; readonly encounter: HisEncounter; readonly useAccount: boolean } | null;
      /** Set where only the account could not be looked up: `back` leads to where the person came from. */
      readonly aside?: { readonly found: Found | null };
    }
  | { readonly kind: 'stillThere'; readonly back: Stage }
  /** Lent to the staff, who see `view`; `pressed` counts their keys. */
  | { readonly kind: 'staff'; readonly view: StaffView; readonly pressed: number }
  | {
      readonly kind: 'takeCard';
      readonly generation: number;
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
  /** The medical account and the year are offered here. */
  readonly hasBenefits: boolean;
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
