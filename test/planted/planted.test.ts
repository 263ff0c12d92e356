import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INVARIANTS } from '../faults/check/finding.ts';
import { plansOf } from './schedules.ts';
import { names } from './variant.ts';
import { variants } from './variants.ts';

const room = import.meta.dirname;
const root = join(room, '..', '..');

/** The bugs that the promise names; each is to be planted and caught. */
const NAMES = [
  'key-regenerated',
  'send-before-commit',
  'normal-for-full',
  'timeout-is-failed',
  'refused-connection-is-unknown',
  'no-unique',
  'float-money',
  'head-of-line',
  'print-before-commit',
  'resend-after-not-found',
  'fence-with-new-id',
  'reversal-not-stored-first',
  'late-reply-accepted',
  'other-person-accepted',
  'money-identity-unchecked',
  'infcode-string-is-not-number',
  'null-output-is-success',
  'unknown-does-not-block',
  'wall-clock-order',
  'clock-back-reuses-id',
  'expired-key-unqueried',
  'reprint-unmarked',
  'unknown-print-is-printed',
  'card-generation-ignored',
  'second-instance-allowed',
  'paid-is-billed-again',
  'notice-to-newest-biller',
  'given-back-is-collected',
  'key-takes-later-settlement',
  'quote-outlives-its-lines',
];

it('all 30 variants are there, each with its patch, and no patch is without a variant', () => {
  expect(NAMES).toHaveLength(30);
  expect(variants.map(({ name }) => name)).toEqual(NAMES);
  const patches = readdirSync(room).filter((file) => file.endsWith('.patch'));
  expect(patches.sort()).toEqual(NAMES.map((name) => `${name}.patch`).sort());
});

describe.each(variants)('$name', (variant) => {
  const patch = join(room, `${variant.name}.patch`);

  it('still fits the tree, and changes production code alone', () => {
    execFileSync('git', ['apply', '--check', patch], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    const touched = [...readFileSync(patch, 'utf8').matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file = '']) => file);
    expect(touched).not.toEqual([]);
    for (const file of touched) expect(file).toMatch(/^(terminal|common)\/(?!.*\.test\.ts)/);
  });

  it('has a check that can name it', () => {
    const { lane, check } = variant;
    if (lane.kind === 'faults') {
      expect(Object.keys(INVARIANTS)).toContain(check);
      expect(plansOf({ ...lane, seeds: 1 })).toHaveLength(1);
    } else if (lane.kind === 'test') {
      const text = readFileSync(join(root, lane.file), 'utf8');
      // A title with figures in it is made of a table; its words are there.
      expect(text).toContain(check.replace(/^.*\d (?=fen)/, ''));
    }
    expect(names(variant, { check: 'another', what: '' })).toBe(false);
  });
});
