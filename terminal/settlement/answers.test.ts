import { expect, it } from 'vitest';
import { resolutionsOf, type WorklistDetail, type WorklistKind } from '../../common/contracts/worklist.ts';
import type { SettlementChange } from '../store/settlements.ts';
import { answersOf, whyNot } from './answers.ts';
import { fencing, reversed, rulingKit, settled } from './testing/ruling.ts';

const gone = { verdict: 'missingThere', setlId: 'S1' } as const;
const doubled = { verdict: 'doubled', setlId: 'S2' } as const;

const matters: readonly (readonly [WorklistKind, WorklistDetail])[] = [
  ['settlement-unknown', {}],
  ['settlement-late', { setlId: 'S2' }],
  ['settlement-after-session', {}],
  ['settlement-unsound', { setlId: 'S1' }],
  ['reversal-stuck', {}],
  ['row-dead', {}],
  ['difference', { verdict: 'amountDiffers', setlId: 'S1' }],
  ['difference', gone],
  ['difference', doubled],
  ['difference', { ...doubled, messageId: 'another sender’s' }],
  ['print-unknown', {}],
  ['collection-unknown', { setlId: 'S1' }],
];
const states: readonly SettlementChange[] = [
  { state: 'unknown' },
  fencing(),
  settled,
  { state: 'refused', live: false },
  { state: 'notSent', live: false },
  reversed,
  { ...settled, ...reversed },
];

it.each(matters)('%s %j: what is offered is what the ruling takes, in every state', async (kind, detail) => {
  const told: unknown[] = [];
  const ruled: unknown[] = [];
  for (const settlement of [...states, null]) {
    for (const resolution of resolutionsOf[kind]) {
      // The centre bears everything out, so that nothing but the rules of row and state refuses.
      const shows = () => (resolution === 'void' ? 'missing' : 'found');
      const kit = rulingKit({ kind, detail, settlement, shows, under: (setlId) => setlId ?? 'S1' });
      const row = kit.item();
      const why = whyNot(kit.store, row, resolution);
      expect(row === null ? [] : answersOf(kit.store, row).includes(resolution)).toBe(why === null);
      const done = await kit.rule({ resolution });
      const of = `${settlement?.state ?? 'none'} ${resolution}`;
      told.push([of, why]);
      ruled.push([of, done.ok ? null : done.error.code]);
    }
  }
  expect(told).toEqual(ruled);
});

it('noted: not of what counts here and is gone there, nor of money that nobody counts on', () => {
  const noted = (detail: WorklistDetail, settlement: SettlementChange) => {
    const kit = rulingKit({ kind: 'difference', detail, settlement });
    return whyNot(kit.store, kit.item(), 'noted');
  };
  expect(noted(gone, settled)).toBe('WORKLIST_NOT_ALLOWED');
  expect(noted(doubled, settled)).toBe('WORKLIST_NOT_ALLOWED');
  expect(noted(gone, reversed)).toBeNull();
  expect(noted({ verdict: 'amountDiffers' }, settled)).toBeNull();
});

it('a row that is not there, or has ended, takes no answer', async () => {
  const kit = rulingKit({ kind: 'print-unknown' });
  expect(whyNot(kit.store, null, 'noted')).toBe('WORKLIST_NOT_FOUND');
  expect(await kit.rule({ resolution: 'noted' })).toMatchObject({ ok: true });
  expect(whyNot(kit.store, kit.item(), 'noted')).toBe('WORKLIST_NOT_FOUND');
});
