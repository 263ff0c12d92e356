import { describe, expect, it } from 'vitest';
import { assistanceAnswer } from '../../central/people/answers/assistance.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { housingAnswer } from '../../central/people/answers/housing.ts';
import { injuryAnswer } from '../../central/people/answers/injury.ts';
import { maternityAnswer } from '../../central/people/answers/maternity.ts';
import { residentPensionAnswer } from '../../central/people/answers/resident-pension.ts';
import { loadMedicalPlans } from '../../central/plans/medical/load.ts';
import { assistanceViewOf } from './assistance.ts';
import { exact, percentOf, plain } from './exact.ts';
import { housingViewOf } from './housing.ts';
import { injuryViewOf } from './injury.ts';
import { maternityViewOf } from './maternity.ts';
import { residentPensionViewOf } from './resident-pension.ts';

/** Injury, maternity, assistance, housing: an answer of the reference centre, and the same with one sum changed. */
const people = loadPeople();
const medical = { plans: loadMedicalPlans(), paid: '12.30' };
const who = (name: string) => {
  const { identityNumber, name: called } = people.careers.get(name) ?? expect.fail(name);
  return { identityNumber, name: called };
};
const now = Date.parse('2026-03-02T12:00:00+08:00');

describe('injury', () => {
  const answer = injuryAnswer(people, now, who('tianjin-injured')) ?? expect.fail();
  const accident = answer.accident ?? expect.fail();
  const { lumpSum, allowance, nursing } = accident;
  if (lumpSum === null || allowance === null || nursing === null) throw new Error('the fullest accident has all sums');
  type Change = Partial<typeof accident>;
  const read = (change: Change) => injuryViewOf({ ...answer, accident: { ...accident, ...change } });

  it('is shown as it stands', () => {
    expect(read({})?.accident).toMatchObject({
      wage: 90_000,
      lumpSum: { months: 22, amount: 1_980_000 },
      allowance: { percent: '85', amount: 76_500 },
      nursing: { percent: '30', average: 150_000, amount: 45_000 },
      pension: 64_000,
      difference: 12_500,
      monthly: 57_500,
      illustrative: true,
    });
    const young = injuryViewOf(injuryAnswer(people, now, who('harbin-injured')) ?? expect.fail());
    expect(young?.accident).toMatchObject({ difference: null, monthly: 225_000, illustrative: false });
  });

  it('an allowance is lifted to the minimum wage that is stated, and only so far', () => {
    const raised = { share: '0.85', least: '800.00', amount: '800.00' };
    expect(read({ allowance: raised, difference: '160.00', monthly: '610.00' })?.accident?.allowance?.least).toBe(
      80_000,
    );
    const more = { ...raised, amount: '800.01' };
    expect(read({ allowance: more, difference: '160.01', monthly: '610.01' })).toBeNull();
  });

  it.each<[string, Change]>([
    ['the lump sum', { lumpSum: { ...lumpSum, amount: '19800.01' } }],
    ['its months', { lumpSum: { ...lumpSum, months: 21 } }],
    ['the wage', { wage: '900.01' }],
    ['the allowance', { allowance: { ...allowance, amount: '765.01' }, difference: '125.01', monthly: '575.01' }],
    ['its share', { allowance: { ...allowance, share: '0.86' } }],
    ['nursing', { nursing: { ...nursing, amount: '450.01' }, monthly: '575.01' }],
    ['the difference', { difference: '125.01', monthly: '575.01' }],
    ['the pension', { pension: '639.99' }],
    ['a difference without a pension', { pension: null }],
    ['a pension without a difference', { difference: null }],
    ['what comes each month', { monthly: '574.99' }],
  ])('%s changed: nothing is shown', (_what, change) => {
    expect(read(change)).toBeNull();
  });

  it('a pension that is not lower leaves nothing to add', () => {
    expect(read({ pension: '765.00', difference: '0.00', monthly: '450.00' })?.accident?.difference).toBe(0);
    expect(read({ pension: '900.00', difference: '135.00', monthly: '585.00' })).toBeNull();
  });
});

describe('maternity', () => {
  const answer = maternityAnswer(people, now, who('harbin-mother')) ?? expect.fail();
  const [birth = expect.fail()] = answer.births;
  const read = (change: Partial<typeof birth>) => maternityViewOf({ ...answer, births: [{ ...birth, ...change }] });

  it('is shown as it stands, the newest birth first', () => {
    expect(read({})?.births).toMatchObject([{ days: 98, average: 500_000, allowance: 1_633_333 }]);
    const older = { ...birth, month: '2011-09', days: 90, average: '2400.00', allowance: '7200.00' };
    const both = maternityViewOf({ ...answer, births: [older, birth] });
    expect(both?.births.map(({ month }) => month)).toEqual(['2025-03', '2011-09']);
  });

  it.each<[string, Partial<typeof birth>]>([
    ['the allowance', { allowance: '16333.34' }],
    ['the days', { days: 97 }],
    ['the days a month', { daysPerMonth: '31' }],
    ['no days a month', { daysPerMonth: '0' }],
    ['the average', { average: '5001.00' }],
  ])('%s changed: nothing is shown', (_what, change) => {
    expect(read(change)).toBeNull();
  });
});

