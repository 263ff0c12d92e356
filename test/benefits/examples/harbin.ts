import { stayPeriods } from '../../../central/benefits/medical/stay-periods.ts';
import { loadMedicalPlan } from '../../../central/plans/medical/load.ts';
import type { MedicalPlan } from '../../../central/plans/medical/schema.ts';
import type { Example } from '../example.ts';
import { type MedicalCase, medical } from '../medical-example.ts';

const OWN = 'worked out from the rules';
const PUBLISHED = 'a third party’s test (B-02)';
const EARLIER = 'harbin/employee-2006';
const EMPLOYEE = 'harbin/employee-2022';
const RESIDENT = 'harbin/resident-2022';

const disease = (id: string, cost: string, expected: MedicalCase['expected'], origin: string): Example =>
  medical({
    id,
    title: `单病种, real cost ${cost}`,
    origin,
    plan: EARLIER,
    visit: { kind: 'inpatient', date: '2008-04-10', level: 3, disease: 'SD001' },
    bill: cost,
    expected,
  });

const psychiatric: Example = {
  id: 'HRB06-O4',
  title: 'A psychiatric stay of 75 days',
  origin: `${OWN}: a stay may be settled every two months (A-04 art. 32.3)`,
  given: ['75 days', `plan \`${EARLIER}\``],
  expected: { settlements: '60 + 15', 'second deductible': 'no' },
  work() {
    const plan = loadMedicalPlan(EARLIER);
    const rule = plan.stayPeriod;
    if (rule === null) throw new Error('no period of stay');
    const periods = stayPeriods(plan, 'psychiatric', 75);
    return {
      results: { settlements: periods.join(' + '), 'second deductible': rule.deductibleAgain.value ? 'yes' : 'no' },
      steps: [`75 days in periods of ${rule.days.value}: ${periods.join(' + ')}`],
      figures: [rule.days, rule.deductibleAgain],
    };
  },
};

/** The plan with the other reading of the share for care away from home. */
function byPoints(plan: MedicalPlan): MedicalPlan {
  if (plan.away === null) throw new Error('the plan knows no care away from home');
  return { ...plan, away: { ...plan.away, mode: { ...plan.away.mode, value: 'points' } } };
}

const awayCase: Omit<MedicalCase, 'id' | 'title' | 'expected'> = {
  origin: `${OWN}; it shows the dispute`,
  plan: RESIDENT,
  patient: { psnType: '15' },
  visit: { kind: 'inpatient', date: '2025-05-10', level: 3, away: 'unfiled' },
  bill: '10000.00',
};

/** Medical examples for Harbin, 2006 to 2010 and 2022 to 2026. */
export const harbin: readonly Example[] = [
  medical({
    id: 'HRB06-O1',
    title: 'An employee’s stay, level 3',
    origin: OWN,
    plan: EARLIER,
    visit: { kind: 'inpatient', date: '2008-04-10', level: 3 },
    bill: '10000.00',
    expected: { deductible: '720.00', pool: '8,352.00', person: '1,648.00' },
  }),
  disease(
    'HRB06-O2',
    '4600.00',
    { singleDisease: '3,200.00', person: '800.00', hospital: '600.00', deductible: '0.00' },
    OWN,
  ),
  disease(
    'HRB06-O3',
    '3700.00',
    { singleDisease: '3,200.00', person: '500.00', hospital: '0.00' },
    `${OWN}; the text gives a limit for the person, not a fixed sum`,
  ),
  psychiatric,
  medical({
    id: 'HRB22-P1',
    title: 'An employee at a clinic of level 2',
    origin: PUBLISHED,
    plan: EMPLOYEE,
    visit: { kind: 'outpatient', date: '2025-05-10', level: 2 },
    bill: '1000.00',
    expected: { deductible: '400.00', outpatientPool: '360.00' },
  }),
  medical({
    id: 'HRB22-P2',
    title: 'A resident’s stay, level 3',
    origin: PUBLISHED,
    plan: RESIDENT,
    patient: { psnType: '15' },
    visit: { kind: 'inpatient', date: '2025-05-10', level: 3 },
    bill: '10000.00',
    expected: { deductible: '720.00', pool: '5,568.00' },
  }),
  medical({
    id: 'HRB22-O1',
    title: 'Retired, at a clinic of level 3',
    origin: OWN,
    plan: EMPLOYEE,
    patient: { psnType: '12' },
    visit: { kind: 'outpatient', date: '2025-05-10', level: 3 },
    bill: '2345.67',
    expected: { outpatientPool: '1,070.12', person: '1,275.55' },
  }),
  medical({
    id: 'HRB22-O2',
    title: 'A resident’s dear stay: pool, then 大病保险 on the burden',
    origin: OWN,
    plan: RESIDENT,
    patient: { psnType: '15' },
    visit: { kind: 'inpatient', date: '2025-05-10', level: 3 },
    bill: '90000.00',
    expected: { pool: '53,568.00', critical: '14,659.20', person: '21,772.80' },
  }),
  medical({
    id: 'HRB22-O3',
    title: 'The same for a person on 低保: three layers in one pass',
    origin: OWN,
    plan: RESIDENT,
    patient: { psnType: '15', statuses: ['低保'] },
    visit: { kind: 'inpatient', date: '2025-05-10', level: 3 },
    bill: '90000.00',
    expected: { pool: '53,568.00', critical: '19,780.80', assistance: '11,655.84', person: '4,995.36' },
  }),
  medical({
    ...awayCase,
    id: 'HRB22-O4 (points)',
    title: 'Away, unfiled: 20 points less',
    expected: { pool: '3,712.00' },
    change: byPoints,
  }),
  medical({
    ...awayCase,
    id: 'HRB22-O4 (factor)',
    title: 'Away, unfiled: share × 0.60',
    expected: { pool: '3,340.80' },
  }),
];
