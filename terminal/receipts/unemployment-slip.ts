import type { UnemploymentView } from '../../common/contracts/session/services/unemployment.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { SlipString } from '../../common/strings/slips.ts';
import type { Information } from './information-slip.ts';
import { paidRows } from './paid-rows.ts';
import { type Paper, withUnit } from './paper.ts';
import { sayCode } from './say.ts';

/** S8: the months due, drawn and left, the next sum, and the medical scheme that follows (S14). */
export function unemploymentInformation({ say }: Paper, answer: UnemploymentView): Information {
  const { medicalScheme: scheme, nextMonth } = answer;
  const months = (label: SlipString, count: number): SlipBlock => {
    return { kind: 'amount', label: say(label), value: say('slipMonths', { months: String(count) }) };
  };
  return {
    title: say('titleUnemployment'),
    body: [
      { kind: 'amount', label: say('pensionState'), value: say(`unemploymentState.${answer.state}`), bold: true },
      months('unemploymentDue', answer.monthsDue),
      months('unemploymentDrawn', answer.monthsDrawn),
      months('unemploymentLeft', answer.monthsLeft),
      ...(nextMonth === null
        ? []
        : [{ kind: 'amount', label: say('unemploymentNext'), value: withUnit(say, nextMonth) } as const]),
      ...(scheme === null
        ? []
        : [
            {
              kind: 'amount',
              label: say('unemploymentScheme'),
              value: sayCode(say, 'scheme', scheme) ?? scheme,
            } as const,
          ]),
      ...(answer.clinicSubsidy ? [{ kind: 'line', text: say('unemploymentClinic') } as const] : []),
      ...paidRows(say, answer.payments),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: answer.city }],
    asOf: answer.asOf,
  };
}
