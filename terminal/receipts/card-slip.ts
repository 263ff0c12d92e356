import type { CardView } from '../../common/contracts/session/services/card.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import type { Information } from './information-slip.ts';
import type { Paper } from './paper.ts';

/** The state of the card, its last day by chip and bureau, and how far a new one has come. */
export function cardInformation({ say }: Paper, answer: CardView): Information {
  const { state, since, chip, centre, differs, application } = answer;
  const row = (label: string, value: string, bold = false): SlipBlock => ({ kind: 'amount', label, value, bold });
  return {
    title: say('titleCard'),
    body: [
      row(say('cardState'), say(`cardState.${state}`), true),
      row(say('cardSince'), since),
      row(say('cardIssued'), centre.issuedOn),
      row(say('cardExpires'), centre.expiresOn ?? say('cardNoEnd')),
      row(say('cardChipExpires'), chip.expiresOn ?? say('cardNoEnd')),
      ...(differs ? [{ kind: 'line', text: say('cardDiffers') } as const] : []),
      ...(application === null
        ? []
        : [
            { kind: 'rule', style: 'dashed' } as const,
            { kind: 'line', text: say(`cardWhy.${application.why}`), bold: true } as const,
            ...application.steps.map(({ step, on }) => row(say(`cardStep.${step}`), on)),
          ]),
    ],
    facts: [
      { kind: 'fact', label: say('cardIssuer'), value: answer.issuer },
      ...(application?.collectAt === null || application === null
        ? []
        : [{ kind: 'fact', label: say('cardCollect'), value: application.collectAt } as const]),
    ],
    asOf: answer.asOf,
  };
}
