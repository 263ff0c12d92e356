import type { CaseNotice, LookupName, LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import type { HisDiagnosed, HisRegistration } from '../../common/contracts/his/registration.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { Pii } from '../../common/kernel/pii.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { CardHolder, Failure, LineRuling, Prepared, PrepareStep, SettleStep, Terms } from '../ports.ts';
import type { RefundUntil } from '../store/refunds.ts';
import type { StayState } from '../store/stays.ts';

/**
 * What a billing desk and a hospital's own system may do with a person's bills: one room for both, on the money core.
 * Whoever calls names persons and bills by the references given here, never by a person's number. Each caller has a
 * `Billing` of its own; what they share, and must not do at once, the room keeps apart (`custody.ts`, `pad.ts`).
 */

/**
 * Good while its card lies in the reader, or until it is let go of. Each caller has its own for the same card. A device
 * host that is gone sees no card: it ends every reference.
 */
export type PersonRef = string & { readonly brand?: 'PersonRef' };

/** The person at the desk, masked; clear values come only by `reveal` and by their own scope. */
export interface BilledPerson {
  readonly ref: PersonRef;
  readonly maskedName: string;
  readonly maskedNumber: string;
  readonly sex: 'male' | 'female' | null;
  readonly age: number | null;
  /** 险种 and 人员类别 in use, the place of insurance, and the balance of the account in fen. */
  readonly insutype: string;
  readonly psnType: string;
  readonly insuredAt: string;
  readonly elsewhere: boolean;
  readonly balance: Fen;
}

/** One line where the hospital's figures and ours, or the centre's, are not the same: found before 2206. */
export interface LineDifference {
  /** Null: not a line but the total, whose lines sum to something else. */
  readonly lineId: string | null;
  readonly name: string;
  /** In yuan, exact decimals as the hospital gave them; empty for the total. */
  readonly count: string;
  readonly unitPrice: string;
  readonly hospital: Fen;
  /** Round half up of count × price (of the total: the sum of the lines): what the centre will take. */
  readonly computed: Fen;
}

/** A pre-settled bill. */
export interface Quote {
  /** Names exactly this pre-settlement; another 2206 of the encounter makes another. */
  readonly id: string;
  readonly encounterId: string;
  readonly prepared: Prepared;
  readonly split: Split;
  readonly rulings: ReadonlyMap<string, LineRuling>;
  readonly terms: Terms;
}

/**
 * How a movement of money ended: these three and never anything else. `next` is what the caller does now, by name:
 * `done` nothing · `again` it may be tried anew, nothing was paid · `wait` ask `standing` until it is known, and never bill
 * this encounter elsewhere · `people` it is on the work-list.
 */
export type MoneyAnswer<T> =
  | { readonly kind: 'settled'; readonly value: T; readonly next: 'done' }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly next: 'again' | 'people' }
  | { readonly kind: 'unknown'; readonly messageId: string; readonly next: 'wait' | 'people' };

export interface SettledBill {
  readonly encounterId: string;
  readonly messageId: string;
  readonly setlId: string;
  readonly mdtrtId: string;
  /** `yyyy-MM-dd HH:mm:ss`, the centre's. */
  readonly settledAt: string;
  readonly split: Split;
  readonly checkCode: string;
  /** The split differs from the one that was pre-settled. */
  readonly changed: boolean;
}

export interface RefundedBill {
  readonly encounterId: string;
  /** Of the settlement that was given back. */
  readonly messageId: string;
  readonly refundedAt: string;
  readonly cashReturned: Fen;
}

/** Where a bill stands, from the journal. */
export type BillState = 'none' | 'prepared' | 'settling' | 'unknown' | 'settled' | 'refunding' | 'refunded' | 'people';

/** The newest settlement of an encounter, with what became of it. */
export interface Standing {
  readonly encounterId: string;
  readonly state: BillState;
  /** Of the newest settlement, where there is one. */
  readonly messageId: string | null;
  readonly settled: SettledBill | null;
  readonly refunded: RefundedBill | null;
}

