import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import { addFen, type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import type { PersonaInput } from '../../drivers/card-reader/emulator/persona.ts';
import { departments, givenNames, goods, rareNames, surnames } from './stock.ts';

/** One made-up person with a card, an insurance and an unpaid visit; the same seed always gives the same one. */
export interface DrawnVisit {
  readonly persona: PersonaInput;
  readonly pin: string;
  /** For `POST /admin/people` of the reference centre. */
  readonly person: Readonly<Record<string, unknown>>;
  /** For `POST /admin/encounters`. */
  readonly encounter: HisEncounter;
  readonly name: string;
  readonly identityNumber: string;
}

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[randomInt(random, list.length)] ?? list[0];
}

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => randomInt(random, 10)).join('');
}

/** Three to eight lines from the stock, and their sum. */
export function drawLines(random: Random, encounterId: string, at: string): { lines: HisLine[]; total: Fen } {
  const count = 3 + randomInt(random, 6);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(randomInt(random, goods.length));
  const lines: HisLine[] = [];
  const amounts: Fen[] = [];
  for (const index of chosen) {
    const item = goods[index] ?? goods[0];
    // Prices with four places, as drugs sold by the tablet have them: rounding per line must agree with the centre.
    const price = `${item.from + randomInt(random, item.spread)}.${digits(random, item.places)}`;
    const quantity = String(1 + randomInt(random, item.most));
    const [units, unitPrice] = [parseDecimal(quantity, 4), parseDecimal(price, 6)];
    if (!units.ok || !unitPrice.ok) throw new Error('the stock has a bad price');
    const amount = lineAmount(units.value, unitPrice.value);
    amounts.push(amount);
    lines.push({
      lineId: `${encounterId}-${String(lines.length + 1).padStart(2, '0')}`,
      name: item.name,
      nationalCode: item.nationalCode,
      hospitalCode: `Y${item.nationalCode.slice(-6)}`,
      category: item.category,
      count: quantity,
      unit: item.unit,
      unitPrice: price,
      amount: formatFen(amount),
      occurredAt: at,
      prescription: ['09', '11'].includes(item.category) ? `RX${encounterId.slice(-8)}` : null,
    });
  }
  return { lines, total: addFen(...amounts) };
}

/** Draws by `seed` (any whole number). `nowMs`: the visit is of this day, the card still valid. */
export function drawVisit(seed: number, nowMs: number): DrawnVisit {
  const random = seededRandom(seed);
  const year = 1940 + randomInt(random, 60);
  const birth = `${year}${String(1 + randomInt(random, 12)).padStart(2, '0')}${String(1 + randomInt(random, 28)).padStart(2, '0')}`;
  const first17 = `9901${String(1 + randomInt(random, 9)).padStart(2, '0')}${birth}${digits(random, 3)}`;
  const identityNumber = first17 + identityCheckCharacter(first17);
  const sex = Number(first17.charAt(16)) % 2 === 1 ? '1' : '2';
  const rare = randomInt(random, 4) === 0;
  const name = pick(random, surnames) + (rare ? pick(random, rareNames) : pick(random, givenNames));
  const age = Number(formatDate(nowMs).slice(0, 4)) - year;
  const resident = randomInt(random, 3) === 0;
  const psnType = resident ? (age >= 60 ? '16' : '15') : age >= 60 ? '12' : '11';
  const cardId = `990101D156000005${digits(random, 8)}${digits(random, 8)}`;
  const cardNumber = `H${digits(random, 8)}`;
  const balance = resident ? '0.00' : `${randomInt(random, 4000)}.${digits(random, 2)}`;
  const pin = `2${digits(random, 4)}7`;
  const version = randomInt(random, 2) === 0 ? '1.00' : '2.00';

  const place = pick(random, departments);
  const at = formatDateTime(nowMs - 3_600_000 * (1 + randomInt(random, 3)));
  const encounterId = `MZ${formatDate(nowMs).replaceAll('-', '').slice(2)}${digits(random, 6)}`;
  const { lines, total } = drawLines(random, encounterId, at);

  return {
    name,
    identityNumber,
    pin,
    persona: {
      label: `drawn by seed ${seed}`,
      holder: {
        specVersion: version,
        cardId,
        cardNumber,
        issuedOn: '20190601',
        expiresOn: `${Number(formatDate(nowMs).slice(0, 4)) + 4}0601`,
        socialSecurityNumber: identityNumber,
        name,
        sex,
        nation: '01',
        birthPlace: '990101',
        birthDate: birth,
      },
      // Only GB 18030 has room for the rarest characters.
      encoding: { name: rare ? 'gb18030' : 'gbk' },
      pin: { digits: pin, tries: 6 },
    },
    person: {
      psnNo: `9901${digits(random, 20)}`,
      identityNumber,
      name,
      cardNumber,
      cardId,
      sex,
      nation: '01',
      birthDate: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
      insurances: [
        {
          insutype: resident ? '390' : '310',
          psnType,
          status: '1',
          balance,
          civilServant: !resident && randomInt(random, 5) === 0,
          division: '990100',
        },
      ],
    },
    encounter: {
      encounterId,
      visitedAt: at,
      medicalType: '11',
      department: { code: place.code, name: place.name, specialty: place.specialty },
      doctor: { code: `D${digits(random, 6)}`, name: pick(random, surnames) + pick(random, givenNames) },
      diagnoses: [{ type: '1', order: 1, code: place.diagnosis.code, name: place.diagnosis.name }],
      lines,
      total: formatFen(total),
    },
  };
}
