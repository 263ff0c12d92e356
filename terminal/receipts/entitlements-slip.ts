import type { EntitlementsView } from '../../common/contracts/session/services/entitlements.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import { type Paper, withUnit } from './paper.ts';
import type { Say } from './say.ts';

function injuryRows(say: Say, { injury }: EntitlementsView): readonly SlipBlock[] {
  if (injury === null) return [];
  const { grade, month, lumpSum, allowance } = injury;
  return [
    { kind: 'amount', label: say('entitledInjury'), value: say('entitledGrade', { grade: String(grade) }), bold: true },
    { kind: 'amount', label: say('entitledInjuryMonth'), value: month, indent: true },
    ...(lumpSum === null
      ? []
      : [{ kind: 'amount', label: say('entitledLumpSum'), value: withUnit(say, lumpSum), indent: true } as const]),
    ...(allowance === null
      ? []
      : [{ kind: 'amount', label: say('entitledAllowance'), value: withUnit(say, allowance), indent: true } as const]),
  ];
}

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

/** S8 to S10, the rest: injury, what was paid, the sums of the city. */
export function entitlementsInformation({ say }: Paper, answer: EntitlementsView): Information {
  const { injury, payments, standards } = answer;
  const nothing = injury === null && payments.length === 0;
  return {
    title: say('titleEntitlements'),
    body: [
      ...(nothing ? [{ kind: 'line', text: say('entitledNone') } as const] : []),
      ...injuryRows(say, answer),
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
