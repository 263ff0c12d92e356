import type { DeclarationView, Dues } from '../../common/contracts/session/services/declaration.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { Information } from './information-slip.ts';
import { type Paper, withUnit } from './paper.ts';
import { illustrativeRow, row, sumRow, termRow } from './rows.ts';
import type { Say } from './say.ts';

/** Each line with what it is worked out from, and the sum of the month. */
function duesRows(say: Say, { lines, total }: Dues): readonly SlipBlock[] {
  return [
    ...lines.flatMap(({ insurance, fund, base, percent, amount }) => [
      row(fund === '' ? say(`insurance.${insurance}`) : say(`declaration.fund.${fund}`), formatFen(amount)),
      termRow(say('declarationOf', { base: formatFen(base), percent }), ''),
    ]),
    sumRow(say, say('declarationTotal'), total),
  ];
}

function declaredRows(say: Say, { declared }: DeclarationView): readonly SlipBlock[] {
  if (declared === null) return [];
  return [
    { kind: 'amount', label: say('declarationNumber'), value: declared.number, bold: true },
    row(say('declarationBase'), withUnit(say, declared.base)),
    row(say('declarationOn'), declared.on),
    { kind: 'rule', style: 'dashed' },
    ...duesRows(say, declared),
    { kind: 'line', text: say('declarationPay'), bold: true },
  ];
}

/** The limits with what they are shares of, and the base that was looked at. */
function openRows(say: Say, { limits, draft }: DeclarationView): readonly SlipBlock[] {
  return [
    ...(limits === null
      ? []
      : [
          row(say('declarationFloor'), withUnit(say, limits.floor)),
          row(say('declarationCeiling'), withUnit(say, limits.ceiling)),
          row(say('declarationAverage', { since: limits.since }), withUnit(say, limits.average)),
        ]),
    ...(draft === null
      ? []
      : [
          { kind: 'rule', style: 'dashed' } as const,
          row(say('declarationBase'), withUnit(say, draft.base)),
          ...(draft.due === null ? [] : duesRows(say, draft.due)),
          ...(draft.fits === 'fits' ? [] : [{ kind: 'line', text: say(`declaration.${draft.fits}`) } as const]),
        ]),
  ];
}

/** S15: what was declared, by which number it is paid; or between which limits a base may be declared. */
export function declarationInformation(paper: Paper, answer: DeclarationView): Information {
  const { say } = paper;
  const { city, month, step, because, declared, illustrative, asOf } = answer;
  const state = step === 'declared' || step === 'closed' ? step : 'open';
  return {
    title: say('titleDeclaration'),
    body: [
      row(say('declarationMonth'), month),
      { kind: 'amount', label: say('declarationState'), value: say(`declarationState.${state}`), bold: true },
      ...(because === null ? [] : [{ kind: 'line', text: say(`declaration.closed.${because}`) } as const]),
      ...(declared === null ? openRows(say, answer) : declaredRows(say, answer)),
      ...illustrativeRow(paper, illustrative),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
