import { describe, expect, it } from 'vitest';
import { assistanceAnswer } from '../../central/people/answers/assistance.ts';
import { contributionsAnswer } from '../../central/people/answers/contributions.ts';
import { entitlementsAnswer } from '../../central/people/answers/entitlements.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { housingAnswer } from '../../central/people/answers/housing.ts';
import { injuryAnswer } from '../../central/people/answers/injury.ts';
import { maternityAnswer } from '../../central/people/answers/maternity.ts';
import { pensionAnswer } from '../../central/people/answers/pension.ts';
import { residentPensionAnswer } from '../../central/people/answers/resident-pension.ts';
import { serviceAnswerSchema } from '../../common/contracts/session/services/answer.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import { contributionsViewOf } from './contributions.ts';
import { askHome } from './home.ts';
import { pensionViewOf } from './pension.ts';
import { askService } from './resident-services.ts';
import { unemploymentViewOf } from './unemployment.ts';

const people = loadPeople();
const now = Date.parse('2011-12-31T12:00:00+08:00');
const timing = { wallMs: 3, serverMs: 1 } as const;
const unknown: CallFailure = { kind: 'refused', status: 404, about: 'access', detail: '', code: 'NO_SUCH_PERSON' };

/** The reference centre's answers without the network between. */
function reply<T>(answer: T | null) {
  return Promise.resolve(answer === null ? err(unknown) : ok({ reply: answer, timing: timing as never }));
}
const benefits: Benefits = {
  medicalSummary: () => reply(null),
  coverage: () => reply(null),
  pension: (who) => reply(pensionAnswer(people, now, unwrapPii(who))),
  contributions: (who) => reply(contributionsAnswer(people, now, unwrapPii(who))),
  entitlements: (who) => reply(entitlementsAnswer(people, now, unwrapPii(who))),
  injury: (who) => reply(injuryAnswer(people, now, unwrapPii(who))),
  maternity: (who) => reply(maternityAnswer(people, now, unwrapPii(who))),
  assistance: (who) => reply(assistanceAnswer(people, now, unwrapPii(who), { plans: [], paid: null })),
  housing: (who) => reply(housingAnswer(people, now, unwrapPii(who))),
  residentPension: (who) => reply(residentPensionAnswer(people, now, unwrapPii(who))),
  card: () => reply(null),
  cardWithdraw: () => reply(null),
  certificateIssue: () => reply(null),
  certificateVerify: () => reply(null),
  entitlementProof: () => reply(null),
  cardLoss: () => reply(null),
  cardLossReport: () => reply(null),
  declaration: () => reply(null),
  writeDeclare: () => expect.fail('nothing is declared here'),
  declare: () => reply(null),
};
const steps: string[] = [];
const deps = { benefits, timing: (step: string) => void steps.push(step) };

function holderOf(name: string) {
  const career = people.careers.get(name) ?? expect.fail(name);
  const { identityNumber, cardNumber } = career;
  return pii({ name: career.name, identityNumber, cardNumber, cardId: '', regionCode: null });
}

function whoOf(name: string): WhoAsks {
  const { name: called, identityNumber } = unwrapPii(holderOf(name));
  return { name: called, identityNumber };
}

describe('the home page', () => {
  it('names the services that the city has, and whose city it is', async () => {
    const home = await askHome(deps, holderOf('beijing-turner'));
    expect(home).toMatchObject({ ok: true, value: { city: '北京市' } });
    expect(home.ok && home.value.services).toEqual(expect.arrayContaining(['pension', 'medical', 'contributions']));
    expect(steps).toContain('benefits.home');
  });

  it('offers nothing that the city does not name', async () => {
    const entitlements: Benefits['entitlements'] = (who) => {
      const answer = entitlementsAnswer(people, now, unwrapPii(who));
      return reply(answer === null ? null : { ...answer, offers: ['pension'] });
    };
    const home = await askHome({ ...deps, benefits: { ...benefits, entitlements } }, holderOf('beijing-turner'));
    expect(home.ok && home.value.services).not.toContain('medical');
    expect(home.ok && home.value.services).toContain('pension');
  });

  it('does not offer a benefit that the city has no rule for', async () => {
    const entitlements: Benefits['entitlements'] = (who) => {
      const answer = entitlementsAnswer(people, now, unwrapPii(who));
      return reply(answer === null ? null : { ...answer, unemployment: null });
    };
    const home = await askHome({ ...deps, benefits: { ...benefits, entitlements } }, holderOf('beijing-turner'));
    expect(home.ok && home.value.services).not.toContain('unemployment');
  });

  it('of somebody without a record there offers the medical account alone', async () => {
    const stranger = pii({ ...unwrapPii(holderOf('beijing-turner')), name: '测试丙' });
    expect(await askHome(deps, stranger)).toEqual({ ok: true, value: { city: null, services: ['medical'] } });
  });
});

