import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { RegistrationRow } from '../../store/registrations.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';

/** The envelope of a message about a registration. Its preparations come and go, so its messages belong to none. */
export const ofRegistration = ({ insuplcAdmdvs }: RegistrationRow): { visitId: null; insuplcAdmdvs: string } => ({
  visitId: null,
  insuplcAdmdvs,
});

/** The centre's number of a registration that is not cancelled there; null where it has none. */
export type LookForRegistration = (row: RegistrationRow) => Promise<Result<string | null, Failure>>;

/**
 * Asks 5201 whether the centre has the registration: by ipt_otp_no, which is ours, and by no number that another
 * registration or preparation of ours has or had. A centre that answers "nothing found" with a refusal is believed when it
 * repeats that after a fresh sign-in, since a stale one is refused too.
 */
export function createLookForRegistration({ store }: CoreDeps, calls: CentreCalls): LookForRegistration {
  const ask = (row: RegistrationRow) => {
    const day = row.begunAt.slice(0, 10);
    const days = { begntime: `${day} 00:00:00`, endtime: `${day} 23:59:59` };
    const { medicalType } = row.described ?? row.told;
    return calls.ask('5201', ofRegistration(row), { data: { psn_no: row.psnNo, med_type: medicalType, ...days } });
  };

  return async (row) => {
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    let asked = await ask(row);
    if (asked.ok && asked.value.kind === 'refused') {
      calls.forgetSignIn();
      const anew = await calls.signIn();
      if (!anew.ok) return anew;
      asked = await ask(row);
    }
    if (!asked.ok) return err(inputFailure('HIS_BAD_ANSWER', asked.error));
    if (asked.value.kind === 'refused') return ok(null);
    if (asked.value.kind !== 'ok') return err(stepFailure(asked.value));
    const { encounterId, mdtrtId } = row;
    const former = [...store.visits.formerMdtrtIds(encounterId, 0), ...store.registrations.mdtrtIds(encounterId)];
    const found = asked.value.output.data.findLast((one) =>
      mdtrtId === null ? one.ipt_otp_no === encounterId && !former.includes(one.mdtrt_id) : one.mdtrt_id === mdtrtId,
    );
    return ok(found?.mdtrt_id ?? null);
  };
}
