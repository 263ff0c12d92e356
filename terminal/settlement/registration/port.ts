import type { HisLine } from '../../../common/contracts/his/his.ts';
import type { HisDiagnosed } from '../../../common/contracts/his/registration.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { RegisterInput } from './steps.ts';

/** One visit that was registered by a verb of its own: its journal row, and the centre's 就诊ID. */
export interface Registration {
  readonly id: number;
  readonly encounterId: string;
  readonly mdtrtId: string;
}

/**
 * What happens to a visit before its bill, where each step is asked for by itself; its bill is prepared, settled and given
 * back by the same core as every other (`Settlements`), and goes on from what is done. A registration outlives card sessions
 * and preparations; it ends by `cancel`, or with the refund of its bill. Each verb is durable before its first byte is
 * sent; one whose answer was lost is found again by a query before it is sent anew. Nothing here throws for an outside
 * cause. HIS_NOTHING_UNPAID while its settlement stands, SETTLEMENT_OPEN while one is undecided.
 */
export interface Registrations {
  /**
   * 2201 门诊挂号. The same encounter again answers with the registration that there is; of another origin's there is none
   * (BILL_NONE), here and in every preparation of its bill. BILL_BUSY: a bill of it is prepared without one.
   */
  register(input: RegisterInput): Promise<Result<Registration, Failure>>;
  /** 2203 门诊就诊信息上传; what the centre was told already is not sent twice. */
  describe(registration: Registration, diagnosed: HisDiagnosed): Promise<Result<Registration, Failure>>;
  /** 2204 门诊费用明细上传; a line that the centre has already is not sent twice. */
  addFees(registration: Registration, lines: readonly HisLine[]): Promise<Result<Registration, Failure>>;
  /** 2205 门诊费用明细撤销: every line that is not settled. */
  clearFees(registration: Registration): Promise<Result<Registration, Failure>>;
  /** 2205 where there are lines, and 2202 门诊挂号撤销. BILL_BUSY: its bill is prepared, and must be abandoned first. */
  cancel(registration: Registration): Promise<Result<void, Failure>>;
}
