import { describe, expect, it } from 'vitest';
import { isInfno, transactions } from '../../../../common/contracts/centre/transactions.ts';
import type { Clock } from '../../../../common/kernel/ports.ts';
import { xTifSignature, xTifTransport } from './x-tif.ts';

const at: Clock = { now: () => 1772413200999, monotonic: () => 0, after: () => () => undefined };
const counting = { bytes: (length: number) => Uint8Array.from({ length }, (_, i) => i) };

describe('x-tif', () => {
  /** printf '%s' '1772413200lab-token-0001000102030405060708090a0b0c0d0e0f1772413200' | openssl dgst -sha256 */
  const signature = '23872090ee7bfc5b7f1fdfda30c73fcfe970595741a9d7ed5b39dcac18268d20';

  it('signs timestamp, token, nonce, timestamp', () => {
    expect(xTifSignature('lab-token-0001', '1772413200', '000102030405060708090a0b0c0d0e0f')).toBe(signature);
  });

  it('makes its headers at each send, in whole seconds', () => {
    const transport = xTifTransport({ paasId: 'minka-lab', token: 'lab-token-0001' });
    expect(transport.headers({ number: '2207', body: new Uint8Array(), clock: at, random: counting })).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'x-tif-paasid': 'minka-lab',
      'x-tif-timestamp': '1772413200',
      'x-tif-nonce': '000102030405060708090a0b0c0d0e0f',
      'x-tif-signature': signature,
    });
  });

  it('has a path of its own for every transaction, misspelt as in the original', () => {
    const transport = xTifTransport({ paasId: 'x', token: 'y' });
    const paths = Object.keys(transactions).filter(isInfno).map(transport.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(transport.path('2206')).toBe('/fsi/api/outpatientSettleService/preSettletment');
    expect(transport.path('2208')).toBe('/fsi/api/outpatientSettleService/cancleSettletment');
    expect(transport.path('2201')).toBe('/fsi/api/outpatientDocInfoService/outpatientRregistration');
  });

  it('reads UTF-8 with or without a mark, and nothing else', () => {
    const { decode, encode } = xTifTransport({ paasId: 'x', token: 'y' });
    const body = encode({ envelope: { a: '㛃' }, input: '{}' });
    expect(decode(body, {})).toEqual({ ok: true, value: '{"a":"㛃","input":{}}' });
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), {})).toEqual({ ok: true, value: '{}' });
    expect(decode(Uint8Array.of(0xc0, 0xee), {})).toEqual({ ok: false, error: 'unparsable' });
  });
});
