import type { CertificateContent } from '../../../common/contracts/benefits/certificates.ts';
import type { CertificateDocument } from '../page/sheets.ts';

/** A made-up certificate whose sums hold; the person is the textbook's. */
export const sampleContent: CertificateContent = {
  kind: 'payments',
  city: '哈尔滨市',
  division: '992300',
  authority: '参考社保中心（演示）',
  name: '测试甲',
  number: '11010519491231002X',
  from: '2009-07',
  to: '2010-12',
  insurances: [
    { insurance: 'pension', months: 18, first: '2009-07', last: '2010-12', firm: '3600.00', person: '1440.00' },
    { insurance: 'medical', months: 18, first: '2009-07', last: '2010-12', firm: '1350.00', person: '360.00' },
  ],
  years: [
    { year: '2009', months: 6, firm: '1650.00', person: '600.00' },
    { year: '2010', months: 12, firm: '3300.00', person: '1200.00' },
  ],
  rows: [],
  paidMonths: 18,
  account: '1487.06',
  total: '6750.00',
};

export const sampleDocument: CertificateDocument = {
  mode: 'lab',
  locale: 'zh-CN',
  code: '00000000000000000195',
  digest: '0123456789abcdef'.repeat(4),
  content: sampleContent,
  seal: {
    signer: '演示印章（无效）',
    algorithm: 'Ed25519',
    keyId: '00112233aabbccdd',
    value: 'ab'.repeat(64),
    lab: true,
  },
  issuedOn: '2026-11-22',
  expiresOn: '2027-05-22',
  terminal: '一号机',
};