describe.each([...people.careers.keys()])('%s', (name) => {
  it.each([
    'pension',
    'contributions',
    'unemployment',
    'injury',
    'maternity',
    'assistance',
    'housing',
    'residentPension',
    'entitlements',
  ] as const)('%s fits the contract of the screen', async (service) => {
    const answer = await askService(deps, holderOf(name), { service, part: null });
    if (!answer.ok) return expect.fail(answer.error.code);
    expect(serviceAnswerSchema.parse(answer.value)).toEqual(answer.value);
    expect(Buffer.byteLength(JSON.stringify(answer.value))).toBeLessThan(48 * 1024);
  });
});

it('goals, counts and shares of a city are no sums that anybody gets', async () => {
  const answer = await askService(deps, holderOf('beijing-turner'), { service: 'entitlements', part: null });
  if (!answer.ok || answer.value.service !== 'entitlements') return expect.fail();
  const ids = answer.value.standards.map(({ id }) => id);
  expect(ids).toContain('minimumLivingUrban');
  for (const absent of ['rentSubsidy', 'residentInpatientGoal', 'residentPensionFloor'])
    expect(ids).not.toContain(absent);
  expect(answer.value.standards.find(({ id }) => id === 'welfarePension')?.illustrative).toBe(true);
});

it('what was paid stands with its own service, and nowhere else', async () => {
  const payments = async (name: string) => {
    const answer = await askService(deps, holderOf(name), { service: 'entitlements', part: null });
    return answer.ok && answer.value.service === 'entitlements' ? answer.value.payments : expect.fail();
  };
  expect((await payments('beijing-veteran')).map(({ what }) => what)).toEqual([
    '义务兵家庭优待金',
    '定期抚恤金',
    '养老助残券',
  ]);
  for (const name of ['beijing-clerk', 'tianjin-injured', 'beijing-household'])
    expect(await payments(name)).toEqual([]);
});

describe('what is asked of the record', () => {
  const asked: Pii<unknown>[] = [];
  const watched = { ...deps, benefits: { ...benefits, contributions: watch } };
  function watch(who: Parameters<Benefits['contributions']>[0]): ReturnType<Benefits['contributions']> {
    asked.push(who);
    return benefits.contributions(who);
  }

  it('is a year, for the months of one insurance', async () => {
    const part = { service: 'contributions', part: '2005 medical' } as const;
    const answer = await askService(watched, holderOf('beijing-turner'), part);
    expect(answer).toMatchObject({ ok: true, value: { year: '2005', insurance: 'medical' } });
    expect(asked.map((who) => unwrapPii(who))).toMatchObject([{ year: '2005' }]);
  });

  it.each(['2005', 'medical', '05 medical', '2005 housing', '2005 medical x', ''])('is never "%s"', async (part) => {
    const answer = await askService(watched, holderOf('beijing-turner'), { service: 'contributions', part });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BENEFITS_BAD_ANSWER' } });
    expect(asked).toHaveLength(1);
  });
});

describe('an answer whose sums do not hold is not shown', () => {
  it('pension: the parts and their total', () => {
    const answer = pensionAnswer(people, now, whoOf('beijing-turner')) ?? expect.fail();
    expect(pensionViewOf(answer)).not.toBeNull();
    const estimate = answer.estimate ?? expect.fail();
    expect(pensionViewOf({ ...answer, estimate: { ...estimate, total: '0.01' } })).toBeNull();
  });

  it('unemployment: what is due, drawn and left', () => {
    const answer = entitlementsAnswer(people, now, whoOf('beijing-clerk')) ?? expect.fail();
    const own = answer.unemployment ?? expect.fail();
    expect(unemploymentViewOf(answer)).toMatchObject({ state: 'drawing', medicalScheme: '310', clinicSubsidy: false });
    expect(unemploymentViewOf({ ...answer, offers: ['unemploymentOutpatient'] })?.clinicSubsidy).toBe(true);
    expect(unemploymentViewOf({ ...answer, unemployment: { ...own, monthsLeft: own.monthsLeft + 1 } })).toBeNull();
  });

  it('record: rows and year, insurances and years, spans and months, the year that was asked for', () => {
    const answer = contributionsAnswer(people, now, whoOf('beijing-turner')) ?? expect.fail();
    const [row, ...rows] = answer.rows;
    const [one, ...others] = answer.insurances;
    if (row === undefined || one === undefined) return expect.fail('an empty record');
    expect(contributionsViewOf(answer, null)).not.toBeNull();
    expect(contributionsViewOf({ ...answer, rows }, null)).toBeNull();
    expect(contributionsViewOf({ ...answer, rows: [{ ...row, month: '1999-01' }, ...rows] }, null)).toBeNull();
    expect(contributionsViewOf({ ...answer, insurances: others }, null)).toBeNull();
    const longer = { ...one, months: one.months + 1 };
    expect(contributionsViewOf({ ...answer, insurances: [longer, ...others] }, null)).toBeNull();
    expect(contributionsViewOf(answer, { year: '2005', insurance: 'medical' })).toBeNull();
  });
});
