import type { CardLoss } from '../../../common/contracts/benefits/card-loss.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import { maskName } from '../../../common/kernel/masking.ts';
import type { Career } from '../career.ts';
import type { ElectronicCards } from '../electronic-cards.ts';
import { type CardReports, cardStateOf } from './card.ts';
import type { People } from './find.ts';

export interface LossDesk {
  readonly people: People;
  readonly reports: CardReports;
  readonly electronic: ElectronicCards;
}

/** Whose card the token speaks of and how it stands; null for a token that is not known or not good any more. */
export function cardLossAnswer({ people, reports, electronic }: LossDesk, now: number, token: string): CardLoss | null {
  const holder = electronic.holder(token);
  const career = holder === null ? undefined : byNumber(people, holder);
  return career === undefined ? null : lossOf(career, reports, now);
}

function byNumber({ careers }: People, identityNumber: string): Career | undefined {
  return [...careers.values()].find((one) => one.identityNumber === identityNumber);
}

function lossOf({ name, cardNumber, card }: Career, reports: CardReports, now: number): CardLoss {
  const asOf = formatDateTime(now);
  const report = reports.latest(cardNumber);
  const { state, since } = cardStateOf(card, report, asOf.slice(0, 10));
  return {
    maskedName: maskName(name),
    cardTail: cardNumber.slice(-4),
    state,
    since,
    assurance: 'electronicCard',
    mayReport: state === 'normal',
    number: state === 'lost' && report?.kind === 'lost' ? `GS${since.replaceAll('-', '')}${report.id}` : null,
    asOf,
  };
}

/** 挂失. Only a card in use changes; asked again, the answer is the report that stands. */
export function reportLoss(desk: LossDesk, now: number, token: string): CardLoss | null {
  const before = cardLossAnswer(desk, now, token);
  const holder = desk.electronic.holder(token);
  if (before?.mayReport !== true || holder === null) return before;
  const { cardNumber = '' } = byNumber(desk.people, holder) ?? {};
  desk.reports.add(cardNumber, 'lost', before.asOf.slice(0, 10));
  return cardLossAnswer(desk, now, token);
}
