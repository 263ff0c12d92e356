import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { enText, zhText } from '../../kiosk-config/policy-pages/testing/pages.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { createPolicies } from './policies.ts';

const folder = mkdtempSync(join(tmpdir(), 'minka-policies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [id, head] of [
  ['good', { validUntil: 'open' }],
  ['past', { validUntil: '2026-11-01' }],
  ['ending', { validUntil: '2026-11-22' }],
  ['wrong', { source: '' }],
] as const) {
  writeFileSync(join(folder, `${id}.zh-CN.md`), zhText(head));
  writeFileSync(join(folder, `${id}.en.md`), enText());
}

const HOUR = 3_600_000;
/** 22 November 2026, 20:00 in China. */
const EVENING = Date.UTC(2026, 10, 22, 12);

function library(ready = () => true) {
  const clock = manualClock(EVENING);
  const told: unknown[] = [];
  const policies = createPolicies({
    profile: { mode: 'lab', policyPages: { folder, cities: ['海川市'] } },
    clock,
    alarm: (code, facts) => told.push([code, facts]),
    ready,
  });
  policies.start();
  return { clock, told, policies };
}

describe('the policy pages of a terminal', () => {
  it('are those that are in order', () => {
    const { policies } = library();
    expect(policies.shelf.pages.map(({ id }) => id)).toEqual(['ending', 'good', 'past']);
    expect(policies.shelf.cities).toEqual(['海川市']);
  });

  it('that are not shown are told to the operator once, also one that ends while the terminal runs', () => {
    const { clock, told, policies } = library();
    clock.advance(HOUR);
    expect(told).toEqual([
      ['policy.refused', { count: 1, files: 'wrong.zh-CN.md' }],
      ['policy.expired', { count: 1, pages: 'past' }],
    ]);
    clock.advance(2 * HOUR);
    expect(told).toHaveLength(2);
    clock.advance(2 * HOUR);
    expect(told.slice(2)).toEqual([['policy.expired', { count: 1, pages: 'ending' }]]);
    policies.stop();
    clock.advance(48 * HOUR);
    expect(told).toHaveLength(3);
  });

  it('wait with that until the operator can be told', () => {
    let ready = false;
    const { clock, told } = library(() => ready);
    clock.advance(3 * HOUR);
    expect(told).toEqual([]);
    ready = true;
    clock.advance(HOUR);
    expect(told).toHaveLength(2);
  });

  it('are none where the profile names none', () => {
    const clock = manualClock(EVENING);
    const none = createPolicies({
      profile: { mode: 'lab', policyPages: null },
      clock,
      alarm: () => expect.fail('nothing to tell'),
      ready: () => true,
    });
    none.start();
    clock.advance(HOUR);
    expect(none.shelf).toEqual({ pages: [], cities: [] });
  });
});
