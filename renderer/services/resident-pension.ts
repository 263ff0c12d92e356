import type { ResidentPensionView } from '../../common/contracts/session/services/resident-pension.ts';
import { addFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Fact } from './facts.ts';
import { type Summary, type Worked, type WorkedService, workedFace } from './worked.ts';

function totalPart({ sums, account, state }: ResidentPensionView): readonly Worked[] {
  if (sums === null) return [];
  const { base, divisor, fromAccount, total } = sums;
  const terms: readonly Fact[] = [
    { name: 'residentPension.base', value: { fen: base }, mark: 'base' },
    { name: 'residentPension.account', value: { fen: account }, mark: 'account' },
    { name: 'residentPension.divisor', value: { text: divisor }, mark: 'divisor' },
    { name: 'residentPension.fromAccount', value: { fen: fromAccount }, mark: 'fromAccount' },
  ];
  const name = state === 'drawing' ? 'residentPension.total' : 'residentPension.wouldBe';
  return [{ name, fen: total, formula: 'residentPension.total.how', terms }];
}

function accountPart({ opening, years, account }: ResidentPensionView): Worked {
  const paid = addFen(ZERO_FEN, ...years.map((year) => year.paid));
  return {
    name: 'residentPension.account',
    fen: account,
    formula: 'residentPension.account.how',
    terms: [
      { name: 'residentPension.opening', value: { fen: opening }, mark: 'opening' },
      { name: 'residentPension.paid', value: { fen: paid }, mark: 'paid' },
    ],
  };
}

function bigOf({ state, sums }: ResidentPensionView): Summary['big'] {
  if (sums === null) return null;
  return { name: state === 'drawing' ? 'residentPension.total' : 'residentPension.wouldBe', fen: sums.total };
}

/** S8: the residents' pension: what it gives, the account, and between which limits one pays. */
export const residentPensionService: WorkedService<ResidentPensionView> = {
  summaryOf(answer) {
    const { state, years, account, from, limits, sums } = answer;
    const notes = limits.map(({ limit, percent }) => ({
      words: `residentPension.${limit}` as const,
      values: { percent },
    }));
    const title = { words: `residentPension.${state}` } as const;
    if (from === null) return { title, big: null, facts: [], notes, illustrative: false };
    return {
      title,
      big: bigOf(answer),
      facts: [
        { name: 'residentPension.account', value: { fen: account }, mark: 'account' },
        {
          name: 'residentPension.years',
          value: { words: 'residentPension.yearCount', values: { years: years.length } },
          mark: 'years',
          minor: true,
        },
        { name: 'residentPension.from', value: { month: from }, mark: 'from' },
      ],
      notes: state === 'paying' ? notes : [],
      illustrative: sums?.illustrative === true,
    };
  },
  workedOf: (answer) => (answer.from === null ? [] : [...totalPart(answer), accountPart(answer)]),
};

export const residentPensionFace = workedFace(residentPensionService);
