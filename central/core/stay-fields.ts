import { formatDateTime, parseDateTime } from '../../common/kernel/dates.ts';
import { textOf } from './envelope.ts';
import { type JsonObject, numberText, storedObject } from './json.ts';
import type { VisitRow } from './ledger.ts';
import type { StayRow } from './stay.ts';

/** 在院状态 as this centre answers it; its code table is not published. */
const STATE = { inHospital: '1', left: '0' } as const;
const DAY_MS = 86_400_000;

/** The moment up to which an encounter goes: of a stay the discharge, of a visit its beginning. */
export function stayLast(stay: StayRow | null, visit: VisitRow): string {
  return stay?.dischargedAt ?? visit.begunAt;
}

/** Days from admission to discharge, or to now; a stay of hours is one day. */
function daysOf(visit: VisitRow, until: string): number {
  const day = (moment: string): number => parseDateTime(`${moment.slice(0, 10)} 00:00:00`) ?? 0;
  return Math.max(1, Math.round((day(until) - day(visit.begunAt)) / DAY_MS));
}

/** What 5201 says of a stay beside, or instead of, a visit's fields. */
export function stayFields(visit: VisitRow, stay: StayRow, now: number): JsonObject {
  const [admission, discharge] = [storedObject(stay.admission), storedObject(stay.discharge)];
  const until = stay.dischargedAt ?? formatDateTime(now);
  const latest = (name: string): string => textOf(discharge, name) || textOf(admission, name);
  const flag = (name: string): string => latest(name) || '0';
  return {
    coner_name: textOf(admission, 'coner_name') || null,
    tel: textOf(admission, 'tel') || null,
    endtime: until,
    ars_year_ipt_flag: visit.begunAt.slice(0, 4) === until.slice(0, 4) ? '0' : '1',
    medrcdno: textOf(admission, 'medrcdno') || null,
    adm_bed: textOf(admission, 'adm_bed'),
    dscg_maindiag_code: textOf(admission, 'dscg_maindiag_code'),
    dscg_maindiag_name: textOf(admission, 'dscg_maindiag_name'),
    dscg_dept_codg: textOf(discharge, 'dscg_dept_codg') || null,
    dscg_dept_name: textOf(discharge, 'dscg_dept_name') || null,
    dscg_bed: textOf(discharge, 'dscg_bed') || null,
    dscg_way: textOf(discharge, 'dscg_way') || '9',
    main_cond_dscr: textOf(admission, 'main_cond_dscr') || null,
    oprn_oprt_code: latest('oprn_oprt_code') || null,
    oprn_oprt_name: latest('oprn_oprt_name') || null,
    inhosp_stas: stay.dischargedAt === null ? STATE.inHospital : STATE.left,
    die_date: textOf(discharge, 'die_date') || null,
    ipt_days: numberText(String(daysOf(visit, until))),
    fpsc_no: latest('fpsc_no') || null,
    matn_type: flag('matn_type'),
    birctrl_type: flag('birctrl_type'),
    latechb_flag: flag('latechb_flag'),
    geso_val: discharge['geso_val'] ?? admission['geso_val'] ?? null,
    fetts: discharge['fetts'] ?? admission['fetts'] ?? null,
    fetus_cnt: discharge['fetus_cnt'] ?? admission['fetus_cnt'] ?? null,
    pret_flag: flag('pret_flag'),
    birctrl_matn_date: latest('birctrl_matn_date') || null,
    cop_flag: textOf(discharge, 'cop_flag') || '0',
  };
}
