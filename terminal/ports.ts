import type { AuditCode } from '../common/contracts/audit.ts';
import type { PrintOutcome } from '../common/contracts/devices/printer.ts';
import type { FailureCode } from '../common/contracts/failures.ts';
import type { HisEncounter } from '../common/contracts/his/his.ts';
import type { Split } from '../common/contracts/session/snapshot.ts';
import type { SlipDocument } from '../common/contracts/slip.ts';
import type { Fen } from '../common/kernel/money.ts';
import type { Pii } from '../common/kernel/pii.ts';
import type { Result } from '../common/kernel/result.ts';

/** What the rooms of the terminal ask of each other. `main.ts` alone builds the concrete things. */

/** A failure that a person meets: its code, and the other side's own words where there are any (shortened). */
export interface Failure {
  readonly code: FailureCode;
  readonly reason: string | null;
}

/**
 * Records an auditable act as a row of the hash chain: part of the caller's `store.transaction`, or of one of its own.
 * Facts hold no personal data.
 */
export type Audit = (code: AuditCode, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

/** The card holder as the card says; always wrapped. */
export interface CardHolder {
  readonly name: string;
  readonly identityNumber: string;
  readonly cardNumber: string;
  /** 卡识别码, 32 hex digits: card_sn, required with mdtrt_cert_type 03. */
  readonly cardId: string;
  readonly regionCode: string | null;
  /** 发卡日期 and 卡有效期 as the chip has them: ISO, or a year alone. */
  readonly issuedOn?: string | null;
  readonly expiresOn?: string | null;
}

/** One insurance in force (psn_insu_stas = 1) as 1101 answers it. */
export interface Insurance {
  readonly insutype: string;
  readonly psnType: string;
  readonly insuplcAdmdvs: string;
  readonly balance: Fen;
}

/** Who the centre says the holder is. `insurances` is ordered by the profile's schemes; the first is in use. */
export interface Insured {
  readonly psnNo: Pii<string>;
  readonly insurances: readonly [Insurance, ...Insurance[]];
}

/** Chinese level of a fee line as 2204 answered it: 01 甲, 02 乙, 03 丙. */
export type FeeLevel = '01' | '02' | '03' | '';

/**
 * How the centre ruled on one fee line (2204). `parts` sum to the line's amount; missing where the answer lacks one of
 * them, or where they do not add up: then nothing of them is shown.
 */
export interface LineRuling {
  readonly level: FeeLevel;
  /** 定价上限金额 pric_uplmt_amt per unit in yuan, where some of the line lies above it. */
  readonly limit?: string | undefined;
  /** 自付比例 selfpay_prop in per cent, "10", where some of the line is to be paid first. */
  readonly share?: string | undefined;
  readonly parts?: FeeScope | undefined;
}

/** Whose an encounter is: a client's of the HIS API by its name, or the outside HIS's (null). */
export type Origin = string | null;

/** A pre-settled encounter, ready to be confirmed. `id` is its row in the journal. */
export interface Prepared {
  readonly id: number;
  readonly encounter: HisEncounter;
  readonly mdtrtId: string;
  readonly insutype: string;
  readonly useAccount: boolean;
  readonly split: Split;
  /** The ruling on each fee line by `lineId`. */
  readonly levels: ReadonlyMap<string, LineRuling>;
  readonly terms: Terms;
}

/** The terms of a settlement as the centre says them, in its own codes. */
export interface Terms {
  /** 参保地医保区划 insuplc_admdvs of the insurance in use. */
  readonly insuredAt: string;
  /** How the bill stands to the scheme's scope, by the pre-settlement. */
  readonly scope: FeeScope | null;
  /** 清算方式 clr_way; null where it does not say. */
  readonly clearingWay: string | null;
  /** What it wrote beside its funds (setl_proc_info): whose rule it is, and why nothing is paid where that is so. */
  readonly words: readonly string[];
}

/** How the bill stands to the scheme's scope (setlinfo: fulamt_ownpay_amt, preselfpay_amt, overlmt_selfpay, inscp_scp_amt). */
export interface FeeScope {
  /** 全自费 */
  readonly ownExpense: Fen;
  /** 先行自付 */
  readonly advanceSelfPay: Fen;
  /** 超限价 */
  readonly overLimit: Fen;
  /** 符合范围 */
  readonly inScope: Fen;
}

/** A settlement whose outcome is final, for screen, slip and records. Amounts are the centre's. */
export interface Settled {
  readonly id: number;
  readonly prepared: Prepared;
  readonly messageId: string;
  readonly setlId: string;
  /** `yyyy-MM-dd HH:mm:ss`, the centre's setl_time. */
  readonly settledAt: string;
  readonly split: Split;
  /** For the slip's official block; null where the answer does not carry it. */
  readonly scope: FeeScope | null;
  /** The split differs from the one that the person confirmed. */
  readonly changed: boolean;
  readonly foundBy: 'answer' | '5203';
  /** 16 base-32 characters, stored with the settlement. */
  readonly checkCode: string;
}

export type SettleResult =
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'notSent'; readonly failure: Failure }
  /** Unknown at first, then fenced by 2601: nothing was paid; a new try is a new intent. */
  | { readonly kind: 'reversed'; readonly messageId: string }
  /** The person is released; recovery goes on and ends in `onResolved`. */
  | { readonly kind: 'unknown'; readonly messageId: string; readonly checkCode: string };

