import { divideByPlan, itemFor } from '../../../central/benefits/medical/lines.ts';
import type { Facts } from '../../../central/plans/figures/when.ts';
import { loadMedicalPlan } from '../../../central/plans/medical/load.ts';
import type { Example } from '../example.ts';
import { medical, money } from '../medical-example.ts';
import { yuan } from '../words.ts';

const EMPLOYEE = 'tianjin/employee-2004';
const OWN = 'worked out from the rules; every medical figure is general knowledge';

const ANYBODY: Facts = {
  category: 'employed',
  kind: 'outpatient',
  level: 3,
  age: null,
  stay: 'first',
  birthDate: null,
  workedSince: null,
  retiredSince: null,
  statuses: [],
  away: null,
  disease: null,
};

const line: Example = {
  id: 'TJ-O4',
  title: 'A line above its price limit',
  origin: OWN,
  given: ['one large test at 5,200.00, listed limit 4,000.00, own first share 10 %', `plan \`${EMPLOYEE}\``],
  expected: { 'over the limit': '1,200.00', 自付二: '400.00', 'inside the scope': '3,600.00' },
  work() {
    const item = itemFor(loadMedicalPlan(EMPLOYEE), '0021030000200', ANYBODY);
    const divided = divideByPlan(money('5200.00'), { units: 1n, scale: 0 }, item);
    return {
      results: {
        'over the limit': yuan(divided.overLimit),
        自付二: yuan(divided.preSelfPay),
        'inside the scope': yuan(divided.inScope),
      },
      steps: [
        `超限价: 5,200.00 − 4,000.00 = **${yuan(divided.overLimit)}**`,
        `自付二: 10 % of 4,000.00 = **${yuan(divided.preSelfPay)}**`,
        `医保范围内: the rest, **${yuan(divided.inScope)}**`,
      ],
      figures: divided.figures,
    };
  },
};

/** Medical examples for Tianjin, 2004 to 2007. */
export const tianjin: readonly Example[] = [
  medical({
    id: 'TJ-O3',
    title: 'An employee’s stay that reaches the pool’s ceiling, then 大额医疗费救助',
    origin: OWN,
    plan: EMPLOYEE,
    visit: { kind: 'inpatient', date: '2006-05-10', level: 2 },
    bill: '60000.00',
    expected: {
      deductible: '1,100.00',
      pool: '44,000.00',
      'cut of pool': '52,864.71',
      rescue: '5,708.24',
      person: '10,291.76',
    },
  }),
  line,
  medical({
    id: 'TJ-O5',
    title: 'A member of 大病统筹 at a clinic',
    origin: OWN,
    plan: 'tianjin/major-2004',
    visit: { kind: 'outpatient', date: '2006-05-10', level: 2 },
    bill: '300.00',
    expected: { person: '300.00', cash: '300.00', reason: '大病统筹只支付住院和门诊特殊病，普通门诊费用由个人承担' },
  }),
];
