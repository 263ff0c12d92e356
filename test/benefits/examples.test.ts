import { describe, expect, test } from 'vitest';
import { examples } from './examples/all.ts';

describe('worked examples come out to the fen', () => {
  test.each(examples.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(one.work().results).toEqual(one.expected);
  });
});
