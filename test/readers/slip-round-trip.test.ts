import { describe, expect, it } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { CODE_DATA, settlementSlip } from '../../drivers/receipt-printer/fixtures/sample-slips.ts';
import { readReceipt } from './paper-text.ts';

describe('what a stranger reads from the bytes', () => {
  it.each([48, 32])('the amounts, the QR code and every name at %i columns', (columns) => {
    const receipt = readReceipt(printOffline(settlementSlip(2), columns).bytes);
    expect(receipt.amounts).toEqual({ total: 62850, funds: 50531, account: 8640, cash: 3679 });
    expect(receipt).toMatchObject({ qr: [CODE_DATA], copy: 2, cuts: 1 });
    const text = receipt.lines.join('').replaceAll(/\s/g, '');
    for (const name of ['阿托伐他汀钙片20mg', '苯磺酸氨氯地平片5mg', '诊察费副主任医师']) expect(text).toContain(name);
  });
});
