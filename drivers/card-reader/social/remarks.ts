import type { CardReading, CardWarning } from '../../../common/contracts/devices/card.ts';
import { parseIdentityNumber } from '../../../common/kernel/identity.ts';

/** A card that ends within this many days is remarked on: a new one takes about as long to get. */
const SOON_DAYS = 30;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function expiry(expiresOn: string | null, today: string): CardWarning | null {
  if (expiresOn === null) return null;
  // Valid through the named day; where only the year is known, through that year.
  if (expiresOn < today.slice(0, expiresOn.length)) return 'CARD_EXPIRED';
  return expiresOn.length === 10 && daysBetween(today, expiresOn) <= SOON_DAYS ? 'CARD_EXPIRES_SOON' : null;
}

function number(text: string | null, birthDate: string | null): CardWarning | null {
  if (text === null) return null;
  const parts = parseIdentityNumber(text);
  if (!parts.ok) return parts.error === 'CHECK_DIGIT' ? 'NUMBER_CHECK_DIGIT' : 'NUMBER_SHAPE';
  return birthDate !== null && !parts.value.birthDate.startsWith(birthDate) ? 'BIRTH_DATE_DIFFERS' : null;
}

/** Remarks that follow from the values together. `today` is `yyyy-MM-dd`, China Standard Time. */
export function remarks(
  reading: Pick<CardReading, 'expiresOn' | 'socialSecurityNumber' | 'birthDate'>,
  today: string,
): CardWarning[] {
  const found = [expiry(reading.expiresOn, today), number(reading.socialSecurityNumber, reading.birthDate)];
  return found.filter((w) => w !== null);
}
