import { describe, expect, it } from 'vitest';
import { groupCertificateCode } from '../../common/kernel/certificate-code.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { issuedCertificate } from '../../renderer/fixtures/certificates.ts';
import { serviceSlip } from '../../terminal/receipts/service-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';
import { readReceipt } from '../readers/paper-text.ts';
import { CERTIFICATE_SLIPS, PAPER_SLIPS } from './certificates.ts';
import { describeGoldens } from './testing.ts';

const PROVES_NOTHING = /只供您自己看|For your own/;

describeGoldens([...CERTIFICATE_SLIPS, ...PAPER_SLIPS]);

describe.each(CERTIFICATE_SLIPS)('$name, read back', ({ slip, columns }) => {
  const { lines, qr } = readReceipt(printOffline(slip, columns).bytes);
  const text = lines.join('').replaceAll(' ', '');

  it('bears code and QR, days, digest and every sum; not that it proves nothing', () => {
    expect(qr).toEqual([`minka:certificate:1:${issuedCertificate.code}`]);
    expect(text.replaceAll('-', '')).toContain(
      groupCertificateCode(issuedCertificate.code).slice(0, 9).replace('-', ''),
    );
    const { issuedOn, expiresOn, digest, total, insurances } = issuedCertificate;
    const sums = [total, ...insurances.flatMap(({ firm, person }) => [firm, person])].map(formatFen);
    for (const part of [issuedOn, expiresOn, digest, ...sums]) expect(text).toContain(part);
    expect(text).not.toMatch(PROVES_NOTHING);
  });
});

it('a lab’s certificate says that its seal counts for nothing; production’s does not', () => {
  const view = { service: 'certificates', city: '哈尔滨市', nothing: null, asOf: '2026-11-18 09:44:31' } as const;
  const person = { name: '李*兰', number: '990***********2046', sex: null } as const;
  const words = (mode: 'lab' | 'production') =>
    JSON.stringify(serviceSlip({ ...SITE, mode }, person, { ...view, issued: issuedCertificate }));
  expect(words('lab')).toContain('演示印章');
  expect(words('production')).not.toContain('演示');
});

it.each(PAPER_SLIPS)('$name proves nothing, and bears no code', ({ slip, columns }) => {
  const { lines, qr } = readReceipt(printOffline(slip, columns).bytes);
  expect([lines.join(''), qr]).toEqual([expect.stringMatching(PROVES_NOTHING), []]);
});
