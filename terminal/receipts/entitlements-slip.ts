import type { EntitlementsView } from '../../common/contracts/session/services/entitlements.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import type { Paper } from './paper.ts';
import type { Say } from './say.ts';

/** Each sum with what it is: a rule, a standard, an average; and whether anybody states it. */
function standardRows(say: Say, { standards }: EntitlementsView): readonly SlipBlock[] {
  if (standards.length === 0) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('entitledStandards'), bold: true },
    ...standards.flatMap(({ name, per, amount, kind, illustrative }): SlipBlock[] => [
      { kind: 'amount', label: name, value: formatFen(amount) },
      {
        kind: 'line',
        text: [say(`per.${per}`), say(`figure.${kind}`), ...(illustrative ? [say('figureIllustrative')] : [])].join(
          '　',
        ),
      },
    ]),
  ];
}

/** S9: what was paid, the sums of the city. */
export function entitlementsInformation({ say }: Paper, answer: EntitlementsView): Information {
  const { payments, standards } = answer;
  return {
    title: say('titleEntitlements'),
    body: [
      ...(payments.length === 0 ? [{ kind: 'line', text: say('entitledNone') } as const] : []),
      ...paidRows(say, payments),
      ...standardRows(say, answer),
      ...(standards.some(({ illustrative }) => illustrative)
        ? [{ kind: 'line', text: say('slipIllustrative'), bold: true } as const]
        : []),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: answer.city }],
    asOf: answer.asOf,
  };
}
