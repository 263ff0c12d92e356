import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateCode, groupCertificateCode, isCertificateCode, readCertificateCode } from './certificate-code.ts';

const body = fc.stringMatching(/^\d{18}$/);

test('check digits by hand: 98 − (18 digits × 100 mod 97)', () => {
  expect(certificateCode('000000000000000001')).toBe('00000000000000000195');
  expect(certificateCode('000000000000000000')).toBe('00000000000000000098');
  expect(() => certificateCode('1')).toThrow(RangeError);
});

test('one wrong digit, and two neighbours that changed places, are found', () => {
  fc.assert(
    fc.property(body, fc.nat(19), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const code = certificateCode(digits);
      const wrong = [...code].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('');
      expect(isCertificateCode(code)).toBe(true);
      expect(isCertificateCode(wrong)).toBe(false);
      const [a = '', b = ''] = [code[at], code[at + 1]];
      if (at < 19 && a !== b) expect(isCertificateCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false);
    }),
  );
});

test('as people type it', () => {
  const code = certificateCode('123456789012345678');
  expect(groupCertificateCode(code)).toMatch(/^1234-5678-9012-3456-78\d\d$/);
  expect(readCertificateCode(` ${groupCertificateCode(code)} `)).toBe(code);
  for (const junk of ['', '1', `${code}0`, code.slice(1), `x${code.slice(1)}`])
    expect(readCertificateCode(junk)).toBeNull();
});
