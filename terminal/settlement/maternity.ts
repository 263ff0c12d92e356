import type { HisMaternity } from '../../common/contracts/his/maternity.ts';

type Said = HisMaternity | undefined;

const flag = (said: boolean | undefined): '0' | '1' => (said === true ? '1' : '0');

/** 生育 as 2203 says it of a visit; what the hospital did not say is left out, or empty where the field must be there. */
export function visitMaternity(said: Said) {
  return {
    birctrl_type: said?.familyPlanning ?? '',
    ...(said?.on === undefined ? {} : { birctrl_matn_date: said.on }),
    ...(said?.type === undefined ? {} : { matn_type: said.type }),
    ...(said?.weeks === undefined ? {} : { geso_val: String(said.weeks) }),
  };
}

/** The same as 2401, 2403 and 2402 say it of a stay. */
export function stayMaternity(said: Said) {
  return {
    matn_type: said?.type ?? '',
    birctrl_type: said?.familyPlanning ?? '',
    latechb_flag: flag(said?.late),
    ...(said?.weeks === undefined ? {} : { geso_val: String(said.weeks) }),
    pret_flag: flag(said?.premature),
    ...(said?.on === undefined ? {} : { birctrl_matn_date: said.on }),
  };
}

/** What a fee line says beside its price: 医院审批标志, as the clients that were seen send it where nobody said, and 生育费用标志. */
export function lineFlags(line: { readonly approval?: string | undefined; readonly maternity?: boolean | undefined }) {
  return { hosp_appr_flag: line.approval ?? '1', matn_fee_flag: flag(line.maternity) };
}
