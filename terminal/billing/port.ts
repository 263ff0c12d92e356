import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Failure, LineRuling, Prepared, PrepareStep, SettleStep, Terms } from '../ports.ts';

/**
 * What a billing desk and a hospital's own system may do with a person's bills: one room for both, on the money core.
 * Whoever calls names persons and bills by the references given here, never by a person's number.
 */

/** Good while its card lies in the reader, or until it is let go of. */
export type PersonRef = string & { readonly brand?: 'PersonRef' };

/** The person at the desk, masked; clear values come only by `reveal` and by their own scope. */
export interface BilledPerson {
  readonly ref: PersonRef;
  readonly maskedName: string;
  readonly maskedNumber: string;
  readonly sex: string | null;
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
  readonly lineId: string;
  readonly name: string;
  /** In yuan, exact decimals as the hospital gave them. */
  readonly count: string;
  readonly unitPrice: string;
  readonly hospital: Fen;
  /** Round half up of count × price: what the centre will take. */
  readonly computed: Fen;
}

/** A pre-settled bill. */
export interface Quote {
  readonly encounterId: string;
  readonly prepared: Prepared;
  readonly split: Split;
  readonly rulings: ReadonlyMap<string, LineRuling>;
  readonly terms: Terms;
}

/**
 * How a movement of money ended: these three and never anything else. `next` is what the caller does now, by name:
 * `done` nothing · `again` it may be tried anew, nothing was paid · `wait` ask `state` until it is known, and never bill
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
  /** `yyyy-MM-dd HH:mm:ss`, the centre's. */
  readonly settledAt: string;
  readonly split: Split;
  readonly checkCode: string;
  /** The split differs from the one that was pre-settled. */
  readonly changed: boolean;
}

export interface RefundedBill {
  readonly encounterId: string;
  readonly messageId: string;
  readonly refundedAt: string;
  readonly cashReturned: Fen;
}

/** Where a bill stands, from the journal. */
export type BillState = 'none' | 'prepared' | 'settling' | 'unknown' | 'settled' | 'refunding' | 'refunded' | 'people';

/** Nothing here throws for an outside cause. One encounter is in one caller's hands at a time: `BILL_BUSY` to others. */
export interface Billing {
  /** Reads the card in the reader and asks 1101. The same card gives the same reference. */
  person(): Promise<Result<BilledPerson, Failure>>;
  /** Lets the person go: nothing of her is kept, prepared bills are abandoned. */
  letGo(ref: PersonRef): void;
  /** Unpaid encounters as the HIS has them. */
  unpaid(ref: PersonRef): Promise<Result<readonly HisEncounter[], Failure>>;
  /** Compares every line and the total to the fen; no message is sent. Empty: nothing differs. */
  compare(encounter: HisEncounter): readonly LineDifference[];
  /** hold → registration → diagnoses → fees → pre-settlement; for a stay, what of admission to discharge is still missing. */
  prepare(input: {
    readonly ref: PersonRef;
    readonly encounter: HisEncounter;
    readonly useAccount: boolean;
    readonly onStep: (step: PrepareStep) => void;
  }): Promise<Result<Quote, Failure>>;
  /** 2206 or 2303 again, with another answer about the account. */
  reprice(quote: Quote, useAccount: boolean): Promise<Result<Quote, Failure>>;
  /** Settles; PIN first where the site asks for one before the account is touched (the pad is the terminal's own). */
  settle(quote: Quote, onStep: (step: SettleStep) => void): Promise<MoneyAnswer<SettledBill>>;
  /** Undoes a preparation. */
  abandon(encounterId: string): void;
  /** 2208 → 2205 → 2202 of a settlement of ours, or 2305 → 2405 → 2302 → 2404. `by`: staff id, or the client's name. */
  refund(messageId: string, by: string): Promise<MoneyAnswer<RefundedBill>>;
  /** Where an encounter stands. */
  state(encounterId: string): BillState;
}
