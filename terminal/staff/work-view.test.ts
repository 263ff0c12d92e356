import { expect, it } from 'vitest';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import { workView } from './work-view.ts';

const row = (kind: WorklistRow['kind'], detail: WorklistRow['detail']): WorklistRow => ({
  ...{ id: 4, kind, subject: 'S', encounterId: 'MZ1', settlementId: 1, amountFen: null, detail, openedAt: 1000 },
  ...{ resolution: null, by: null, second: null, reason: null, resolvedAt: null },
});
const named = (kind: WorklistRow['kind'], detail: WorklistRow['detail']) =>
  workView(row(kind, detail), 61_000, []).facts.map(({ name, value }) => `${name}=${value}`);

it('of a slip it shows which one, the number that a copy takes, and what the printer had', () => {
  const slip = { jobId: 'f'.repeat(32), kind: 'settlement', copy: 0, messageId: 'H1', trouble: 'paperOut' };
  expect(named('print-unknown', slip)).toEqual(['kind=settlement', 'messageId=H1', 'trouble=paperOut']);
});

it('of a cash part it shows the numbers by which the cashier has it, and what is known of the cashier', () => {
  const asked = { cashier: 'gone', setlId: 'S1', messageId: 'H1', key: 'f'.repeat(32) };
  expect(named('collection-unknown', asked)).toEqual(['setlId=S1', 'messageId=H1', 'cashier=gone']);
});

it('of a record that was set aside, its number in the queue and where it was to go', () => {
  const dead = { row: 9, destination: 'his', call: 'settlement', messageId: 'H1', reason: 'HTTP 400' };
  expect(named('row-dead', dead)).toEqual(['reason=HTTP 400', 'row=9', 'destination=his']);
});

it('leaves out what is not known, and never shows a fourth fact', () => {
  const open = { state: 'unknown', mdtrtId: 'V1', rounds: 6, fenceFailures: 0, setlId: null, why: null };
  expect(named('settlement-unknown', open)).toEqual(['rounds=6', 'state=unknown', 'mdtrtId=V1']);
});