export type PrepareStep = 'hold' | 'register' | 'diagnosis' | 'fees' | 'preSettle';
export type SettleStep = 'recorded' | 'centre' | 'checking';

/** The money core (rooms settlement/, outbox/, store/). Nothing here throws for an outside cause. */
export interface Settlements {
  /** 1101. `PERSON_NOT_INSURED` where no insurance of the profile's schemes is in force. */
  identify(holder: Pii<CardHolder>): Promise<Result<Insured, Failure>>;
  /** An earlier settlement of this encounter is still unknown. */
  isBlocked(encounterId: string): boolean;
  /** hold → 2201 → 2203 → 2204 → 2206, each step durable; re-enters where an earlier attempt stopped (2205 first). */
  prepare(input: {
    readonly holder: Pii<CardHolder>;
    readonly insured: Insured;
    readonly encounter: HisEncounter;
    readonly useAccount: boolean;
    readonly onStep: (step: PrepareStep) => void;
    /** Whose bill it is; the outside HIS's where it is left out. */
    readonly origin?: Origin;
  }): Promise<Result<Prepared, Failure>>;
  /** 2206 again with another answer about the account. */
  reprice(prepared: Prepared, useAccount: boolean): Promise<Result<Prepared, Failure>>;
  /**
   * Intent durable → 2207 → settled | refused | notSent, or 5203/2601 within `limitMs`, else unknown. Who is given
   * `settled` tells that it was seen, and says when it is left: until then nobody else is called.
   */
  settle(prepared: Prepared, limitMs: number, onStep: (step: SettleStep) => void): Promise<SettleResult>;
  /**
   * Undoes a preparation that is not confirmed: 2205, 2202, HIS released. Goes on in the background; `written`: called when
   * the journal has it, or its first attempt is over.
   */
  abandon(prepared: Prepared | { readonly encounterId: string }, written?: () => void): void;
  /** At start: takes up every open settlement and row. Resolves when each has had its first attempt. */
  recover(): Promise<void>;
  /** Called when a settlement that was `unknown` is resolved, whether its session still lives or not. */
  onResolved(listener: (messageId: string, result: SettleResult) => void): void;
}

/** A slip on its way to paper; the row is durable before the first byte. */
export interface PrintJob {
  readonly jobId: string;
  readonly kind: SlipDocument['kind'];
  readonly copy: number;
}

export interface PrintJobs {
  /**
   * Stores the job; `copy` counts up per settlement and kind (0 = original). `by`: staff id of who asks for a copy by
   * hand, which is never the original.
   */
  create(input: {
    readonly settlementId: number | null;
    readonly kind: SlipDocument['kind'];
    readonly checkCode: string | null;
    readonly by?: string;
  }): PrintJob;
  /** Stores the outcome and, in the same transaction, the operator's record of kind `print`. */
  finish(jobId: string, outcome: PrintOutcome): void;
}

/** Ms of one step: wall, and our own share (wall minus card, printer and the other side's Server-Timing). */
export type Timing = (step: string, ms: number, ownMs: number) => void;
