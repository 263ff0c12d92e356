import type { z } from 'zod';
import type { CardAnswer, cardAsk } from '../../../common/contracts/benefits/card.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import type { CardRecord } from '../card-record.ts';
import { careerOf } from '../load.ts';
import type { People } from './find.ts';

/** What terminals reported of a card, beside what the bureau's own record says. */
export interface CardReport {
  readonly id: number;
  readonly kind: 'lost' | 'withdrawn';
  /** `yyyy-MM-dd` */
  readonly on: string;
}

export interface CardReports {
  /** The newest report of a card, or null. */
  latest(cardNumber: string): CardReport | null;
  add(cardNumber: string, kind: CardReport['kind'], on: string): void;
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
  const state = cardStateOf(card, reports.latest(ask.cardNumber), today);
  return { ...state, issuer, issuedOn, expiresOn, application, asOf };
}

/** The record's word, unless a terminal's report is as new or newer. */
export function cardStateOf(
  { issuedOn, lost, replaced }: CardRecord,
  report: CardReport | null,
  today: string,
): Pick<CardAnswer, 'state' | 'since'> {
  if (replaced !== null && replaced <= today) return { state: 'replaced', since: replaced };
  const own = lost !== null && lost <= today ? lost : null;
  if (report !== null && (own === null || report.on >= own)) {
    return { state: report.kind === 'lost' ? 'lost' : 'normal', since: report.on };
  }
  return own === null ? { state: 'normal', since: issuedOn } : { state: 'lost', since: own };
}

/** 解除挂失. Only a card that is reported lost changes; the answer says how it stands. */
export function withdrawLoss(people: People, reports: CardReports, now: number, ask: Ask): CardAnswer | null {
  const before = cardAnswer(people, reports, now, ask);
  if (before?.state !== 'lost') return before;
  reports.add(ask.cardNumber, 'withdrawn', before.asOf.slice(0, 10));
  return cardAnswer(people, reports, now, ask);
}
