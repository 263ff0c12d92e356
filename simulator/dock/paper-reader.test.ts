import { describe, expect, test } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { settlementSlip } from '../../drivers/receipt-printer/fixtures/sample-slips.ts';
import { readReceipt } from '../../test/readers/paper-text.ts';
import { readPaper } from './paper-reader.ts';

const print = (copy: number): Uint8Array => printOffline(settlementSlip(copy), 48).bytes;

describe('the dock’s reader of paper', () => {
  test('reads what the suites’ own reader reads', () => {
    const bytes = print(0);
    const [piece, ...more] = readPaper(bytes);
    expect(more).toEqual([]);
    expect(piece).toMatchObject({ kind: 'settlement', copy: false, cut: true });
    expect(piece?.amounts).toEqual(readReceipt(bytes).amounts);
    expect(piece?.messageId).toHaveLength(30);
    expect(readReceipt(bytes).lines.join('\n')).toContain(piece?.messageId);
  });
  test('a copy is a copy; pieces end at the cut', () => {
    const both = Uint8Array.from([...print(0), ...print(2)]);
    expect(readPaper(both).map(({ copy, cut }) => ({ copy, cut }))).toEqual([
      { copy: false, cut: true },
      { copy: true, cut: true },
    ]);
  });
  test('half a slip is uncut and tells no amounts that it does not bear', () => {
    const bytes = print(0);
    const [piece] = readPaper(bytes.subarray(0, Math.floor(bytes.length / 4)));
    expect(piece).toMatchObject({ cut: false, messageId: null });
  });
  test('bytes that are no slip are unreadable, and nothing is thrown', () => {
    expect(readPaper(Uint8Array.from([0x41, 0x42, 0x0a]))).toMatchObject([{ kind: 'unreadable', amounts: null }]);
    for (let seed = 0; seed < 50; seed++)
      readPaper(Uint8Array.from({ length: 300 }, (_, i) => (i * 7919 + seed * 104729) % 256));
    expect(readPaper(new Uint8Array())).toEqual([]);
  });
});
