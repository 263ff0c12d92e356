import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import { formatDate, formatDateTime } from '../../common/kernel/dates.ts';
import { addFen, formatFen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { digits, drawLines } from './draw.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BED = '45.00';

/** One day's bed, and every other day what the stock has. */
function dayLines(random: Random, encounterId: string, day: number, at: string): readonly HisLine[] {
  const name = `${encounterId}D${String(day + 1).padStart(2, '0')}`;
  const bed: HisLine = {
    lineId: `${name}-B`,
    name: '普通病房床位费',
    nationalCode: 'SHC00000000000009',
    hospitalCode: 'Y000009',
    category: '01',
    count: '1',
    unit: '日',
    unitPrice: BED,
    amount: BED,
    occurredAt: at,
    prescription: null,
  };
  return day % 2 === 0 ? [bed, ...drawLines(random, name, at).lines] : [bed];
}

/** A hospital stay of 2 to 15 days that ended within the last hours, in the place and by the doctor of `visit`. */
export function drawStay(random: Random, visit: HisEncounter, medicalType: string, nowMs: number): HisEncounter {
  const days = 2 + randomInt(random, 14);
  const encounterId = `ZY${formatDate(nowMs).replaceAll('-', '').slice(2)}${digits(random, 6)}`;
  const from = nowMs - days * DAY_MS;
  const lines = Array.from({ length: days }, (_, day) =>
    dayLines(random, encounterId, day, formatDateTime(from + day * DAY_MS + HOUR_MS)),
  ).flat();
  const amounts = lines.map(({ amount }) => parseFen(amount));
  const { code, name } = visit.department;
  const bed = String(1 + randomInt(random, 60));
  return {
    ...visit,
    encounterId,
    visitedAt: formatDateTime(from),
    medicalType,
    lines,
    total: formatFen(addFen(ZERO_FEN, ...amounts.map((amount) => (amount.ok ? amount.value : ZERO_FEN)))),
    stay: {
      admissionNumber: digits(random, 8),
      ward: `${name}病区`,
      bed,
      discharge: {
        at: formatDateTime(nowMs - HOUR_MS),
        department: { code, name },
        bed,
        way: '1',
        diedOn: null,
        diagnoses: visit.diagnoses,
      },
    },
  };
}
