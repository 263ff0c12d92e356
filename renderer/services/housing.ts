import type { HousingFundView, HousingView, RentView } from '../../common/contracts/session/services/housing.ts';
import { addFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Fact } from './facts.ts';
import { type Summary, type Worked, type WorkedService, workedFace } from './worked.ts';

/** The account: what it holds, and what a month brings. */
function fundParts(fund: HousingFundView): readonly Worked[] {
  const { base, firmPercent, personPercent, firm, person, monthly, opening, years, balance } = fund;
  const deposited = addFen(ZERO_FEN, ...years.map((year) => year.deposited));
  const withdrawn = addFen(ZERO_FEN, ...years.map((year) => year.withdrawn));
  const percent = (name: Fact['name'], value: string, mark: string): Fact => {
    return { name, value: { words: 'unit.percent', values: { percent: value } }, mark };
  };
  return [
    {
      name: 'housing.balance',
      fen: balance,
      formula: 'housing.balance.how',
      terms: [
        { name: 'housing.opening', value: { fen: opening }, mark: 'opening' },
        { name: 'housing.deposited', value: { fen: deposited }, mark: 'deposited' },
        { name: 'housing.withdrawn', value: { fen: withdrawn }, mark: 'withdrawn' },
      ],
    },
    {
      name: 'housing.monthly',
      fen: monthly,
      formula: 'housing.monthly.how',
      terms: [
        { name: 'housing.base', value: { fen: base }, mark: 'base' },
        percent('housing.firmPercent', firmPercent, 'firmPercent'),
        { name: 'housing.firm', value: { fen: firm }, mark: 'firm' },
        percent('housing.personPercent', personPercent, 'personPercent'),
        { name: 'housing.person', value: { fen: person }, mark: 'person' },
      ],
    },
  ];
}

function rentPart({ people, area, areaPerHead, lacking, perSquareMetre, monthly }: RentView): Worked {
  const metres = (name: Fact['name'], value: string, mark: string): Fact => {
    return { name, value: { words: 'unit.area', values: { area: value } }, mark };
  };
  return {
    name: 'housing.rent',
    fen: monthly,
    formula: 'housing.rent.how',
    terms: [
      metres('housing.areaPerHead', areaPerHead, 'areaPerHead'),
      { name: 'housing.people', value: { words: 'unit.people', values: { people } }, mark: 'people' },
      metres('housing.area', area, 'area'),
      metres('housing.lacking', lacking, 'lacking'),
      { name: 'housing.perSquareMetre', value: { fen: perSquareMetre }, mark: 'perSquareMetre' },
    ],
  };
}

function fundSummary(fund: HousingFundView, rent: RentView | null): Summary {
  return {
    title: { words: fund.state === 'paying' ? 'housing.fund' : 'housing.fundPaused' },
    big: { name: 'housing.balance', fen: fund.balance },
    facts: [
      { name: 'housing.monthly', value: { fen: fund.monthly }, mark: 'monthly' },
      { name: 'housing.base', value: { fen: fund.base }, mark: 'base', minor: true },
      ...(rent === null ? [] : [{ name: 'housing.rent', value: { fen: rent.monthly }, mark: 'rent' } as const]),
    ],
    notes: [],
    illustrative: fund.illustrative || rent?.illustrative === true,
  };
}

/** S10: the fund's account and the rent subsidy; of a city that has only one of them, that one. */
export const housingService: WorkedService<HousingView> = {
  summaryOf({ fund, rent, hasFund }) {
    if (fund !== null) return fundSummary(fund, rent);
    if (rent === null) {
      const words = hasFund ? 'housing.none' : 'housing.noRent';
      return { title: { words }, big: null, facts: [], notes: [], illustrative: false };
    }
    return {
      title: { words: 'housing.rent' },
      big: { name: 'housing.rentMonthly', fen: rent.monthly },
      facts: [{ name: 'worked.since', value: { month: rent.since }, mark: 'since' }],
      notes: hasFund ? [{ words: 'housing.noFund' }] : [],
      illustrative: rent.illustrative,
    };
  },
  workedOf: ({ fund, rent }) => [...(fund === null ? [] : fundParts(fund)), ...(rent === null ? [] : [rentPart(rent)])],
};

export const housingFace = workedFace(housingService);
