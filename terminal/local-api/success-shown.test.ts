import { expect, it } from 'vitest';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import { PAID, Walk } from '../session/testing/session-kit.ts';
import { settled } from '../testing/people.ts';
import { createSuccessShown } from './success-shown.ts';

const at = (snapshot: Snapshot, version: number): Snapshot => ({ ...snapshot, version });
const before = new Walk().toWorking();
const question = before.snapshot();
const { op, prepared } = before.last('settle');
before.send({ kind: 'settleEnded', op, result: { kind: 'settled', settled: settled(prepared) } });
const success = before.snapshot();

function bench() {
  const told: string[] = [];
  const shown = createSuccessShown((id) => told.push(id));
  shown.sent(at(question, 4));
  return { shown, told };
}

it('tells once that a screen has drawn it', () => {
  const { shown, told } = bench();
  shown.sent(at(success, 5));
  expect(told).toEqual([]);
  shown.rendered({ frames: 2, version: 5, painted: true });
  shown.rendered({ frames: 4, version: 5, painted: true });
  expect(told).toEqual([PAID]);
});

it.each([
  ['of the question before it', { version: 4, painted: true }],
  ['of an empty page', { version: 5, painted: false }],
] as const)('a proof %s tells nothing, and the next one may', (_what, seen) => {
  const { shown, told } = bench();
  shown.sent(at(success, 5));
  shown.rendered({ frames: 2, ...seen });
  expect(told).toEqual([]);
  shown.rendered({ frames: 4, version: 5, painted: true });
  expect(told).toEqual([PAID]);
});

it('a proof that is late still counts; one of the screen after it does not', () => {
  const late = bench();
  late.shown.sent(at(success, 5));
  late.shown.sent(at(success, 6));
  late.shown.sent(at(question, 7));
  late.shown.rendered({ frames: 2, version: 6, painted: true });
  expect(late.told).toEqual([PAID]);
  const skipped = bench();
  skipped.shown.sent(at(success, 5));
  skipped.shown.sent(at(question, 6));
  skipped.shown.rendered({ frames: 2, version: 6, painted: true });
  skipped.shown.rendered({ frames: 4, version: 5, painted: true });
  expect(skipped.told).toEqual([]);
});
