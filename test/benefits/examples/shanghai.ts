import type { Example } from '../example.ts';
import { medical, usedBefore } from '../medical-example.ts';

const PLAN = 'shanghai/employee-2008';
const OWN = 'worked out from the rules';

/** Medical examples for Shanghai, 2006 to 2010. */
export const shanghai: readonly Example[] = [
  medical({
    id: 'SH-O1',
    title: 'An employee of 40: account first, then the self-pay band, then the additional fund',
    origin: `${OWN}, shares of A-10`,
    plan: PLAN,
    patient: { birthDate: '1969-01-01' },
    visit: { kind: 'outpatient', date: '2009-06-10', level: 3 },
    bill: '4000.00',
    account: '800.00',
    expected: { account: '800.00', deductible: '1,500.00', additional: '850.00', cash: '2,350.00' },
  }),
  medical({
    id: 'SH-O2',
    title: 'An employee of 50, level 1, half of the band used',
    origin: `${OWN}, shares of A-10`,
    plan: PLAN,
    patient: { birthDate: '1959-01-01' },
    visit: { kind: 'outpatient', date: '2009-06-10', level: 1 },
    bill: '1234.56',
    account: '0.00',
    used: usedBefore({ selfPayBand: '750.00' }),
    expected: { deductible: '750.00', additional: '363.42', 'share of additional': '121.14' },
  }),
  medical({
    id: 'SH-O3',
    title: 'Retired, 72, level 2',
    origin: `${OWN}, shares from general knowledge`,
    plan: PLAN,
    patient: { psnType: '12', birthDate: '1937-01-01', retiredSince: '2002-01-01' },
    visit: { kind: 'outpatient', date: '2009-06-10', level: 2 },
    bill: '3000.00',
    account: '1120.00',
    expected: { account: '1,120.00', deductible: '700.00', additional: '944.00', 'share of additional': '236.00' },
  }),
  medical({
    id: 'SH-O4',
    title: 'An employee’s stay',
    origin: OWN,
    plan: PLAN,
    visit: { kind: 'inpatient', date: '2009-06-10', level: 3 },
    bill: '30000.00',
    expected: { deductible: '1,500.00', pool: '24,225.00', person: '5,775.00' },
  }),
  medical({
    id: 'SH-O5',
    title: 'A stay beyond the pool’s ceiling',
    origin: `${OWN}; the ceiling is an illustration`,
    plan: PLAN,
    visit: { kind: 'inpatient', date: '2009-06-10', level: 3 },
    bill: '100000.00',
    expected: { pool: '70,000.00', 'cut of pool': '83,852.94', additionalAbove: '12,917.65' },
  }),
  medical({
    id: 'SH-O6',
    title: '镇保, a stay of 12,000.00',
    origin: `${OWN}, figures from general knowledge`,
    plan: 'shanghai/town-2003',
    visit: { kind: 'inpatient', date: '2009-06-10', level: 2 },
    bill: '12000.00',
    expected: { pool: '7,350.00' },
  }),
  medical({
    id: 'SH-O7',
    title: '综保, a stay of 12,000.00',
    origin: `${OWN}, figures from general knowledge`,
    plan: 'shanghai/migrant-2002',
    visit: { kind: 'inpatient', date: '2009-06-10', level: 2 },
    bill: '12000.00',
    expected: { pool: '8,400.00' },
  }),
];
