import { expect, test } from 'vitest';
import { type Facts, holds, type When } from './when.ts';

const facts: Facts = {
  category: 'employed',
  kind: 'outpatient',
  level: 2,
  age: 45,
  stay: 'first',
  birthDate: '1966-01-01',
  workedSince: null,
  retiredSince: '1999-01-01',
  statuses: ['低保'],
  away: null,
  disease: null,
};

test.each<[When, boolean]>([
  [{}, true],
  [{ category: ['retired', 'employed'] }, true],
  [{ category: ['retired'] }, false],
  [{ kind: ['inpatient'] }, false],
  [{ level: [1, 2] }, true],
  [{ age: { from: 45 } }, true],
  [{ age: { from: 46 } }, false],
  [{ age: { under: 45 } }, false],
  [{ age: { from: 35, under: 46 } }, true],
  [{ stay: 'later' }, false],
  [{ bornBefore: '1966-01-01' }, false],
  [{ bornBefore: '1966-01-02' }, true],
  [{ workedBefore: '2001-01-01' }, false],
  [{ retiredBefore: '2001-01-01' }, true],
  [{ status: ['特困', '低保'] }, true],
  [{ status: ['特困'] }, false],
  [{ away: ['referred'] }, false],
  [{ disease: ['SD001'] }, false],
  [{ category: ['employed'], level: [3] }, false],
])('%j holds: %s', (when, expected) => {
  expect(holds(when, facts)).toBe(expected);
});

test('what is not known of a person does not hold', () => {
  expect(holds({ age: { under: 99 } }, { ...facts, age: null })).toBe(false);
  expect(holds({ bornBefore: '2099-01-01' }, { ...facts, birthDate: null })).toBe(false);
});
