import type { CentreInput, CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { LookupRow } from '../../common/contracts/desk/lookups.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { withoutName } from '../../common/kernel/masking.ts';
import { type Pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CodeTables } from '../codes/code-tables.ts';
import type { Failure } from '../ports.ts';
import { type CentreCalls, inputFailure, stepFailure } from '../settlement/centre-calls.ts';
import type { StayRows } from '../store/stays.ts';
import { failed } from './answers.ts';
import * as read from './lookup-rows.ts';
import type { Person } from './persons.ts';
import type { LookupQuestion } from './port.ts';
import { nameless } from './words.ts';

/** Queries, which change nothing and may be repeated. Every row, in order. */
export type LookUp = (person: Person, question: LookupQuestion) => Promise<Result<readonly LookupRow[], Failure>>;

export interface LookUpDeps {
  readonly clock: Clock;
  readonly calls: Pick<CentreCalls, 'ask' | 'signIn'>;
  readonly codes: Pick<CodeTables, 'label'>;
  readonly stays: Pick<StayRows, 'open'>;
  readonly institutionCode: string;
  /** 5302 业务申请类型, a code of the place. */
  readonly designatedType: string;
}

/** How far back stays and transfers are asked for, ms. */
const YEAR_MS = 366 * 86_400_000;
/** 医疗类别 普通门诊, where no bill says another. */
export const PLAIN_VISIT = { medicalType: '11', disease: null } as const;

type Asked = '2001' | '5301' | '5302' | '5303' | '5304';

export function createLookUp({ clock, calls, codes, stays, institutionCode, designatedType }: LookUpDeps): LookUp {
  const admitted = (encounterId: string, mdtrtId: string): boolean => stays.open(encounterId)?.mdtrtId === mdtrtId;

  return async ({ insured, visitor: { holder } }, { about, of }) => {
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    const [{ insutype, insuplcAdmdvs }] = insured.insurances;
    const { psnNo: psn_no } = insured;
    const reading = { today: formatDate(clock.now()), codes, institutionCode, admitted };
    const span = { begntime: formatDateTime(clock.now() - YEAR_MS), endtime: formatDateTime(clock.now()) };
    const { name } = unwrapPii(holder);

    /** One query, and its rows by `rowsOf`. An answer about somebody else is none. */
    const ask = async <I extends Asked>(
      infno: I,
      input: CentreInput<I>,
      rowsOf: (output: CentreOutput<I>) => { rows: readonly LookupRow[]; whose: readonly { psn_no: Pii<string> }[] },
    ): Promise<Result<readonly LookupRow[], Failure>> => {
      const answer = await calls.ask(infno, { visitId: null, insuplcAdmdvs }, input);
      if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
      if (answer.value.kind !== 'ok') return err(nameless(stepFailure(answer.value), holder));
      const { rows, whose } = rowsOf(answer.value.output);
      const others = whose.some((row) => unwrapPii(row.psn_no) !== unwrapPii(psn_no));
      if (others) return err(failed('CENTRE_OTHER_PERSON'));
      return ok(
        read.inOrder(rows.map((row) => ({ ...row, note: row.note === null ? null : withoutName(row.note, name) }))),
      );
    };

    switch (about) {
      case 'benefit': {
        const { medicalType, disease, at } = of ?? { ...PLAIN_VISIT, at: span.endtime };
        const named = disease === null ? {} : { dise_codg: disease.code, dise_name: disease.name };
        const whose = { psn_no, insutype, fixmedins_code: institutionCode, med_type: medicalType, begntime: at };
        return ask('2001', { data: { ...whose, ...named, matn_type: '', birctrl_type: '' } }, ({ data }) => ({
          rows: read.benefitRows(reading, data),
          whose: data,
        }));
      }
      case 'chronic':
        return ask('5301', { data: { psn_no } }, ({ feedetail }) => ({
          rows: read.chronicRows(reading, feedetail),
          whose: [],
        }));
      case 'designated':
        return ask('5302', { data: { psn_no, biz_appy_type: designatedType } }, ({ data }) => ({
          rows: read.designatedRows(reading, data),
          whose: data,
        }));
      case 'inHospital':
        return ask('5303', { data: { psn_no, ...span } }, ({ data }) => ({
          rows: read.stayRows(reading, data),
          whose: data,
        }));
      case 'transfer':
        return ask('5304', { data: { psn_no, ...span } }, ({ data }) => ({
          rows: read.transferRows(reading, data),
          whose: data,
        }));
    }
  };
}
