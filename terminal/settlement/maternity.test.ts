import { expect, it } from 'vitest';
import { lineFlags, stayMaternity, visitMaternity } from './maternity.ts';

it('what the hospital did not say is not made up', () => {
  expect(visitMaternity(undefined)).toEqual({ birctrl_type: '' });
  expect(stayMaternity(undefined)).toEqual({ matn_type: '', birctrl_type: '', latechb_flag: '0', pret_flag: '0' });
  expect(lineFlags({})).toEqual({ hosp_appr_flag: '1', matn_fee_flag: '0' });
});

it('what it said goes as it is, field by field', () => {
  const said = { type: '2', familyPlanning: '3', on: '2026-03-02', weeks: 12, late: true, premature: false };
  expect(visitMaternity(said)).toEqual({
    ...{ matn_type: '2', birctrl_type: '3', birctrl_matn_date: '2026-03-02', geso_val: '12' },
  });
  expect(stayMaternity(said)).toEqual({
    ...{ matn_type: '2', birctrl_type: '3', birctrl_matn_date: '2026-03-02', geso_val: '12' },
    ...{ latechb_flag: '1', pret_flag: '0' },
  });
  expect(lineFlags({ approval: '2', maternity: true })).toEqual({ hosp_appr_flag: '2', matn_fee_flag: '1' });
});
