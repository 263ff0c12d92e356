import { expect, it } from 'vitest';
import type { WorklistDetail, WorklistKind } from '../../common/contracts/worklist.ts';
import { isDoubtful, saysPaid, saysThere } from './matter.ts';
import { CONFIRMED, settlementKit } from './testing/settlement.ts';

/** A settlement that counts, and rows of the work-list about it. */
function make() {
  const kit = settlementKit();
  const row = kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
  const { store } = kit;
  const open = (kind: WorklistKind, detail: WorklistDetail = {}, settlementId: number | null = row.id): number =>
    store.transaction(() => {
      const subject = `matter ${store.worklist.list('all', 99).length}`;
      return store.worklist.open({ kind, subject, encounterId: 'E', settlementId, amountFen: null, detail, nowMs: 1 });
    }).id;
  const close = (id: number, resolution: 'noted' | 'stands' | 'refund', nowMs: number): void => {
    const act = { resolution, by: 'A', second: 'B', reason: 'seen', nowMs };
    store.transaction(() => store.worklist.resolve(id, act));
  };
  return { ...kit, open, close, isDoubtful: () => isDoubtful(store, row) };
}

it.each([
  ['settlement-late', {}, true, true],
  ['difference', { verdict: 'deniedHere' }, true, true],
  ['difference', { verdict: 'doubled' }, true, true],
  ['settlement-unsound', {}, false, true],
  ['difference', { verdict: 'missingThere' }, false, false],
  ['settlement-unknown', { verdict: 'doubled' }, false, false],
] as const)('%s %o says that it is paid: %s, that the centre has anything of it: %s', (kind, detail, paid, there) => {
  const m = make();
  m.open(kind, detail);
  expect(m.work().map((row) => [saysPaid(row), saysThere(row)])).toEqual([[paid, there]]);
});

it.each([
  ['difference', { verdict: 'missingThere' }, true],
  ['difference', { verdict: 'missingThere', setlId: 'S1' }, true],
  ['difference', { verdict: 'missingThere', setlId: 'R1' }, false],
  ['difference', { verdict: 'doubled' }, false],
  ['row-dead', { verdict: 'missingThere' }, false],
  ['settlement-unsound', {}, true],
  ['settlement-unsound', { setlId: 'B' }, true],
  // It counts by figures that are sound.
  ['settlement-unsound', { setlId: 'S1' }, false],
] as const)('%s %o makes it doubtful: %s', (kind, detail, is) => {
  const m = make();
  expect(m.isDoubtful()).toBe(false);
  const id = m.open(kind, detail);
  expect(m.isDoubtful()).toBe(is);
  m.close(id, 'noted', 5);
  expect(m.isDoubtful()).toBe(is);
});

it('a doubt ends by itself, by a decision, or by people who say later that it stands', () => {
  const ended = make();
  ended.open('settlement-unsound');
  ended.store.transaction(() => ended.store.worklist.end('settlement-unsound', 'matter 0', 5));
  const decided = make();
  decided.close(decided.open('settlement-unsound'), 'refund', 5);
  const later = make();
  later.close(later.open('settlement-unsound'), 'noted', 5);
  later.close(later.open('settlement-late'), 'stands', 6);
  expect([ended, decided, later].map((m) => m.isDoubtful())).toEqual([false, false, false]);
  const before = make();
  before.close(before.open('settlement-late'), 'stands', 5);
  before.close(before.open('settlement-unsound'), 'noted', 6);
  const open = make();
  open.close(open.open('settlement-late'), 'stands', 5);
  open.open('settlement-unsound');
  const ofOthers = make();
  ofOthers.close(ofOthers.open('settlement-unsound'), 'noted', 5);
  ofOthers.close(ofOthers.open('settlement-late', {}, null), 'stands', 6);
  expect([before, open, ofOthers].map((m) => m.isDoubtful())).toEqual([true, true, true]);
});
