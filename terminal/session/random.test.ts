import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { live, step, World } from './testing/random-walk.ts';

test('whatever happens in whatever order: nobody is shown or printed under another, snapshots are valid, no throw', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 160, size: 'max' }), fc.boolean(), (todo, cashier) => {
      for (const one of live(new World({ collectMs: cashier ? 90_000 : null }), todo)) seen.add(one);
    }),
    { numRuns: 500, seed: 20_261_121 },
  );
  // The property says something only if the walks get there.
  expect(seen).toContain('confirm');
  expect(seen).toContain('working');
  expect(seen).toContain('done');
  expect(seen).toContain('unknown');
  expect(seen).toContain('print settlement');
  expect(seen).toContain('collect');
  expect(seen).toContain('cash collected');
  expect(seen).toContain('stillThere');
  expect(seen).toContain('service');
  expect(seen).toContain('print service');
  expect(seen).toContain('changePin');
  expect(seen).toContain('loss');
  expect(seen).toContain('print loss');
  expect(seen).toContain('pinResult');
  expect(seen).toContain('print pinChange');
  expect(seen).toContain('policy');
  expect(seen).toContain('print policy');
  // Three seconds alone; it says nothing about speed.
}, 60_000);

test('versions only grow, and every offered key is accepted on a fresh screen', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), (todo) => {
      const walk = new World();
      let version = -1;
      for (const one of todo) {
        live(walk, [one]);
        expect(walk.state.version).toBeGreaterThanOrEqual(version);
        version = walk.state.version;
      }
      const { screen } = walk;
      const trial = { ...walk.state };
      const keys: Partial<Record<typeof screen.kind, Intent>> = {
        visit: { kind: 'acceptFees' },
        split: { kind: 'acceptSplit' },
        stillThere: { kind: 'stay' },
        whoYouAre: { kind: 'end' },
        takeCard: { kind: 'end' },
      };
      const key = keys[screen.kind];
      if (key === undefined) return;
      walk.state = trial;
      expect(walk.want(key)).toBe(screen.kind !== 'takeCard');
    }),
    { numRuns: 150, seed: 7 },
  );
});
