import type { z } from 'zod';
import type { CardAnswer, cardAsk } from '../../../common/contracts/benefits/card.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import type { CardRecord } from '../card-record.ts';
import { careerOf } from '../load.ts';
import type { People } from './find.ts';

/** What terminals reported of cards, beside what the bureau's own record says. */
export interface CardReports {
  /** The day of the newest withdrawal of a loss report, `yyyy-MM-dd`, or null. */
  withdrawnOn(cardNumber: string): string | null;
  addWithdrawal(cardNumber: string, on: string): void;
}

type Ask = z.output<typeof cardAsk>;

/** The card as it stands; null for one that this person does not have, or did not have yet. */
export function cardAnswer(people: People, reports: CardReports, now: number, ask: Ask): CardAnswer | null {
  const career = careerOf(people.careers, ask.identityNumber, ask.name);
  const asOf = formatDateTime(now);
  const today = asOf.slice(0, 10);
  if (career === null || career.cardNumber !== ask.cardNumber || career.card.issuedOn > today) return null;
  const { card } = career;
  const { issuer, issuedOn, expiresOn } = card;
  const steps = (card.application?.steps ?? []).filter(({ on }) => on <= today);
  const application = card.application === null || steps.length === 0 ? null : { ...card.application, steps };
  const state = stateOf(card, reports.withdrawnOn(ask.cardNumber), today);
  return { ...state, issuer, issuedOn, expiresOn, application, asOf };
}

function stateOf(
  { issuedOn, lost, replaced }: CardRecord,
  withdrawn: string | null,
  today: string,
): Pick<CardAnswer, 'state' | 'since'> {
  if (replaced !== null && replaced <= today) return { state: 'replaced', since: replaced };
  if (lost === null || lost > today) return { state: 'normal', since: issuedOn };
  return withdrawn !== null && withdrawn >= lost
    ? { state: 'normal', since: withdrawn }
    : { state: 'lost', since: lost };
}

/** 解除挂失. Only a card that is reported lost changes; the answer says how it stands. */
export function withdrawLoss(people: People, reports: CardReports, now: number, ask: Ask): CardAnswer | null {
  const before = cardAnswer(people, reports, now, ask);
  if (before?.state !== 'lost') return before;
  reports.addWithdrawal(ask.cardNumber, before.asOf.slice(0, 10));
  return cardAnswer(people, reports, now, ask);
}
