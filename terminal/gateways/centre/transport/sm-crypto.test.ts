import { createCipheriv, createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sm2Sign, sm2Verify, sm3Hash, sm3Mac, sm4Decrypt, sm4Encrypt } from './sm-crypto.ts';
import { STANDARD_PRIVATE, STANDARD_PUBLIC, STANDARD_SM4 } from './testing/keys.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');

describe('the examples that the standards print', () => {
  it('GB/T 32905, SM3: one block and two', () => {
    expect(sm3Hash(bytes('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hash(bytes('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('GB/T 32907, SM4: the first block; the second is the padding', () => {
    const sealed = sm4Encrypt(Buffer.from(STANDARD_SM4, 'hex'), STANDARD_SM4);
    expect(hex(sealed.subarray(0, 16))).toBe('681edf34d206965e86b3e94f536e4246');
    expect(sealed).toHaveLength(32);
  });

  it('GB/T 32918.5, SM2 signature: theirs is taken, one bit off is not', () => {
    const [r, s] = [
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    ];
    expect(sm2Verify(bytes('message digest'), r + s, STANDARD_PUBLIC)).toBe(true);
    expect(sm2Verify(bytes('message digesu'), r + s, STANDARD_PUBLIC)).toBe(false);
    expect(sm2Verify(bytes('message digest'), `${r}${s.slice(0, -1)}b`, STANDARD_PUBLIC)).toBe(false);
  });
});

describe('beside another implementation (OpenSSL)', () => {
  it('SM3 and HMAC over it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ minLength: 16, maxLength: 80 }),
        (data, secret) => {
          expect(sm3Hash(data)).toBe(createHash('sm3').update(data).digest('hex'));
          expect(sm3Mac(data, secret)).toBe(createHmac('sm3', secret).update(data).digest('hex'));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('SM4, padding included, and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const cipher = createCipheriv('sm4-ecb', Buffer.from(STANDARD_SM4, 'hex'), null);
        const sealed = sm4Encrypt(data, STANDARD_SM4);
        expect(hex(sealed)).toBe(hex(Buffer.concat([cipher.update(data), cipher.final()])));
        expect(hex(sm4Decrypt(sealed, STANDARD_SM4) ?? new Uint8Array([255]))).toBe(hex(data));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is none', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['half a block', new Uint8Array(8)],
    ['a padding that is none', new Uint8Array(16)],
  ])('SM4: %s', (_name, data) => {
    expect(sm4Decrypt(data, STANDARD_SM4)).toBeNull();
  });

  it('SM2: our own is taken; junk and another key’s are not, and nothing throws', () => {
    const signature = sm2Sign(bytes('x'), STANDARD_PRIVATE);
    expect(sm2Verify(bytes('x'), signature, STANDARD_PUBLIC)).toBe(true);
    const other = `${STANDARD_PRIVATE.slice(0, -1)}9`;
    expect(sm2Verify(bytes('x'), sm2Sign(bytes('x'), other), STANDARD_PUBLIC)).toBe(false);
    for (const junk of ['', 'zz', '0'.repeat(128), 'f'.repeat(128), signature.slice(2)]) {
      expect(sm2Verify(bytes('x'), junk, STANDARD_PUBLIC)).toBe(false);
    }
    expect(sm2Verify(bytes('x'), signature, `04${'1'.repeat(128)}`)).toBe(false);
  });
});
