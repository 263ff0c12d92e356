import { formatDate } from '../../../common/kernel/dates.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { StayRow } from '../../store/stays.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';

/** Where the centre has a stay: its number there, and whether the person is in hospital by it; null where it has none. */
export type Seen = { readonly mdtrtId: string; readonly inHospital: boolean } | null;
export type LookForStay = (row: StayRow) => Promise<Result<Seen, Failure>>;

/** The envelope of a message about a stay. Its visits come and go, so its messages belong to none. */
export const ofStay = ({ insuplcAdmdvs }: StayRow): { visitId: null; insuplcAdmdvs: string } => ({
  visitId: null,
  insuplcAdmdvs,
});

/**
 * Asks 5201 which number the stay has (by ipt_otp_no, which is ours; not one that we cancelled), and 5303 whether the
 * person is in hospital by it. A centre that answers "nothing found" with a refusal is believed when it repeats that
 * after a fresh sign-in, since a stale one is refused too.
 */
export function createLookForStay({ store, clock }: CoreDeps, calls: CentreCalls): LookForStay {
  const askTwice = async <I extends '5201' | '5303'>(ask: () => ReturnType<typeof calls.ask<I>>) => {
    const first = await ask();
    if (!first.ok || first.value.kind !== 'refused') return ok(first);
    calls.forgetSignIn();
    const signed = await calls.signIn();
    return signed.ok ? ok(await ask()) : signed;
  };
  const days = ({ encounter }: StayRow) => ({
    begntime: `${encounter.visitedAt.slice(0, 10)} 00:00:00`,
    endtime: `${formatDate(clock.now())} 23:59:59`,
  });

  const numberOf = async (row: StayRow): Promise<Result<string | null, Failure>> => {
    const { encounter, psnNo } = row;
    const data = { psn_no: psnNo, med_type: encounter.medicalType, ...days(row) };
    const asked = await askTwice(() => calls.ask('5201', ofStay(row), { data }));
    if (!asked.ok) return asked;
    if (!asked.value.ok) return err(inputFailure('HIS_BAD_ANSWER', asked.value.error));
    const answer = asked.value.value;
    if (answer.kind === 'refused') return ok(null);
    if (answer.kind !== 'ok') return err(stepFailure(answer));
    const former = store.stays.formerMdtrtIds(row.encounterId);
    const found = answer.output.data.findLast(
      (one) => one.ipt_otp_no === row.encounterId && !former.includes(one.mdtrt_id),
    );
    return ok(found?.mdtrt_id ?? null);
  };

  const isIn = async (row: StayRow, mdtrtId: string): Promise<Result<boolean, Failure>> => {
    const data = { psn_no: row.psnNo, ...days(row) };
    const asked = await askTwice(() => calls.ask('5303', ofStay(row), { data }));
    if (!asked.ok) return asked;
    if (!asked.value.ok) return err(inputFailure('HIS_BAD_ANSWER', asked.value.error));
    const answer = asked.value.value;
    if (answer.kind === 'refused') return ok(false);
    if (answer.kind !== 'ok') return err(stepFailure(answer));
    const psnNo = unwrapPii(row.psnNo);
    return ok(answer.output.data.some((one) => one.mdtrt_id === mdtrtId && unwrapPii(one.psn_no) === psnNo));
  };

  return async (row) => {
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    const number = row.mdtrtId === null ? await numberOf(row) : ok(row.mdtrtId);
    if (!number.ok) return number;
    if (number.value === null) return ok(null);
    const inHospital = await isIn(row, number.value);
    return inHospital.ok ? ok({ mdtrtId: number.value, inHospital: inHospital.value }) : inHospital;
  };
}
