import { expect, it } from 'vitest';
import { openOperatorStore } from '../store/operator-store.ts';
import { createOperator } from './operator.ts';

const HOUR = 3_600_000;
const record = {
  key: '1'.padStart(32, '0'),
  kind: 'settlement',
  terminal: 'ZZ-07',
  institution: 'H99010000001',
  sequence: 1,
  occurredAt: '2026-03-02 09:00:00',
  body: { total: '70.48' },
};

it('a record that comes again after the life of its key stands in the books twice; the query would have said so', () => {
  const store = openOperatorStore(':memory:');
  let now = Date.parse('2026-03-02T09:00:00+08:00');
  const operator = createOperator(
    store,
    () => now,
    () => 24 * HOUR,
  );
  const post = () => operator.post('h'.repeat(64), { records: [record] }).answers;
  const query = () => operator.query([record.key, 'f'.repeat(32)]).states.map(({ state }) => state);
  expect(query()).toEqual(['unknown', 'unknown']);
  expect(post()).toMatchObject([{ result: 'stored' }]);
  now += 23 * HOUR;
  expect(post()).toMatchObject([{ result: 'stored' }]);
  expect(store.all()).toHaveLength(1);
  now += 2 * HOUR;
  expect(query()).toEqual(['stored', 'unknown']);
  expect(post()).toMatchObject([{ result: 'stored' }]);
  expect(store.all()).toEqual([record, record]);
});
