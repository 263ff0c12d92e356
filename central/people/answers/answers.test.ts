import { describe, expect, test } from 'vitest';
import { contributionsSchema } from '../../../common/contracts/benefits/contributions.ts';
import { entitlementsSchema } from '../../../common/contracts/benefits/entitlements.ts';
import { pensionSchema } from '../../../common/contracts/benefits/pension.ts';
import { addFen, fen, parseFen } from '../../../common/kernel/money.ts';
import { monthsFrom } from '../../../common/kernel/months.ts';
import { contributionsAnswer } from './contributions.ts';
import { entitlementsAnswer } from './entitlements.ts';
import { loadPeople } from './find.ts';
import { pensionAnswer } from './pension.ts';

const people = loadPeople();
const at = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);
const ask = (name: string) => {
  const career = people.careers.get(name);
  if (career === undefined) throw new Error(`no ${name}`);
  return { identityNumber: career.identityNumber, name: career.name };
};
const money = (text: string) => {
  const amount = parseFen(text);
  return amount.ok ? amount.value : fen(-1);
};

describe('every person, at several times', () => {
  const days = ['1999-06-30', '2010-06-30', '2011-12-31', '2026-03-02'];
  test.each([...people.careers.keys()])('%s: answers fit the contracts and their sums hold', (name) => {
    for (const day of days) {
      const pension = pensionSchema.parse(pensionAnswer(people, at(day), ask(name)));
      if (pension.estimate !== null) {
        expect(addFen(...pension.estimate.parts.map(({ amount }) => money(amount)))).toBe(
          money(pension.estimate.total),
        );
      }
      const newest = contributionsSchema.parse(contributionsAnswer(people, at(day), ask(name)));
      for (const { year, firm, person } of newest.years.slice(-2)) {
        const { rows } = contributionsSchema.parse(contributionsAnswer(people, at(day), { ...ask(name), year }));
        expect(addFen(fen(0), ...rows.map((row) => money(row.firm)))).toBe(money(firm));
        expect(addFen(fen(0), ...rows.map((row) => money(row.person)))).toBe(money(person));
      }
      expect(newest.rows.every(({ month }) => month <= day.slice(0, 7))).toBe(true);
      for (const { months, first, spans } of newest.insurances) {
        const counted = spans.filter(({ kind }) => kind !== 'missed');
        expect(counted.reduce((sum, { from, to }) => sum + monthsFrom(from, to), 0)).toBe(months);
        expect(counted[0]?.from).toBe(first);
        for (const [index, { from }] of spans.entries()) expect(from > (spans[index - 1]?.to ?? '')).toBe(true);
      }
      for (const who of ['firm', 'person'] as const) {
        const sum = (rows: readonly Record<typeof who, string>[]) =>
          addFen(fen(0), ...rows.map((row) => money(row[who])));
        expect(sum(newest.insurances)).toBe(sum(newest.years));
      }
      entitlementsSchema.parse(entitlementsAnswer(people, at(day), ask(name)));
    }
  });
});

test('the formula can be worked out again from its terms', () => {
  const pension = pensionAnswer(people, at('2011-12-31'), ask('beijing-turner'));
  const base = pension?.estimate?.parts.find(({ part }) => part === 'base');
  const term = (name: string): number => Number(base?.terms.find((one) => one.name === name)?.value);
  const again = ((term('C') + term('C') * term('Z')) / 2) * term('N') * 0.01;
  // The index is shown with four digits.
  expect(Math.abs(again - Number(base?.amount))).toBeLessThan(0.2);
});

test('the sums of a city say where they are from', () => {
  const answer = entitlementsAnswer(people, at('2025-01-01'), ask('harbin-injured'));
  expect(answer?.standards.every(({ figure }) => figure.source !== '')).toBe(true);
});

test('a year without months, and a person who is not known', () => {
  expect(contributionsAnswer(people, at('2011-12-31'), { ...ask('beijing-turner'), year: '2020' })?.rows).toEqual([]);
  expect(pensionAnswer(people, at('2011-12-31'), { ...ask('beijing-turner'), name: '测试' })).toBeNull();
  expect(contributionsAnswer(people, at('2011-12-31'), ask('harbin-resident'))).toMatchObject({
    years: [],
    year: null,
    rows: [],
  });
});
