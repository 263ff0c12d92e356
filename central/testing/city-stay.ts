import { compactDateTime } from '../../common/kernel/dates.ts';
import type { makeCityKit } from './city-kit.ts';
import { node } from './inputs.ts';
import { type Reply, show } from './kit.ts';
import { stayInputs, wholeLine } from './stay-kit.ts';

/** One stay of somebody insured in a city, wholly inside the scope: for tests. */
export interface CityStay {
  readonly amount?: string;
  /** Days of admission and discharge. */
  readonly from: string;
  readonly until: string;
  readonly medType?: string;
  readonly insutype?: string;
}

/** 2401 to 2304; the answer and the message id of the last. */
export function cityStay(
  kit: ReturnType<typeof makeCityKit>,
  { amount = '5000.00', from, until, medType = '21', insutype = '310' }: CityStay,
): { readonly mdtrtId: string; readonly msgid: string; readonly reply: Reply } {
  const { lines, sums } = wholeLine(amount);
  const number = `ZY${compactDateTime(Date.parse(`${from}T09:00:00+08:00`))}`;
  const begun = { begntime: `${from} 09:00:00`, med_type: medType, insutype };
  const mdtrtId = show(node(kit.send('2401', stayInputs.admit(number, begun)).output, 'result')['mdtrt_id']);
  kit.send('2301', stayInputs.fees(mdtrtId, lines, medType));
  kit.send('2402', stayInputs.discharge(mdtrtId, { endtime: `${until} 10:00:00`, insutype }));
  const settlement = stayInputs.settle(mdtrtId, sums, { dscg_time: until, insutype });
  return { mdtrtId, ...kit.sendWith('2304', settlement) };
}
