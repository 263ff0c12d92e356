import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Insurance, Settlements } from '../ports.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import { type CoreSettings, failure } from './deps.ts';
import { identifyInput } from './inputs.ts';
import type { PrepareInput } from './prepare-input.ts';

/** psn_insu_stas "1": in force. The others are paused, stopped or ended. */
const IN_FORCE = '1';

/** A centre that was started anew, or a day that ended there before here: it wants 签到 again. */
const SIGN_IN = '签到';

/** 1101: who the holder is at the centre, and which of the profile's schemes are in force, in the profile's order. */
export function createIdentify(calls: CentreCalls, { schemes }: CoreSettings): Settlements['identify'] {
  return async (holder) => {
    const query = async () => {
      const signed = await calls.signIn();
      if (!signed.ok) return signed;
      const answer = await calls.ask('1101', { visitId: null, insuplcAdmdvs: null }, identifyInput(holder));
      return answer.ok ? answer : err(inputFailure('CARD_INCOMPLETE', answer.error));
    };
    let answer = await query();
    if (answer.ok && answer.value.kind === 'refused' && answer.value.message.includes(SIGN_IN)) {
      calls.forgetSignIn();
      answer = await query();
    }
    if (!answer.ok) return answer;
    if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
    const { baseinfo, insuinfo } = answer.value.output;
    const asked = unwrapPii(holder).identityNumber.toUpperCase();
    if (unwrapPii(baseinfo.certno).toUpperCase() !== asked) return err(failure('CENTRE_OTHER_PERSON'));
    const [first, ...others] = schemes.flatMap((insutype) =>
      insuinfo
        .filter((row) => row.insutype === insutype && row.psn_insu_stas === IN_FORCE)
        .map(
          (row): Insurance => ({
            insutype: row.insutype,
            psnType: row.psn_type,
            insuplcAdmdvs: row.insuplc_admdvs,
            balance: row.balc,
          }),
        ),
    );
    if (first === undefined) return err(failure('PERSON_NOT_INSURED'));
    return ok({ psnNo: baseinfo.psn_no, insurances: [first, ...others] });
  };
}

/** Whether a preparation that was left may be gone on with: same origin, person and scheme, still a visit or still a stay. */
export function belongsTo(visit: VisitRow, { insured, encounter, origin = null }: PrepareInput): boolean {
  const [insurance] = insured.insurances;
  return (
    visit.origin === origin &&
    (visit.form === 'inpatient') === (encounter.stay !== undefined) &&
    unwrapPii(visit.psnNo) === unwrapPii(insured.psnNo) &&
    visit.insutype === insurance.insutype &&
    visit.insuplcAdmdvs === insurance.insuplcAdmdvs
  );
}
