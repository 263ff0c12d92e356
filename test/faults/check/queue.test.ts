import { expect, it } from 'vitest';
import { booksAfter } from '../testing.ts';
import { check } from './check.ts';

it.each(['settlement', 'refund'] as const)('the operator has one %s of a message', async (kind) => {
  const paid = await booksAfter([]);
  const told = paid.operator.find((record) => record.kind === 'settlement');
  if (told === undefined) throw new Error('nothing was told');
  const of = (times: number): string[] => {
    const more = Array.from({ length: times }, (_, index) => ({ ...told, kind, key: `${index}`.repeat(32) }));
    const others = paid.operator.filter((record) => record !== told);
    return check({ ...paid, operator: [...others, ...more] })
      .map(({ what }) => what)
      .filter((what) => what.includes('records of'));
  };
  expect(of(1)).toEqual([]);
  expect(of(2)).toHaveLength(1);
  expect(of(2)[0]).toContain(kind);
});
