import type { CardReading } from '../../common/contracts/devices/card.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import type { Insured, Prepared, Settled } from '../ports.ts';
import type { Choice, Found } from '../session/stage-facts.ts';

/** A made-up holder for tests; the number is the textbook's of GB 11643. */
export const HOLDER = { name: '李秀兰', number: '11010519491231002X', cardNumber: 'H12345678' } as const;

export function cardReading(changes: Partial<CardReading> = {}): CardReading {
  return {
    specVersion: '2.00',
    cardNumber: HOLDER.cardNumber,
    cardId: '990100D156000005112233445566AABB',
    regionCode: '990100',
    issuedOn: '2020-01-01',
    expiresOn: '2030-01-01',
    socialSecurityNumber: HOLDER.number,
    name: HOLDER.name,
    sex: 'female',
    nation: '01',
    birthPlace: '990100',
    birthDate: '1949-12-31',
    atr: '3B6D00',
    needsHsm: false,
    warnings: [],
    ...changes,
  };
}

export function encounter(encounterId: string, amounts: readonly string[] = ['12.00', '88.00']): HisEncounter {
  const total = amounts.reduce((sum, text) => sum + Number(text.replace('.', '')), 0);
  return {
    encounterId,
    visitedAt: '2026-11-21 09:12:00',
    medicalType: '11',
    department: { code: 'A03', name: '心血管内科', specialty: 'A03.03' },
    doctor: { code: 'D001', name: '赵淑芬' },
    diagnoses: [{ type: '1', order: 1, code: 'I10.x00', name: '高血压' }],
    lines: amounts.map((amount, index) => ({
      lineId: `${encounterId}-${index + 1}`,
      name: `项目${index + 1}`,
      nationalCode: `N${index}`,
      hospitalCode: `H${index}`,
      category: ['03', '09', '02', '08'][index % 4] ?? '14',
      count: '1',
      unit: '次',
      unitPrice: amount,
      amount,
      occurredAt: '2026-11-21 09:12:00',
      prescription: null,
    })),
    total: `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}`,
  };
}

export function insured(balanceFen = 9000): Insured {
  const insurance = { insutype: '310', psnType: '12', insuplcAdmdvs: '990100', balance: fen(balanceFen) };
  return { psnNo: pii('P0001'), insurances: [insurance] };
}

export function found(choices: readonly Choice[], balanceFen = 9000): Found {
  return { insured: insured(balanceFen), choices };
}

/** A split of `total` fen that adds up: pool 60 %, account up to 20 %, the rest in cash. */
export function splitOf(total: number, useAccount: boolean): Split {
  const pool = Math.floor(total * 0.6);
  const account = useAccount ? Math.floor(total * 0.2) : 0;
  return {
    total: fen(total),
    funds: fen(pool),
    layers: [{ layer: 'pool', amount: fen(pool) }],
    hospital: fen(0),
    account: fen(account),
    accountMutualAid: fen(0),
    accountBalanceAfter: fen(9000 - Math.min(9000, account)),
    cash: fen(total - pool - account),
    deductible: fen(0),
  };
}

export function prepared(visit: HisEncounter, useAccount: boolean, id = 1): Prepared {
  return {
    id,
    encounter: visit,
    mdtrtId: `M${visit.encounterId}`,
    insutype: '310',
    useAccount,
    split: splitOf(Number(visit.total.replace('.', '')), useAccount),
    levels: new Map(
      visit.lines.map(({ lineId }, index) => [lineId, { level: (['01', '02', '03'] as const)[index % 3] ?? '' }]),
    ),
    terms: { insuredAt: '990100', scope: null, clearingWay: null, words: [] },
  };
}

export function settled(from: Prepared, changes: Partial<Settled> = {}): Settled {
  return {
    id: from.id,
    prepared: from,
    messageId: 'H99010100017202611210912000700',
    setlId: `S${from.encounter.encounterId}`,
    settledAt: '2026-11-21 09:44:31',
    split: from.split,
    scope: { ownExpense: fen(0), advanceSelfPay: fen(0), overLimit: fen(0), inScope: from.split.total },
    changed: false,
    foundBy: 'answer',
    checkCode: '7K3F92QDM6XA4T81',
    ...changes,
  };
}

type PaidVisit = MedicalView['encounters'][number];

/** A visit that its parts pay in full. */
function visit(
  day: string,
  medType: string,
  parts: Record<'funds' | 'hospital' | 'account' | 'cash', number>,
): PaidVisit {
  const { funds, hospital, account, cash } = parts;
  const amounts = { funds: fen(funds), hospital: fen(hospital), account: fen(account), cash: fen(cash) };
  return { day, place: '海川市第二人民医院', medType, total: fen(funds + hospital + account + cash), ...amounts };
}

/** A year with two visits, in fen; the identities hold. */
export function medicalView(changes: Partial<MedicalView> = {}): MedicalView {
  const month = (n: number, funds: number, account: number, cash: number): MedicalView['months'][number] => ({
    month: n,
    funds: fen(funds),
    account: fen(account),
    cash: fen(cash),
  });
  return {
    service: 'medical',
    schemes: ['310'],
    balance: fen(124_560),
    year: '2026',
    deductible: { amount: fen(30_000), used: fen(30_000) },
    poolCeiling: { amount: fen(600_000), used: fen(47_591) },
    layers: [
      { layer: 'pool', paid: fen(47_591) },
      { layer: 'largeAmount', paid: fen(2_940) },
    ],
    visits: 2,
    totalFees: fen(93_210),
    hospital: fen(360),
    account: fen(38_640),
    cash: fen(3_679),
    months: [month(1, 0, 30_000, 0), month(2, 50_531, 8_640, 3_679)],
    encounters: [
      visit('2026-02-18', '11', { funds: 50_531, hospital: 360, account: 8_640, cash: 3_679 }),
      visit('2026-01-05', '41', { funds: 0, hospital: 0, account: 30_000, cash: 0 }),
    ],
    asOf: '2026-02-18 09:44:31',
    ...changes,
  };
}
