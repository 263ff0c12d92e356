import { DIVISION } from '../../../central/testing/people.ts';
import type { CardReading } from '../../../common/contracts/devices/card.ts';
import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import { lineAmount, parseDecimal } from '../../../common/kernel/decimal.ts';
import { identityCheckCharacter } from '../../../common/kernel/identity.ts';
import { addFen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';

/** Three made-up people with two bills each: whatever is shown, sent or printed names one of them. */
export interface Person {
  readonly psnNo: string;
  readonly name: string;
  readonly number: string;
  readonly reading: CardReading;
  readonly encounters: readonly HisEncounter[];
  /** A stay of three days; the hospital has it on its books where a client bills it. */
  readonly stay: HisEncounter;
}

const BILLS: readonly (readonly (readonly [code: string, count: string, price: string])[])[] = [
  [
    ['XHC00000000000001', '2', '35.2415'],
    ['SHC00000000000002', '1', '900.00'],
  ],
  [['XHC00000000000001', '1', '12.00']],
  [
    ['SHC00000000000004', '1', '50.00'],
    ['CHC00000000000002', '3', '15.00'],
    ['XHC00000000000001', '3', '0.335'],
  ],
  [
    ['SHC00000000000002', '4', '900.00'],
    ['CHC00000000000002', '1', '15.00'],
  ],
  [['XHC00000000000001', '7', '35.2415']],
  [['SHC00000000000004', '2', '50.00']],
];

function lineOf([code, count, price]: readonly [string, string, string], index: number): HisLine {
  const [units, each] = [parseDecimal(count, 4), parseDecimal(price, 6)];
  if (!units.ok || !each.ok) throw new Error('faults: a bill that is no decimal');
  return {
    lineId: `L${index + 1}`,
    name: code,
    nationalCode: code,
    hospitalCode: `H-${code}`,
    category: '09',
    count,
    unit: null,
    unitPrice: price,
    amount: formatFen(lineAmount(units.value, each.value)),
    occurredAt: '2026-03-02 08:45:00',
    prescription: null,
  };
}

function encounterOf(person: number, which: number): HisEncounter {
  const lines = (BILLS[(2 * person + which) % BILLS.length] ?? []).map(lineOf);
  const total = addFen(ZERO_FEN, ...lines.map((line) => lineAmountOf(line)));
  return {
    encounterId: `OP2026030200${person + 1}${which + 1}`,
    visitedAt: '2026-03-02 08:30:00',
    medicalType: '11',
    department: { code: 'K01', name: '内科', specialty: '03' },
    doctor: { code: 'D001', name: '测试医师' },
    diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
    lines,
    total: formatFen(total),
  };
}

/** Her first bill as a stay. */
function stayOf(person: number): HisEncounter {
  return {
    ...encounterOf(person, 0),
    encounterId: `IP2026022700${person + 1}`,
    visitedAt: '2026-02-27 10:00:00',
    medicalType: '21',
    stay: {
      admissionNumber: `ZY00${person + 1}`,
      ward: '内一病区',
      bed: `0${person + 1}`,
      discharge: {
        at: '2026-03-02 08:00:00',
        department: { code: 'K01', name: '内科' },
        bed: `0${person + 1}`,
        way: '1',
        diedOn: null,
        diagnoses: [{ type: '1', order: 1, code: 'J18.900', name: '肺炎' }],
      },
    },
  };
}

const MORE = 8;

/** The same bill without its first line; as it is where it has only one. */
export function lessOf(encounter: HisEncounter): HisEncounter {
  const lines = encounter.lines.length > 1 ? encounter.lines.slice(1) : encounter.lines;
  return { ...encounter, lines, total: formatFen(addFen(ZERO_FEN, ...lines.map((line) => lineAmountOf(line)))) };
}

/** The same bill with a line more, which is the last one and has a number of its own. */
export function moreOf(encounter: HisEncounter): HisEncounter {
  const lines = [...encounter.lines, lineOf(['SHC00000000000004', '1', '50.00'], MORE)];
  return { ...encounter, lines, total: formatFen(addFen(ZERO_FEN, ...lines.map((line) => lineAmountOf(line)))) };
}

function lineAmountOf({ count, unitPrice }: HisLine) {
  const [units, each] = [parseDecimal(count, 4), parseDecimal(unitPrice, 6)];
  return units.ok && each.ok ? lineAmount(units.value, each.value) : ZERO_FEN;
}

const NAMES = ['测试甲', '测试乙', '测试丙'] as const;

export const PEOPLE: readonly Person[] = NAMES.map((name, index) => {
  const first17 = `9901011985031710${index + 2}`;
  const number = first17 + identityCheckCharacter(first17);
  return {
    psnNo: `9901000000000000000000000000${index + 1}`,
    name,
    number,
    reading: {
      specVersion: '2.00',
      cardNumber: `T0000000${index + 1}`,
      cardId: `${index + 1}123456789ABCDEF0123456789ABCDEF`,
      regionCode: DIVISION,
      issuedOn: '2020-01-01',
      expiresOn: '2036-01-01',
      socialSecurityNumber: number,
      name,
      sex: 'female',
      nation: '01',
      birthPlace: DIVISION,
      birthDate: '1985-03-17',
      atr: '3B6D00',
      needsHsm: false,
      warnings: [],
    },
    encounters: [encounterOf(index, 0), encounterOf(index, 1)],
    stay: stayOf(index),
  };
});

/** The person whose bill this is. */
export function ownerOf(encounterId: string): Person | null {
  return (
    PEOPLE.find(({ encounters, stay }) => [...encounters, stay].some((one) => one.encounterId === encounterId)) ?? null
  );
}