describe('assistance', () => {
  const answer = assistanceAnswer(people, now, who('harbin-resident'), medical) ?? expect.fail();
  const household = answer.household ?? expect.fail();
  type Change = Partial<typeof household>;
  const read = (change: Change) => assistanceViewOf({ ...answer, household: { ...household, ...change } });

  it('is shown as it stands', () => {
    const view = read({});
    expect(view?.household).toMatchObject({ people: 2, income: 54_000, standard: 90_000, monthly: 72_000 });
    expect(view?.medical).toEqual({ status: 'minimum', percent: '70', paid: 1230, illustrative: true });
    const other = assistanceViewOf({ ...answer, medical: { ...(answer.medical ?? expect.fail()), status: '低收入' } });
    expect(other?.medical?.status).toBe('other');
    expect(read({ income: '950.00', monthly: '0.00' })?.household?.monthly).toBe(0);
  });

  it.each<[string, Change]>([
    ['the sum', { monthly: '720.01' }],
    ['the people', { people: 3 }],
    ['the income', { income: '540.01' }],
    ['the standard', { standard: '900.01' }],
    ['an income above the standard', { income: '950.00', monthly: '100.00' }],
  ])('%s changed: nothing is shown', (_what, change) => {
    expect(read(change)).toBeNull();
  });
});

describe('housing', () => {
  const engineer = housingAnswer(people, now, who('harbin-engineer')) ?? expect.fail();
  const fund = engineer.fund ?? expect.fail();
  const [year = expect.fail(), ...years] = fund.years;
  const resident = housingAnswer(people, now, who('harbin-resident')) ?? expect.fail();
  const rent = resident.rent ?? expect.fail();
  const readFund = (change: Partial<typeof fund>) => housingViewOf({ ...engineer, fund: { ...fund, ...change } });
  const readRent = (change: Partial<typeof rent>) => housingViewOf({ ...resident, rent: { ...rent, ...change } });

  it('is shown as it stands', () => {
    const view = readFund({});
    expect(view?.fund).toMatchObject({ state: 'paying', firmPercent: '12', monthly: 216_000, opening: 18_640_000 });
    expect(view?.fund?.years.map((one) => one.year)).toEqual(['2026', '2025', '2024', '2023', '2022']);
    expect(readRent({})?.rent).toMatchObject({ area: '11.2', areaPerHead: '7', lacking: '2.8', monthly: 4200 });
    expect(readRent({ area: '15', monthly: '0.00' })?.rent).toMatchObject({ lacking: '0', monthly: 0 });
  });

  it.each<[string, Partial<typeof fund>]>([
    ['the month', { monthly: '2160.01' }],
    ['a side of it', { firm: '1079.00' }],
    ['the balance', { balance: '0.01' }],
    ['what was there before', { opening: '186400.01' }],
    ['a year left out', { years }],
    ['what came in', { years: [{ ...year, deposited: '0.00' }, ...years] }],
    ['what was taken out', { years: [{ ...year, withdrawn: '1.00' }, ...years] }],
  ])('fund, %s changed: nothing is shown', (_what, change) => {
    expect(readFund(change)).toBeNull();
  });

  it.each<[string, Partial<typeof rent>]>([
    ['the subsidy', { monthly: '42.01' }],
    ['the people', { people: 3 }],
    ['the area', { area: '11.3' }],
    ['the rate', { perSquareMetre: '15.01' }],
    ['a home that is large enough', { area: '15', monthly: '15.00' }],
  ])('rent, %s changed: nothing is shown', (_what, change) => {
    expect(readRent(change)).toBeNull();
  });
});

describe('residents’ pension', () => {
  const answer = residentPensionAnswer(people, now, who('beijing-villager')) ?? expect.fail();
  const sums = answer.sums ?? expect.fail();
  const [year = expect.fail(), ...years] = answer.years;
  const read = (change: Partial<typeof sums>) => residentPensionViewOf({ ...answer, sums: { ...sums, ...change } });

  it('is shown as it stands', () => {
    expect(read({})).toMatchObject({
      account: 973_000,
      sums: { base: 28_000, divisor: '139', fromAccount: 7000, total: 35_000, illustrative: true },
      limits: [{ percent: '9' }, { percent: '30' }],
    });
    expect(read({})?.years[0]?.year).toBe('2009');
    const none = residentPensionAnswer(people, now, who('harbin-engineer')) ?? expect.fail();
    expect(residentPensionViewOf(none)).toMatchObject({ state: 'none', account: 0, sums: null });
  });

  it.each<[string, Partial<typeof sums>]>([
    ['the total', { total: '350.01' }],
    ['the base', { base: '279.99' }],
    ['the part of the account', { fromAccount: '70.01', total: '350.01' }],
    ['the divisor', { divisor: '138.0' }],
    ['no divisor', { divisor: '0.0' }],
  ])('%s changed: nothing is shown', (_what, change) => {
    expect(read(change)).toBeNull();
  });

  it('an account that its years do not give is not shown', () => {
    expect(residentPensionViewOf({ ...answer, years })).toBeNull();
    expect(residentPensionViewOf({ ...answer, years: [{ ...year, paid: '999.99' }, ...years] })).toBeNull();
    expect(residentPensionViewOf({ ...answer, opening: '0.00' })).toBeNull();
    const unknown = { ...answer, sums: null };
    expect(residentPensionViewOf({ ...unknown, account: '9730.01' })).toBeNull();
    expect(residentPensionViewOf(unknown)?.sums).toBeNull();
  });
});

it('decimals as people read them', () => {
  expect(['0.75', '1', '0.125', '0.005', '0.7'].map(percentOf)).toEqual(['75', '100', '12.5', '0.5', '70']);
  expect([plain(exact('11.20')), plain(exact('70')), plain(exact('0'))]).toEqual(['11.2', '70', '0']);
  expect(() => exact('1,5')).toThrow(RangeError);
});
