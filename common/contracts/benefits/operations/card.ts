import { cardAsk, cardSchema, cardWithdrawAsk } from '../card.ts';
import { cardLossAsk, cardLossSchema } from '../card-loss.ts';
import { operation, QUERY } from './operation.ts';

/** The card itself, and its loss. */
export const cardOperations = {
  card: operation({
    path: 'card',
    operationId: 'card',
    summary: 'State and validity of the card, and how far a new one has come',
    description: QUERY,
    tags: ['card'],
    successDescription: 'The card as the bureau has it at `asOf`',
  })
    .input(cardAsk)
    .output(cardSchema),
  cardWithdraw: operation({
    path: 'card-withdraw',
    operationId: 'cardWithdraw',
    summary: 'Withdraws the loss report of a card that was found again',
    description:
      'For the holder, who has put this very card in and typed its PIN for this request. A card that is not reported ' +
      'lost stays as it is, so that asking again changes nothing: the answer says how the card stands.',
    tags: ['card'],
    successDescription: 'The card as it stands now',
  })
    .input(cardWithdrawAsk)
    .output(cardSchema),
  cardLoss: operation({
    path: 'card-loss',
    operationId: 'cardLoss',
    summary: 'Whose card an electronic card speaks of, before its loss is reported',
    description:
      'For somebody who stands at a terminal without the card and shows an electronic card. A query: it changes nothing. ' +
      'A token that is not known, or not good any more, is answered with 404.',
    tags: ['card'],
    successDescription: 'The card as the bureau has it, its holder masked',
  })
    .input(cardLossAsk)
    .output(cardLossSchema),
  cardLossReport: operation({
    path: 'card-loss-report',
    operationId: 'cardLossReport',
    summary: 'Reports the card lost',
    description:
      'For the same person, who has seen whose card it is and confirmed. The bureau decides whether an electronic card ' +
      'suffices. A card that is not in use stays as it is, so that asking again changes nothing more.',
    tags: ['card'],
    successDescription: 'The card as it stands now, and the number of the report',
  })
    .input(cardLossAsk)
    .output(cardLossSchema),
} as const;
