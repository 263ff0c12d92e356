import type { CardReading } from '../../common/contracts/devices/card.ts';
import { maskName, maskNumber } from '../../common/kernel/masking.ts';
import { pii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Visitor } from './stage-facts.ts';

/** Whether an ISO day has passed; a year-only date "2019" lasts to the end of its year. */
function isPast(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && (expiresOn.length === 4 ? `${expiresOn}-12-31` : expiresOn) < today;
}

/** Whose the card is; null where it lacks a mandatory field. */
export function visitorOf(card: CardReading, generation: number): Visitor | null {
  const { name, socialSecurityNumber, cardNumber, cardId, regionCode, issuedOn, expiresOn } = card;
  if (!name || !socialSecurityNumber || !cardNumber || !cardId) return null;
  const person = { name: maskName(name), number: maskNumber(socialSecurityNumber), sex: card.sex };
  const identityNumber = socialSecurityNumber;
  const holder = pii({ name, identityNumber, cardNumber, cardId, regionCode, issuedOn, expiresOn });
  return { generation, person, holder };
}

/** Whose the card is, where it may be used today (`yyyy-MM-dd`). */
export function usableVisitor(
  card: CardReading,
  generation: number,
  today: string,
): Result<Visitor, 'CARD_NEEDS_HSM' | 'CARD_EXPIRED' | 'CARD_INCOMPLETE'> {
  if (card.needsHsm) return err('CARD_NEEDS_HSM');
  if (card.warnings.includes('CARD_EXPIRED') || isPast(card.expiresOn, today)) return err('CARD_EXPIRED');
  const visitor = visitorOf(card, generation);
  return visitor === null ? err('CARD_INCOMPLETE') : ok(visitor);
}
