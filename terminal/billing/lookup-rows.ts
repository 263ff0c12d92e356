import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { CodeTables } from '../codes/code-tables.ts';

/** Answers of 2001 and 5301 to 5304 as rows: the centre's codes, their words, and whether each holds on a day. */

export interface Reading {
  /** `yyyy-MM-dd`, the terminal's own. */
  readonly today: string;
  readonly codes: Pick<CodeTables, 'label'>;
  readonly institutionCode: string;
  /** Whether this terminal admitted her under this number of the hospital's and of the centre's. */
  readonly admitted: (encounterId: string, mdtrtId: string) => boolean;
}

type Rows<I extends '2001' | '5302' | '5303' | '5304'> = CentreOutput<I>['data'];

const date = (text: string | null | undefined): string | null => (text ? text.slice(0, 10) : null);
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
const note = (text: string | null | undefined): string | null => (text ? cut(text, 200) : null);
/** 0 否, 1 是; anything else says nothing. */
const flag = (text: string | null | undefined): boolean | null => (text === '1' ? true : text === '0' ? false : null);

const NOTHING_SAID = { insutype: null, medicalType: null, here: null, elsewhere: null, note: null } as const;

function spanOf(
  { today }: Pick<Reading, 'today'>,
  {
    begndate,
    enddate,
  }: { readonly begndate?: string | null | undefined; readonly enddate?: string | null | undefined },
): Pick<LookupRow, 'from' | 'to' | 'standing'> {
  const [from, to] = [date(begndate), date(enddate)];
  if (to !== null && to < today) return { from, to, standing: 'ended' };
  return { from, to, standing: from !== null && from > today ? 'notYet' : 'holds' };
}

/** trt_enjymnt_flag: 1 享受; anything else does not pay. */
export function benefitRows(reading: Reading, rows: Rows<'2001'>): readonly LookupRow[] {
  return rows.map(({ fund_pay_type: code, trt_enjymnt_flag, trt_chk_rslt, ...span }) => {
    const held = spanOf(reading, span);
    const name = cut(reading.codes.label('fund_pay_type', code) ?? code, 120);
    const standing = trt_enjymnt_flag === '1' ? held.standing : 'denied';
    return { ...NOTHING_SAID, ...held, code, name, standing, note: note(trt_chk_rslt) };
  });
}

export function chronicRows(reading: Reading, rows: CentreOutput<'5301'>['feedetail']): readonly LookupRow[] {
  return rows.map(({ opsp_dise_code, opsp_dise_name, ...span }) => ({
    ...NOTHING_SAID,
    ...{ code: cut(opsp_dise_code, 30), name: cut(opsp_dise_name, 120) },
    ...spanOf(reading, span),
  }));
}

export function designatedRows(reading: Reading, rows: Rows<'5302'>): readonly LookupRow[] {
  return rows.map(({ fixmedins_code: code, fixmedins_name, insutype, memo, ...span }) => ({
    ...NOTHING_SAID,
    ...{ code, name: cut(fixmedins_name ?? code, 120), insutype: insutype || null, note: note(memo) },
    ...{ here: code === reading.institutionCode },
    ...spanOf(reading, span),
  }));
}

export function stayRows(reading: Reading, rows: Rows<'5303'>): readonly LookupRow[] {
  return rows.map(({ mdtrt_id: code, med_type, insutype, begndate, ipt_otp_no, out_flag }) => {
    const medicalType = med_type ?? '';
    return {
      ...{ code, name: cut(reading.codes.label('med_type', medicalType) ?? medicalType, 120) },
      ...{ insutype: insutype || null, medicalType: medicalType || null, note: note(ipt_otp_no) },
      // One that another desk of this hospital admitted is not in this journal: then nothing is said.
      here: ipt_otp_no && reading.admitted(ipt_otp_no, code) ? true : null,
      elsewhere: flag(out_flag),
      ...spanOf(reading, { begndate: begndate ?? null }),
    };
  });
}

export function transferRows(reading: Reading, rows: Rows<'5304'>): readonly LookupRow[] {
  return rows.map((row) => {
    const { reflin_medins_no, reflin_medins_name, insutype, out_flag, refl_rea, hosp_agre_refl_flag, ...span } = row;
    const held = spanOf(reading, span);
    return {
      ...{ code: cut(reflin_medins_no ?? '', 30), name: cut(reflin_medins_name, 120) },
      ...{ insutype: insutype || null, medicalType: null, note: note(refl_rea) },
      ...{ here: reflin_medins_no ? reflin_medins_no === reading.institutionCode : null, elsewhere: flag(out_flag) },
      ...{ ...held, standing: flag(hosp_agre_refl_flag) === false ? 'denied' : held.standing },
    };
  });
}

const RANK: Readonly<Record<LookupRow['standing'], number>> = { holds: 0, notYet: 1, denied: 2, ended: 3 };

/** What holds first, then what begins later, then what is denied, then what is past; the newest first in each. */
export function inOrder(rows: readonly LookupRow[]): readonly LookupRow[] {
  return [...rows].sort((a, b) => RANK[a.standing] - RANK[b.standing] || (b.from ?? '').localeCompare(a.from ?? ''));
}
