import { expect, it } from 'vitest';
import { deskFixtures } from '../fixtures/desk/index.ts';
import { pageOf, questionOf } from './question.ts';

const of = (name: string): string => questionOf((deskFixtures[name] ?? expect.fail(name)).screen);

it('is another one where a bill gets its quote, and where the quote is out of date', () => {
  const questions = ['bill', 'bill-differs', 'bill-quoted', 'bill-stale', 'bill-settling'].map(of);
  expect(new Set(questions).size).toBe(questions.length);
});

it('is another one in each phase of a refund and each step of a shift', () => {
  const questions = ['refund', 'refund-working', 'shift-open', 'shift-report', 'shift-count', 'shift-closed'].map(of);
  expect(new Set(questions).size).toBe(questions.length);
});

it('is another one once a step of a stay is under way, and once it is over', () => {
  const questions = ['stay-inside', 'stay-stepping', 'stay-done', 'stay-unknown-lines', 'stay-failed'].map(of);
  expect(new Set(questions).size).toBe(questions.length);
});

it('is the same while a number counts up', () => {
  const settling = deskFixtures['bill-settling'] ?? expect.fail();
  if (settling.screen.kind !== 'bill' || settling.screen.bill.working === null) return expect.fail();
  const { bill } = settling.screen;
  const later = { ...bill, working: { ...settling.screen.bill.working, sinceMs: 9000, pin: 3 } };
  expect(questionOf({ ...settling.screen, bill: later })).toBe(of('bill-settling'));
});

it('a page is one person’s and one bill’s, whatever becomes of its quote', () => {
  const page = (name: string): string => pageOf((deskFixtures[name] ?? expect.fail(name)).screen);
  expect(page('bill-quoted')).toBe(page('bill'));
  expect(page('bill-stay')).not.toBe(page('bill'));
  const { screen } = deskFixtures['bill'] ?? expect.fail();
  if (screen.kind !== 'bill') return expect.fail();
  const another = { ...screen, person: { ...screen.person, number: '990101********2046' } };
  expect(pageOf(another)).not.toBe(page('bill'));
});
