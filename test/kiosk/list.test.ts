import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allAttempts, rowOf } from './attempts/all.ts';

const page = readFileSync('docs/kiosk-lockdown.md', 'utf8');
/** A row of the tables of attempts: its second column holds gains. */
const GAINS = /^\| .+ \| (?:(?:window|glass|page|elsewhere|file|zoom|gone)(?:, )?)+ \| `/;
const policy = JSON.parse(readFileSync('kiosk-config/os/chromium-policy.json', 'utf8')) as Record<string, unknown>;

it('the page lists every attempt with its locks, and no other', () => {
  const rows = page.split('\n').filter((line) => GAINS.test(line));
  expect(rows).toEqual(allAttempts.map(rowOf));
});

it('there are at least 40 attempts, each with a name of its own', () => {
  expect(new Set(allAttempts.map(({ id }) => id)).size).toBe(allAttempts.length);
  expect(allAttempts.length).toBeGreaterThanOrEqual(40);
});

it('every policy key that an attempt names is in the policy that ships', () => {
  const named = allAttempts.flatMap(({ locks }) => locks).filter((lock) => lock.startsWith('policy:'));
  for (const lock of named) expect(policy).toHaveProperty([lock.slice('policy:'.length)]);
});
