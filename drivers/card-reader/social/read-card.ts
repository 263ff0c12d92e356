import type { CardError, CardReading, CardWarning } from '../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { isBlank } from '../codec/bytes.ts';
import { parseCardDate } from '../codec/dates.ts';
import { parseCardName } from '../codec/text.ts';
import { fields, parseCardId, parseCode, parseNumber, parseSex, parseVersion } from './fields.ts';
import { type FileContent, readFile } from './file-reader.ts';
import type { CardPort } from './port.ts';
import { remarks } from './remarks.ts';
import { selectSocialApplication } from './select.ts';

const issuerFirst = { cardId: fields.cardId, version: fields.version, cardNumber: fields.cardNumber };
const issuerDates = { issuedOn: fields.issuedOn, expiresOn: fields.expiresOn };
const holder = {
  number: fields.number,
  name: fields.name,
  nameExtension: fields.nameExtension,
  sex: fields.sex,
  nation: fields.nation,
  birthPlace: fields.birthPlace,
  birthDate: fields.birthDate,
};
type HolderField = keyof typeof holder;

/** What the reading is told besides the card: its ATR (hex), and the day it is, `yyyy-MM-dd`. */
export interface ReadingContext {
  readonly atr: string;
  readonly today: string;
}

/** A reading, and the algorithm that the FCI names (03 = SM4), for the HSM flow. */
export interface SocialCard {
  readonly reading: CardReading;
  readonly algorithm: number;
}

/**
 * Reads a social-security card (LD/T 32; order after domain-facts A3): SSSE, EF05, then EF06 unless the card is of
 * the third generation or asks for an authentication: then `needsHsm`, with what it withholds as null.
 * It reports what the card says; oddities are warnings. Errors: one of the contract's codes, never a throw.
 */
export async function readSocialSecurityCard(
  port: CardPort,
  context: ReadingContext,
): Promise<Result<SocialCard, CardError>> {
  const application = await selectSocialApplication(port);
  if (!application.ok) return application;
  const issuer = await readFile(port, 'issuer', issuerFirst);
  if (!issuer.ok) return issuer;
  const { cardId: idBytes, version: versionBytes, cardNumber: cardNumberBytes } = issuer.value.values;
  // An application of the right name without any of its data is somebody else's.
  if (!issuer.value.isProtected && !idBytes && !versionBytes && !cardNumberBytes) return err('CARD_FOREIGN');
  const specVersion = versionBytes ? parseVersion(versionBytes) : '';
  if (specVersion === null) return err('CARD_GARBAGE');
  // Only the first nine characters are the number (domain-facts A2.1).
  const cardNumber = cardNumberBytes && !isBlank(cardNumberBytes) ? parseNumber(cardNumberBytes.subarray(0, 9)) : null;
  if (cardNumber === null && cardNumberBytes && !isBlank(cardNumberBytes)) return err('CARD_GARBAGE');

  const warnings: CardWarning[] = [];
  const date = (value: Uint8Array | undefined): string | null => {
    if (!value) return null;
    const parsed = parseCardDate(value);
    if (parsed.kind === 'unreadable') warnings.push('DATE_UNREADABLE');
    if (parsed.kind === 'year') warnings.push('DATE_YEAR_ONLY');
    return parsed.kind === 'day' || parsed.kind === 'year' ? parsed.text : null;
  };

  let needsHsm = specVersion.startsWith('3') || issuer.value.isProtected;
  let dates: FileContent<keyof typeof issuerDates>['values'] = {};
  let person: FileContent<HolderField>['values'] = {};
  if (!needsHsm) {
    const rest = await readFile(port, 'issuer', issuerDates);
    if (!rest.ok) return rest;
    dates = rest.value.values;
    needsHsm = rest.value.isProtected;
  }
  if (!needsHsm) {
    const read = await readFile(port, 'holder', holder);
    if (!read.ok) return read;
    needsHsm = read.value.isProtected;
    if (!needsHsm) person = read.value.values;
  }

  const cardId = idBytes ? parseCardId(idBytes) : null;
  const region = cardId?.slice(0, 6) ?? '';
  const regionCode = /^\d{6}$/.test(region) ? region : null;
  if (cardId !== null && regionCode === null) warnings.push('REGION_UNREADABLE');
  const socialSecurityNumber = person.number && !isBlank(person.number) ? parseNumber(person.number) : null;
  if (socialSecurityNumber === null && person.number && !isBlank(person.number)) return err('CARD_GARBAGE');
  const name = parseCardName(person.name ?? new Uint8Array(), person.nameExtension ?? new Uint8Array());
  if (name.kind === 'unreadable') warnings.push('NAME_UNREADABLE');
  const sex = sexOf(person.sex, warnings);

  const reading: CardReading = {
    specVersion,
    cardNumber,
    cardId,
    regionCode,
    issuedOn: date(dates.issuedOn),
    expiresOn: date(dates.expiresOn),
    socialSecurityNumber,
    name: name.kind === 'name' ? name.text : null,
    sex,
    nation: person.nation ? parseCode(person.nation, 2) : null,
    birthPlace: person.birthPlace ? parseCode(person.birthPlace, 6) : null,
    birthDate: date(person.birthDate),
    atr: context.atr,
    needsHsm,
    warnings,
  };
  warnings.push(...remarks(reading, context.today));
  return ok({ reading: { ...reading, warnings: [...new Set(warnings)] }, algorithm: application.value.algorithm });
}

function sexOf(value: Uint8Array | undefined, warnings: CardWarning[]): CardReading['sex'] {
  if (!value || value.every((b) => b === 0x20 || b === 0xff)) return null;
  const sex = parseSex(value);
  if (sex === null) warnings.push('SEX_UNREADABLE');
  return sex ?? 'unknown';
}
