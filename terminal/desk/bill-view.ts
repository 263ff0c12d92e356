import type {
  DeskBill,
  DeskChoice,
  DeskDifference,
  DeskLine,
  DeskQuote,
  DeskStep,
} from '../../common/contracts/desk/bill.ts';
import type { DeskPerson } from '../../common/contracts/desk/person.ts';
import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import { formatDecimal, lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, subFen } from '../../common/kernel/money.ts';
import type { LineDifference } from '../billing/port.ts';
import type { FeeLevel, LineRuling } from '../ports.ts';
import { termsOf, yuan } from '../session/visit-view.ts';
import { isStay } from './is-stay.ts';
import type { Bill, Choice, Client, Doing } from './stage.ts';
import { stayView } from './stay-view.ts';
import { type StepTime, stepsOf } from './steps-view.ts';

const LEVEL: Readonly<Record<FeeLevel, DeskLine['level']>> = { '01': 'A', '02': 'B', '03': 'C', '': 'unknown' };
/** Differences on the glass at a time. */
const SHOWN = 20;

export function personView({ person, generation }: Client, cardIn: number | null): DeskPerson {
  const { maskedName: name, maskedNumber: number, sex, age, insutype: scheme, psnType } = person;
  const { insuredAt, elsewhere, balance } = person;
  return { name, number, sex, age, scheme, psnType, insuredAt, elsewhere, balance, cardIn: cardIn === generation };
}

export function choiceView({ encounter, blocked }: Choice): DeskChoice {
  return {
    encounterId: encounter.encounterId,
    at: encounter.visitedAt,
    department: encounter.department.name,
    doctor: encounter.doctor.name,
    caseKind: encounter.medicalType,
    total: yuan(encounter.total),
    lines: encounter.lines.length,
    stay: isStay(encounter),
    blocked,
  };
}

/** count × price, exact and before it is rounded; null where the hospital's text is no number. */
function product({ count, unitPrice }: Pick<HisLine, 'count' | 'unitPrice'>): { exact: string; rounded: Fen } | null {
  const [pieces, price] = [parseDecimal(count, 4), parseDecimal(unitPrice, 6)];
  if (!pieces.ok || !price.ok) return null;
  let [units, scale] = [pieces.value.units * price.value.units, pieces.value.scale + price.value.scale];
  for (; scale > 2 && units % 10n === 0n; scale--) units /= 10n;
  return { exact: formatDecimal({ units, scale }, 2), rounded: lineAmount(pieces.value, price.value) };
}

/** What the centre will take a line for; the hospital's own word where count and price are no numbers. */
function centreAmount(line: HisLine): Fen {
  return product(line)?.rounded ?? yuan(line.amount);
}

function causeOf(hospital: Fen, centre: Fen): DeskDifference['cause'] {
  if (hospital === centre - 1) return 'cutOff';
  return hospital === centre + 1 ? 'roundedUp' : 'other';
}

function differenceView(encounter: HisEncounter, difference: LineDifference): DeskDifference | null {
  const place = encounter.lines.findIndex(({ lineId }) => lineId === difference.lineId);
  const line = encounter.lines[place];
  if (line === undefined) return null;
  const { name, count, unitPrice, hospital, computed: centre } = difference;
  const exact = product(line)?.exact ?? '';
  const cause = causeOf(hospital, centre);
  return {
    ...{ number: place + 1, lineId: line.lineId, name, count, unitPrice, exact },
    ...{ hospital, centre, difference: subFen(centre, hospital), cause },
  };
}

function checkView({ encounter, differences }: Choice): DeskBill['check'] {
  const shown = differences.flatMap((one) => differenceView(encounter, one) ?? []).slice(0, SHOWN);
  return {
    differences: shown,
    differing: differences.length,
    hospital: addFen(...encounter.lines.map(({ amount }) => yuan(amount))),
    centre: addFen(...encounter.lines.map(centreAmount)),
    total: yuan(encounter.total),
  };
}

/** A window onto the lines, as the ledger has them. */
export function linesView(
  encounter: HisEncounter,
  rulings: ReadonlyMap<string, LineRuling> | null,
  from: number,
  count: number,
) {
  const lines = encounter.lines.slice(from, from + count).map((line, place): DeskLine => {
    const [hospital, centre] = [yuan(line.amount), centreAmount(line)];
    return {
      number: from + place + 1,
      ...{ lineId: line.lineId, name: line.name, unit: line.unit, count: line.count, unitPrice: line.unitPrice },
      level: LEVEL[rulings?.get(line.lineId)?.level ?? ''],
      ...{ hospital, centre, difference: subFen(centre, hospital) },
    };
  });
  return { total: encounter.lines.length, lines };
}

function quoteView({ quoted }: Bill, client: Client, division: string): DeskQuote | null {
  if (quoted === null) return null;
  const { quote, useAccount, at, stale } = quoted;
  const terms = termsOf(quote.prepared, division);
  return { at, split: quote.split, terms, useAccount, accountChoice: client.person.balance > 0, stale };
}

export interface BillTime extends StepTime {
  readonly limitMs: number;
  /** Digits on the pad while one is typed there. */
  readonly pin: number | null;
  readonly division: string;
}

function workingView(doing: Doing, { at, limitMs, pin }: BillTime): DeskBill['working'] {
  const settling = doing.what === 'settling';
  return {
    what: doing.what,
    sinceMs: Math.max(0, at - doing.since),
    limitMs: settling ? limitMs : null,
    pin: settling && doing.step === 'pin' ? (pin ?? 0) : null,
  };
}

export function billView(client: Client, bill: Bill, time: BillTime): DeskBill {
  const { check, choice, doing, trouble } = bill;
  const { encounter } = choice;
  const [first] = encounter.diagnoses;
  const reason = trouble === null || trouble.reason === null ? null : [...trouble.reason].slice(0, 100).join('');
  const steps: readonly DeskStep[] = stepsOf(bill, isStay(encounter));
  return {
    encounter: choiceView(choice),
    diagnosis: first === undefined ? '' : `${first.code} ${first.name}`,
    stay: stayView(bill),
    steps: [...steps],
    check: checkView(choice),
    quote: quoteView(bill, client, time.division),
    working: doing === null ? null : workingView(doing, time),
    trouble: trouble === null ? null : { failure: trouble.code, reason },
    notice: check.notice,
  };
}
