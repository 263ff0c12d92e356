import { describe, expect, it } from 'vitest';
import { factsFromAutomatic, factsFromRealTime, NO_TROUBLE, statusOf } from './status.ts';

describe('printer status', () => {
  it('reads the answers of a printer that waits for paper (DLE EOT 1e 32 12 72, automatic 1c 00 0c 0f)', () => {
    const polled = factsFromRealTime([0x1e, 0x32, 0x12, 0x72]);
    expect(polled).toEqual({ ...NO_TROUBLE, offline: true, paperOut: true });
    expect(factsFromAutomatic([0x1c, 0x00, 0x0c, 0x0f])).toEqual(polled);
    expect(statusOf(polled)).toEqual({ kind: 'paperOut' });
  });

  it.each([
    [[0x16, 0x12, 0x12, 0x12], { kind: 'ready', nearEnd: false }],
    [[0x16, 0x12, 0x12, 0x1e], { kind: 'ready', nearEnd: true }],
    [[0x1e, 0x16, 0x12, 0x72], { kind: 'coverOpen' }],
    [[0x1e, 0x52, 0x1a, 0x12], { kind: 'cutterJam' }],
    [[0x1e, 0x52, 0x52, 0x12], { kind: 'fault' }],
    [[0x1e, 0x52, 0x32, 0x12], { kind: 'fault' }],
    [[0x1e, 0x12, 0x12, 0x12], { kind: 'fault' }],
  ] as const)('%j is %j', (answers, status) => {
    expect(statusOf(factsFromRealTime([...answers]))).toEqual(status);
  });
});
