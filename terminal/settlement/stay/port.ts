import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CardHolder, Failure, Insured, Origin } from '../../ports.ts';

/** One hospital stay (住院) that the centre knows: its journal row, and the centre's 就诊ID. */
export interface Stay {
  readonly id: number;
  readonly encounterId: string;
  readonly mdtrtId: string;
}

/**
 * What happens to a stay before it is settled; a stay is settled and given back by the same core as a visit
 * (`Settlements`, with 2303, 2304 and 2305). Each verb is durable before its first byte is sent; one whose answer was
 * lost is found again by a query before it is sent anew. Nothing here throws for an outside cause.
 */
export interface Stays {
  /**
   * 2401 入院办理. The same encounter again answers with the stay that there is; of another origin's there is none
   * (`BILL_NONE`), here and in every preparation of its bill.
   */
  admit(input: {
    readonly holder: Pii<CardHolder>;
    readonly insured: Insured;
    readonly encounter: HisEncounter;
    /** Whose stay it is; the outside HIS's where it is left out. */
    readonly origin?: Origin;
  }): Promise<Result<Stay, Failure>>;
  /** 2403 住院信息变更: department, doctor, bed, diagnoses as `encounter` now has them. */
  change(stay: Stay, encounter: HisEncounter): Promise<Result<Stay, Failure>>;
  /** 2301 住院费用明细上传, the lines of one or more days; a line that the centre has already is not sent twice. */
  addFees(stay: Stay, lines: readonly HisLine[]): Promise<Result<Stay, Failure>>;
  /** 2302 住院费用明细撤销: every line that is not settled. */
  clearFees(stay: Stay): Promise<Result<Stay, Failure>>;
  /** 2402 出院办理. */
  discharge(stay: Stay, encounter: HisEncounter): Promise<Result<Stay, Failure>>;
  /** 2405 出院撤销: the person is in hospital again. Refused while a settlement stands or is unknown. */
  undoDischarge(stay: Stay): Promise<Result<Stay, Failure>>;
  /** 2404 入院撤销. Refused while a settlement stands or is unknown. */
  cancel(stay: Stay): Promise<Result<void, Failure>>;
}
