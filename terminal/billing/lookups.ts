import type { CentreInput, CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { LookupName, LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../settlement/centre-calls.ts';
import type { Person } from './persons.ts';

/** What is asked of the centre about a person beside her bills: queries, which change nothing and may be repeated. */
export type LookUp = (
  person: Person,
  about: LookupName,
  encounter: HisEncounter | null,
) => Promise<Result<readonly LookupRow[], Failure>>;

export interface LookUpDeps {
  readonly clock: Clock;
  readonly calls: Pick<CentreCalls, 'ask' | 'signIn'>;
  readonly institutionCode: string;
}

/** How far back stays and transfers are asked for, ms. */
const YEAR_MS = 366 * 86_400_000;
const MOST_ROWS = 20;
/** 医疗类别 普通门诊, where no bill says another. */
const OUTPATIENT = '11';
/** 基金款项待遇享受标志 trt_enjymnt_flag, in the standard's words. */
const ENJOYED: Readonly<Record<string, string>> = { '0': '不享受', '1': '享受' };
/** 业务申请类型 of 定点: no code table is published; centres that were seen take 03. */
const CHOSEN = '03';

const day = (text: string | undefined | null): string | null => (text ? text.slice(0, 10) : null);
const row = (code: string, name: string, from: string | null, to: string | null, note: string | null): LookupRow => ({
  ...{ code: code.slice(0, 30), name: name.slice(0, 120), from, to },
  note: note === null ? null : note.slice(0, 200),
});

export function createLookUp({ clock, calls, institutionCode }: LookUpDeps): LookUp {
  return async ({ insured }, about, encounter) => {
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    const [{ insutype, insuplcAdmdvs }] = insured.insurances;
    const { psnNo: psn_no } = insured;
    const at = { visitId: null, insuplcAdmdvs };
    const [begntime, endtime] = [formatDateTime(clock.now() - YEAR_MS), formatDateTime(clock.now())];
    /** One query, and its rows by `read`. */
    const ask = async <I extends '2001' | '5301' | '5302' | '5303' | '5304'>(
      infno: I,
      input: CentreInput<I>,
      read: (output: CentreOutput<I>) => readonly LookupRow[],
    ): Promise<Result<readonly LookupRow[], Failure>> => {
      const answer = await calls.ask(infno, at, input);
      if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
      if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
      return ok(read(answer.value.output).slice(0, MOST_ROWS));
    };
    switch (about) {
      case 'benefit': {
        const { medicalType = OUTPATIENT, disease } = encounter ?? {};
        const named = disease == null ? {} : { dise_codg: disease.code, dise_name: disease.name };
        const whose = { psn_no, insutype, fixmedins_code: institutionCode, med_type: medicalType, begntime: endtime };
        return ask('2001', { data: { ...whose, ...named, matn_type: '', birctrl_type: '' } }, ({ data: rows }) =>
          rows.map((one) =>
            row(
              one.fund_pay_type,
              ENJOYED[one.trt_enjymnt_flag] ?? one.trt_enjymnt_flag,
              day(one.begndate),
              day(one.enddate),
              one.trt_chk_rslt ?? null,
            ),
          ),
        );
      }
      case 'chronic':
        return ask('5301', { data: { psn_no } }, ({ feedetail: rows }) =>
          rows.map((one) => row(one.opsp_dise_code, one.opsp_dise_name, day(one.begndate), day(one.enddate), null)),
        );
      case 'designated':
        return ask('5302', { data: { psn_no, biz_appy_type: CHOSEN } }, ({ data: rows }) =>
          rows.map((one) =>
            row(one.fixmedins_code, one.fixmedins_name ?? '', day(one.begndate), day(one.enddate), one.memo ?? null),
          ),
        );
      case 'inHospital':
        return ask('5303', { data: { psn_no, begntime, endtime } }, ({ data: rows }) =>
          rows.map((one) => row(one.mdtrt_id, one.med_type ?? '', day(one.begndate), null, one.ipt_otp_no ?? null)),
        );
      case 'transfer':
        return ask('5304', { data: { psn_no, begntime, endtime } }, ({ data: rows }) =>
          rows.map((one) =>
            row(
              one.reflin_medins_no ?? '',
              one.reflin_medins_name,
              day(one.begndate),
              day(one.enddate),
              one.refl_rea ?? null,
            ),
          ),
        );
    }
  };
}
