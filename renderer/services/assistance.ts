import type { AssistanceView } from '../../common/contracts/session/services/assistance.ts';
import type { Fact } from './facts.ts';
import { type WorkedService, workedFace } from './worked.ts';

function medicalFacts({ medical }: AssistanceView): readonly Fact[] {
  if (medical === null) return [];
  const { status, percent, paid } = medical;
  return [
    { name: 'assistance.status', value: { words: `assistance.status.${status}` }, mark: 'status', minor: true },
    { name: 'assistance.medical', value: { words: 'unit.percent', values: { percent } }, mark: 'medical' },
    ...(paid === null ? [] : [{ name: 'assistance.medicalPaid', value: { fen: paid }, mark: 'medicalPaid' } as const]),
  ];
}

/** S9: 低保 of the household, and 医疗救助. */
export const assistanceService: WorkedService<AssistanceView> = {
  summaryOf(answer) {
    const { household, medical } = answer;
    const since: readonly Fact[] =
      household === null
        ? []
        : [{ name: 'worked.since', value: { month: household.since }, mark: 'since', minor: true }];
    return {
      title: { words: household === null ? 'assistance.none' : 'assistance.household' },
      big: household === null ? null : { name: 'assistance.monthly', fen: household.monthly },
      facts: [...since, ...medicalFacts(answer)],
      notes: [],
      illustrative: household?.illustrative === true || medical?.illustrative === true,
    };
  },
  workedOf({ household }) {
    if (household === null) return [];
    const { kind, people, income, standard, monthly } = household;
    return [
      {
        name: 'assistance.monthly',
        fen: monthly,
        formula: 'assistance.how',
        terms: [
          { name: `assistance.standard.${kind}`, value: { fen: standard }, mark: 'standard' },
          { name: 'assistance.income', value: { fen: income }, mark: 'income' },
          { name: 'assistance.people', value: { words: 'unit.people', values: { people } }, mark: 'people' },
        ],
      },
    ];
  },
};

export const assistanceFace = workedFace(assistanceService);
