import { expect, it } from 'vitest';
import type { AuditCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import { openOperatorStore } from '../store/operator-store.ts';
import { createOperator } from './operator.ts';

const CHAIN = 'c'.repeat(32);
const hashOf = (seq: number, variant = '0'): string => `${variant}${seq}`.padStart(64, 'a');

function start() {
  const store = openOperatorStore(':memory:');
  const operator = createOperator(store, () => Date.parse('2026-03-02T09:00:00+08:00'));
  let sent = 0;
  const tell = (checkpoint: Partial<AuditCheckpoint> & { seq: number }, terminal = 'ZZ-07', key?: string) => {
    sent += 1;
    const record = {
      key: key ?? sent.toString(16).padStart(32, '0'),
      kind: 'audit-checkpoint',
      terminal,
      institution: 'H99010000001',
      sequence: sent,
      occurredAt: '2026-03-02 09:00:00',
      body: {
        chain: CHAIN,
        slot: 7,
        hash: hashOf(checkpoint.seq),
        at: '2026-03-02 09:00:00',
        previous: null,
        ...checkpoint,
      },
    };
    return operator.post(`${sent}`, { records: [record] }).answers[0];
  };
  const alarms = () => operator.checkpoints().alarms.map((alarm) => `${alarm.reason} ${alarm.seq}`);
  return { tell, alarms, operator };
}
const point = (seq: number, variant = '0') => ({ seq, hash: hashOf(seq, variant) });

it('keeps what goes on from what was told before, also where one between never came', () => {
  const { tell, alarms, operator } = start();
  expect(tell({ seq: 3 })?.result).toBe('stored');
  expect(tell({ seq: 9, previous: point(3) })?.result).toBe('stored');
  expect(tell({ seq: 40, previous: point(20) })?.result).toBe('stored');
  expect(alarms()).toEqual([]);
  expect(operator.checkpoints().checkpoints.map(({ seq, terminal }) => [seq, terminal])).toEqual([
    [3, 'ZZ-07'],
    [9, 'ZZ-07'],
    [40, 'ZZ-07'],
  ]);
});

it('the same record again is a duplicate, not an alarm', () => {
  const { tell, alarms } = start();
  tell({ seq: 3 }, 'ZZ-07', 'f'.repeat(32));
  tell({ seq: 9, previous: point(3) });
  // Byte for byte what was sent first, in another batch.
  const again = tell({ seq: 3 }, 'ZZ-07', 'f'.repeat(32));
  expect(again?.result).toBe('rejected');
  expect(again?.reason).toBe('the key belongs to another record');
  expect(alarms()).toEqual([]);
});

it.each([
  ['contradicts', { seq: 9, hash: hashOf(9, '1'), previous: point(3) }],
  ['contradicts', { seq: 12, previous: point(9, '1') }],
  ['goes-back', { seq: 5, previous: point(3) }],
  ['rolled-back', { seq: 12, previous: point(3) }],
  ['rolled-back', { seq: 12, previous: null }],
] as const)('refuses, with an alarm, what %s', (reason, checkpoint) => {
  const { tell, alarms, operator } = start();
  tell({ seq: 3 });
  tell({ seq: 9, previous: point(3) });
  const answer = tell(checkpoint);
  expect(answer?.result).toBe('rejected');
  expect(answer?.reason).toContain(reason);
  expect(alarms()).toEqual([`${reason} ${checkpoint.seq}`]);
  expect(operator.checkpoints().checkpoints).toHaveLength(2);
});

it('refuses a chain that another terminal told of: two logs were swapped', () => {
  const { tell, alarms } = start();
  tell({ seq: 3 });
  expect(tell({ seq: 9, previous: point(3) }, 'ZZ-08')?.result).toBe('rejected');
  expect(alarms()).toEqual(['foreign-chain 9']);
});

it('takes a new chain of a terminal, but not in silence', () => {
  const { tell, alarms } = start();
  tell({ seq: 3 });
  expect(tell({ seq: 1, chain: 'd'.repeat(32) })?.result).toBe('stored');
  expect(alarms()).toEqual(['new-chain 1']);
});

it('refuses what is no checkpoint', () => {
  const { tell, alarms } = start();
  expect(tell({ seq: 0 })).toMatchObject({ result: 'rejected', reason: 'not an audit checkpoint' });
  expect(alarms()).toEqual([]);
});
