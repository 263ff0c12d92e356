import { describe, expect, it } from 'vitest';
import { readReceipt, readReceipts } from './paper-text.ts';

/** Bytes written by hand from the command reference and a GB 18030 table, not by the encoder. */
const gb = {
  total: [0xd2, 0xbd, 0xc1, 0xc6, 0xb7, 0xd1, 0xd7, 0xdc, 0xb6, 0xee], // 医疗费总额
  funds: [0xbb, 0xf9, 0xbd, 0xf0, 0xd6, 0xa7, 0xb8, 0xb6, 0xba, 0xcf, 0xbc, 0xc6], // 基金支付合计
  account: [0xb8, 0xf6, 0xc8, 0xcb, 0xd5, 0xcb, 0xbb, 0xa7, 0xd6, 0xa7, 0xb8, 0xb6], // 个人账户支付
  cash: [0xcf, 0xd6, 0xbd, 0xf0, 0xd6, 0xa7, 0xb8, 0xb6], // 现金支付
  youPay: [0xc4, 0xfa, 0xb8, 0xb6], // 您付
  yuan: [0xd4, 0xaa], // 元
  square: [0xa1, 0xf5], // □
  again: [0xb2, 0xb9, 0xb4, 0xf2], // 补打
};
const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const money = [
  ...[0x1b, 0x40, 0x1c, 0x26, ...gb.total, ...ascii('   1628.50'), 0x0a],
  ...[...gb.funds, ...ascii(' 505.31'), 0x0a],
  ...[...gb.account, ...ascii(' 1086.40'), 0x0a],
  ...[...gb.square, ...ascii(' '), ...gb.cash, ...ascii(' 36.79'), 0x0a],
];
const amounts = { total: 162850, funds: 50531, account: 108640, cash: 3679 };

describe('reading a receipt back', () => {
  it('finds the four amounts by their labels', () => {
    const receipt = readReceipt(Uint8Array.from(money));
    expect(receipt.lines[0]).toBe('医疗费总额   1628.50');
    expect(receipt.amounts).toEqual(amounts);
  });

  it('gives no amounts where the slip contradicts itself or lacks one', () => {
    const other = [...gb.youPay, ...ascii(' 36.80'), ...gb.yuan, 0x0a];
    expect(readReceipt(Uint8Array.from([...money, ...other])).amounts).toBeNull();
    expect(readReceipt(Uint8Array.from(money.slice(0, -9))).amounts).toBeNull();
  });

  it('skips images, padding, real-time commands and acknowledgement requests', () => {
    const image = [0x1b, 0x2a, 33, 1, 0, 0x0a, 0x1b, 0xff];
    const noise = [0, 0, 0x10, 0x04, 1, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 65, 66, 67, 68, 0x1d, 0x72, 1];
    const receipt = readReceipt(Uint8Array.from([...noise, 0x41, ...image, 0x42, 0x0a]));
    expect(receipt.lines).toEqual(['A〓B']);
  });

  it('reads four-byte codes, QR contents, the copy number and the pieces between cuts', () => {
    const qr = [0x1d, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30, 0x4d, 0x4b, 0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30];
    const cut = [0x1d, 0x56, 66, 0];
    const copy = [...gb.again, ...ascii(' 2'), 0x0a, ...[0x82, 0x30, 0xb7, 0x31], 0x0a];
    const bytes = Uint8Array.from([...cut, ...money, ...qr, ...cut, ...copy, ...cut]);
    expect(readReceipt(bytes)).toMatchObject({ qr: ['MK'], copy: 2, cuts: 3, amounts });
    expect(readReceipts(bytes).map((each) => each.copy)).toEqual([0, 2]);
    expect(readReceipt(bytes).lines).toContain('㛃');
  });

  it('says so when it meets a command that it does not know', () => {
    expect(() => readReceipt(Uint8Array.of(0x1b, 0x07))).toThrow('unknown command 1b07');
  });
});
