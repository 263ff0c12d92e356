import type { HousingFundView, HousingView, RentView } from '../../common/contracts/session/services/housing.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import { type Paper, withUnit } from './paper.ts';
import { illustrativeRow, row, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

function fundRows(say: Say, fund: HousingFundView): readonly SlipBlock[] {
  const { state, since, base, firmPercent, personPercent, firm, person, monthly, opening, years, balance } = fund;
  return [
    { kind: 'big', label: say('housingBalance'), value: withUnit(say, balance) },
    { kind: 'line', text: say('housingNoInterest') },
    row(say('housingState'), say(`housingState.${state}`)),
    sumRow(say, say('housingMonthly'), monthly),
    termRow(say('housingBase'), base),
    termRow(say('housingFirm', { percent: firmPercent }), firm),
    termRow(say('housingPerson', { percent: personPercent }), person),
    { kind: 'rule', style: 'dashed' },
    termRow(say('housingOpening', { since }), opening),
    ...years
      .toReversed()
      .flatMap(({ year, deposited, withdrawn }): readonly SlipBlock[] => [
        termRow(say('housingYear', { year }), deposited),
        ...(withdrawn === 0 ? [] : [termRow(say('housingWithdrawn', { year }), withdrawn)]),
      ]),
  ];
}

function rentRows(say: Say, rent: RentView): readonly SlipBlock[] {
  const { since, people, area, areaPerHead, lacking, perSquareMetre, monthly } = rent;
  return [
    sumRow(say, say('housingRent'), monthly),
    termRow(say('housingPerHead'), say('slipArea', { area: areaPerHead })),
    termRow(say('housingPeople'), say('slipPeople', { people: String(people) })),
    termRow(say('housingArea'), say('slipArea', { area })),
    termRow(say('housingLacking'), say('slipArea', { area: lacking })),
    termRow(say('housingPerMetre'), perSquareMetre),
    row(say('slipFrom'), since),
  ];
}

/** S10: the fund's account year by year, and the rent subsidy with what it was worked out from. */
export function housingInformation(paper: Paper, { city, fund, rent, payments, asOf }: HousingView): Information {
  const { say } = paper;
  return {
    title: say('titleHousing'),
    body: [
      ...(fund === null && rent === null ? [{ kind: 'line', text: say('housingNone') } as const] : []),
      ...(fund === null ? [] : fundRows(say, fund)),
      ...(fund === null || rent === null ? [] : [{ kind: 'rule', style: 'dashed' } as const]),
      ...(rent === null ? [] : rentRows(say, rent)),
      ...paidRows(say, payments),
      ...illustrativeRow(paper, fund?.illustrative === true || rent?.illustrative === true),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