/** What a benefit check is asked for: 医疗类别, 病种, and the moment at which care began, `yyyy-MM-dd HH:mm:ss`. */
export interface CaseAsked {
  readonly medicalType: string;
  readonly disease: { readonly code: string; readonly name: string } | null;
  readonly at: string;
}

/** `of`: the kind of case that a benefit check means; null: a plain visit (11) now. The other questions have none. */
export interface LookupQuestion {
  readonly about: LookupName;
  readonly of: CaseAsked | null;
}

/** Something changed that a caller may show: a bill's standing, a person who is gone. */
export type BillingEvent =
  | { readonly kind: 'bill'; readonly encounterId: string }
  | { readonly kind: 'personGone'; readonly ref: PersonRef };

/**
 * Nothing here throws for an outside cause. One encounter is in one caller's hands at a time, from `prepare` until it is
 * settled, abandoned or let go of: `BILL_BUSY` to others. A reference that is no longer good: `PERSON_GONE`,
 * a quote: `BILL_GONE`. Reader and pad in other hands (a resident's session, the staff): `TERMINAL_IN_USE`.
 */
export interface Billing {
  /** Reads the card in the reader and asks 1101. The same card gives the same reference. */
  person(): Promise<Result<BilledPerson, Failure>>;
  /** Who that is, in clear; the caller answers for who may see it. Null: her card does not lie there now. */
  reveal(ref: PersonRef): Promise<Pii<CardHolder> | null>;
  /** Lets the person go: nothing of her is kept, prepared bills are abandoned. */
  letGo(ref: PersonRef): void;
  /** Starts a PIN entry on the terminal's own pad. Verified is good for one settlement, while this card is in. */
  pin(ref: PersonRef): Promise<Result<PinVerifyResult, Failure>>;
  /** Ends the entry that this caller has under way. */
  cancelPin(): void;
  /** 2001, 5301 to 5304: what the centre has about the person beside her bills; every row, in order. */
  lookUp(ref: PersonRef, question: LookupQuestion): Promise<Result<readonly LookupRow[], Failure>>;
  /** What the centre has against the kind of case of a bill; null: nothing, or it is of a kind that wants no filing. */
  caseNotice(ref: PersonRef, encounter: HisEncounter): Promise<Result<CaseNotice | null, Failure>>;
  /** Unpaid encounters as the HIS has them. */
  unpaid(ref: PersonRef): Promise<Result<readonly HisEncounter[], Failure>>;
  /** Compares every line and the total to the fen; no message is sent. Empty: nothing differs. `HIS_BAD_ANSWER`: not money. */
  compare(encounter: HisEncounter): Result<readonly LineDifference[], Failure>;
  /** hold → registration → diagnoses → fees → pre-settlement; for a stay, what of admission to discharge is still missing, for a registered visit what of 2203 and 2204 is. */
  prepare(input: {
    readonly ref: PersonRef;
    readonly encounter: HisEncounter;
    readonly useAccount: boolean;
    readonly onStep: (step: PrepareStep) => void;
  }): Promise<Result<Quote, Failure>>;
  /** 2206 or 2303 again, with another answer about the account. */
  reprice(quoteId: string, useAccount: boolean): Promise<Result<Quote, Failure>>;
  /** This caller's newest pre-settlement of that name, or null. */
  quoted(quoteId: string): Quote | null;
  /** Settles; PIN first where the site asks for one before the account is touched and none is given yet. */
  settle(quoteId: string, onStep: (step: SettleStep | 'pin') => void): Promise<MoneyAnswer<SettledBill>>;
  /** Undoes a preparation of this caller's; resolves when the journal has it, before the centre's part is undone. */
  abandon(encounterId: string): Promise<void>;
  /**
   * 2208 → 2205 → 2202 of a settlement of ours; of a stay 2305 and what of 2405 → 2302 → 2404 `until` says, missing: the
   * settlement alone. `by`: staff id, or the client's name; `second`: the other staff id, where the desk wants two.
   */
  refund(
    messageId: string,
    by: string,
    second?: string | null,
    until?: RefundUntil,
  ): Promise<MoneyAnswer<RefundedBill>>;
  /**
   * Where an encounter stands, by the journal; a journal that cannot be read is not an empty one. `own`: by what this
   * caller brought alone, whatever others have made of the encounter since; `BILL_NONE` where that is nothing.
   */
  standing(encounterId: string, of?: 'own'): Result<Standing, Failure>;
  /** What happens to a stay before it is settled, by the hospital's own number of it. */
  readonly stay: StayVerbs;
  /** What happens to a visit before its bill, step by step, by the hospital's own number of it. */
  readonly visit: VisitVerbs;
  /** Answers the way to unsubscribe. */
  onEvent(listener: (event: BillingEvent) => void): () => void;
}

