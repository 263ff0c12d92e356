import { describe, expect, test } from 'vitest';
import { monthAfter, monthsBetween, monthsFrom } from '../../common/kernel/months.ts';
import { compare, formatRatio, ZERO } from '../../common/kernel/ratio.ts';
import { injuryAllowance, injuryLumpSum } from '../benefits/social/injury.ts';
import { loadCity, loadNational } from '../plans/social/load.ts';
import { type Career, careerSchema } from './career.ts';
import { careerOf, loadCareers } from './load.ts';
import { meanIndex, pensionStatus } from './pension-status.ts';
import { contributionRecords, monthsCounted } from './records.ts';
import { seedOf } from './seeds.ts';
import { unemploymentStatus } from './unemployment-status.ts';

const people = loadCareers();
const national = loadNational();

function person(name: string): Career {
  const found = people.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const statusOf = (name: string, month: string) =>
  pensionStatus(person(name), loadCity(person(name).city), national, month);

describe('made-up people', () => {
  test('live in test divisions, one each, in every city', () => {
    const all = [...people.values()];
    expect(all.every(({ identityNumber }) => identityNumber.startsWith('99'))).toBe(true);
    expect(new Set(all.map(({ identityNumber }) => identityNumber)).size).toBe(all.length);
    expect(new Set(all.map(({ city }) => city)).size).toBe(4);
    const one = person('beijing-turner');
    expect(careerOf(people, one.identityNumber.toLowerCase(), one.name)).toBe(one);
    expect(careerOf(people, one.identityNumber, '测试别人')).toBeNull();
  });

  test('a career with a real division, an overlap or a paid span without base fails', () => {
    const file = {
      identityNumber: person('beijing-turner').identityNumber,
      name: '测试',
      cardNumber: 'K1',
      city: 'harbin',
      retires: 'men',
      opening: '0.00',
      spans: [{ from: '2001-01', to: '2001-12', kind: 'paid', base: '1000.00', index: '1' }],
    };
    expect(careerSchema.safeParse(file).success).toBe(true);
    const changes = [
      { identityNumber: '11010519491231002X' },
      { spans: [{ from: '2001-01', to: '2001-12', kind: 'paid' }] },
      { spans: [...file.spans, { from: '2001-12', to: '2002-12', kind: 'missed' }] },
      { spans: [{ from: '2001-12', to: '2001-01', kind: 'away' }] },
    ];
    for (const change of changes) expect(careerSchema.safeParse({ ...file, ...change }).success).toBe(false);
  });
});

test('months', () => {
  expect([monthAfter('2010-12', 1), monthAfter('2010-01', -1), monthsFrom('1992-10', '1998-06')]).toEqual([
    '2011-01',
    '2009-12',
    69,
  ]);
  expect(monthsBetween('2010-11', '2011-02')).toEqual(['2010-11', '2010-12', '2011-01', '2011-02']);
  expect(monthsBetween('2011-02', '2010-11')).toEqual([]);
});

describe('contribution records', () => {
  test('a month in Beijing in 2010: each insurance with its base, the firm’s and the person’s part', () => {
    const records = contributionRecords(person('beijing-turner'), loadCity('beijing'), national, '2010-06');
    const last = records.filter(({ month }) => month === '2010-06');
    expect(last.map(({ insurance, firm, person: own }) => [insurance, firm, own])).toEqual([
      ['pension', 86_000, 34_400],
      ['medical', 43_000, 8_900],
      ['unemployment', 4_300, 860],
      ['injury', 2_150, 0],
      ['maternity', 3_440, 0],
    ]);
    expect(records[0]).toMatchObject({ month: '1974-09', kind: 'deemed', insurance: 'pension' });
  });

  test('flexible employment in Beijing pays the ordinary rates, and not those of subsidised people beside them', () => {
    const records = contributionRecords(person('beijing-freelance'), loadCity('beijing'), national, '2009-05');
    const last = records.filter(({ month }) => month === '2009-05');
    expect(last.map(({ insurance, firm, person: own }) => [insurance, firm, own])).toEqual([
      ['pension', 0, 29_800],
      ['medical', 0, 18_256],
      ['unemployment', 0, 1788],
    ]);
  });

  test('missed months are shown and not counted', () => {
    const records = contributionRecords(person('beijing-clerk'), loadCity('beijing'), national, '2011-03');
    const missed = records.filter(({ insurance, kind }) => insurance === 'pension' && kind === 'missed');
    expect(missed.map(({ month }) => month)).toEqual(monthsBetween('2009-07', '2009-12'));
    expect(monthsCounted(records, 'pension')).toBe(monthsFrom('1993-08', '2011-03') - 6);
  });

  test('nothing after the month that is asked for, and no month twice', () => {
    for (const career of people.values()) {
      const records = contributionRecords(career, loadCity(career.city), national, '2010-06');
      expect(records.every(({ month }) => month <= '2010-06')).toBe(true);
      const keys = records.map(({ month, insurance }) => `${month} ${insurance}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('pensions', () => {
  test('the turner of Beijing, end of 2011: months, index and the four parts', () => {
    const status = statusOf('beijing-turner', '2011-12');
    expect(status).toMatchObject({ state: 'paying', deemedMonths: monthsFrom('1974-09', '1992-09'), missedMonths: 0 });
    expect(status.paidMonths).toBe(monthsFrom('1992-10', '2011-12'));
    expect(status.retirement).toMatchObject({ age: { years: 60, months: 0 }, month: '2016-03' });
    expect(status.estimate?.parts.map(({ part }) => part)).toEqual(['base', 'account', 'deemed', 'early']);
    expect(status.estimate?.input.earlyMonths).toBe(69);
    expect(status.estimate?.futureMonths).toBe(monthsFrom('2012-01', '2016-02'));
  });

  test('the engineer of Harbin, born in May 1966, goes five months later than 60', () => {
    const { retirement, estimate } = statusOf('harbin-engineer', '2026-02');
    expect(retirement).toEqual({ age: { years: 60, months: 5 }, laterByMonths: 5, month: '2026-10' });
    expect(estimate?.futureMonths).toBe(7);
    // 139 − 7 × 5 / 12, to one decimal.
    const months = estimate?.parts.find(({ part }) => part === 'account')?.terms['m'];
    expect(months === undefined ? '' : formatRatio(months, 1)).toBe('136.1');
  });

  test('who draws a pension has no estimate; who has never paid has no index', () => {
    expect(statusOf('beijing-retired', '2011-06')).toMatchObject({ state: 'drawing', estimate: null });
    expect(compare(meanIndex(person('harbin-resident'), '2025-01'), ZERO)).toBe(0);
  });

  test('a missed month counts 0 in the index', () => {
    const clerk = person('beijing-clerk');
    expect(compare(meanIndex(clerk, '2009-12'), meanIndex(clerk, '2009-06'))).toBeLessThan(0);
  });

  test('the account grows from year to year', () => {
    const accounts = ['1995-12', '2000-12', '2005-12', '2011-12'].map(
      (month) => statusOf('beijing-turner', month).account,
    );
    expect([...accounts].sort((a, b) => a - b)).toEqual(accounts);
    expect(new Set(accounts).size).toBe(4);
  });
});

test('the clerk of Beijing draws unemployment benefit and stays insured as an employee', () => {
  const city = loadCity('beijing');
  const career = person('beijing-clerk');
  const paid = monthsCounted(contributionRecords(career, city, national, '2011-03'), 'unemployment');
  expect(unemploymentStatus(career, city, paid)).toEqual({
    state: 'drawing',
    monthsDue: 24,
    monthsDrawn: 3,
    monthsLeft: 21,
    nextMonth: 71_300,
    medicalScheme: '310',
  });
  expect(unemploymentStatus(person('beijing-turner'), city, 240)).toMatchObject({ state: 'none', medicalScheme: null });
});

test('what the injured worker of Harbin was paid is what the rules give', () => {
  const { injury, payments } = person('harbin-injured');
  if (injury === null) throw new Error('no injury');
  expect(payments.map(({ once, monthly }) => once ?? monthly)).toEqual([
    injuryLumpSum(national, injury.grade, injury.wage, `${injury.month}-15`),
    injuryAllowance(national, injury.grade, injury.wage, 0 as never),
  ]);
});

test('the ledger knows of 低保 from the month in which it was granted, so that a settlement has the assistance layer', () => {
  const resident = person('harbin-resident');
  expect(seedOf(resident, '1', '2018-12').entitlement.statuses).toEqual([]);
  expect(seedOf(resident, '1', '2019-01').entitlement.statuses).toEqual(['低保']);
  expect(seedOf(person('harbin-engineer'), '1', '2026-01').entitlement.statuses).toEqual([]);
});