/**
 * The verbs of `settlement/stay/port.ts` for a caller who knows the encounter and not our row. A stay is its origin's: the
 * outside HIS's (the desk) or one client's. To any other it is not there (`BILL_NONE`).
 */
export interface StayVerbs {
  /** How far the stay is at the centre by the journal, against what the hospital now says of it; nothing is asked. */
  course(encounter: HisEncounter): Result<StayCourse, Failure>;
  admit(ref: PersonRef, encounter: HisEncounter): Promise<Result<StayFacts, Failure>>;
  change(encounter: HisEncounter): Promise<Result<StayFacts, Failure>>;
  addFees(encounterId: string, lines: readonly HisLine[]): Promise<Result<StayFacts, Failure>>;
  clearFees(encounterId: string): Promise<Result<StayFacts, Failure>>;
  discharge(encounter: HisEncounter): Promise<Result<StayFacts, Failure>>;
  undoDischarge(encounterId: string): Promise<Result<StayFacts, Failure>>;
  cancel(encounterId: string): Promise<Result<void, Failure>>;
}

/**
 * The verbs of `settlement/registration/port.ts` for a caller who knows the encounter and not our row. A registration is
 * its origin's, as a stay is: to any other it is not there (`BILL_NONE`).
 */
export interface VisitVerbs {
  register(ref: PersonRef, encounter: HisRegistration): Promise<Result<StayFacts, Failure>>;
  diagnose(diagnosed: HisDiagnosed): Promise<Result<StayFacts, Failure>>;
  addFees(encounterId: string, lines: readonly HisLine[]): Promise<Result<StayFacts, Failure>>;
  clearFees(encounterId: string): Promise<Result<StayFacts, Failure>>;
  cancel(encounterId: string): Promise<Result<void, Failure>>;
}

/** A stay at the centre, as far as the journal knows; another origin's is none (`none`). Times: `yyyy-MM-dd HH:mm:ss`. */
export interface StayCourse {
  /** `none`: it was never admitted from here, or that was taken back. */
  readonly state: Exclude<StayState, 'cancelled'> | 'none';
  readonly mdtrtId: string | null;
  /** As the centre was told; null: it was not, or nobody knows. */
  readonly admittedAt: string | null;
  readonly dischargedAt: string | null;
  readonly lines: {
    /** How many the centre has, and the newest one's time. */
    readonly there: number;
    readonly through: string | null;
    /** Of the hospital's present lines: how many the centre lacks, or has otherwise. */
    readonly missing: number;
    /** Of the centre's: how many the hospital has no more, or otherwise. */
    readonly other: number;
    /** Nobody knows which the centre has. */
    readonly doubtful: boolean;
  };
  /** The hospital says something of admission or discharge that the centre was not told. */
  readonly changed: boolean;
}

export interface StayFacts {
  readonly encounterId: string;
  /** 就诊ID of the centre. */
  readonly mdtrtId: string;
}

/** Who calls: the desk's screens, or a client of the HIS API by its name. */
export type Caller = { readonly kind: 'desk' } | { readonly kind: 'client'; readonly name: string };

/** The room: hands each caller a `Billing` of its own; the same caller gets the same one. */
export interface BillingRoom {
  for(caller: Caller): Billing;
  /** What the reader says; an own card that goes ends its references. Called by the terminal. */
  cardSeen(generation: number | null): void;
  /** Who has begun the PIN entry that is under way; null: nobody who bills (a resident's session, the staff). */
  enteredBy(): Caller | null;
}
