import type { CertificatesView } from '../../common/contracts/session/services/certificates.ts';
import { issuedCertificate, pensionToProve } from '../../renderer/fixtures/certificates.ts';
import { serviceSlip } from '../../terminal/receipts/service-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;
const view: CertificatesView = {
  ...{
    service: 'certificates',
    city: '哈尔滨市',
    issued: issuedCertificate,
    nothing: null,
    asOf: '2026-11-18 09:44:31',
  },
};
const english = { ...SITE, locale: 'en' } as const;

/** The slips of certificates that are kept as goldens: wide, narrow, and in English. */
export const CERTIFICATE_SLIPS = [
  { name: 'certificate-80mm', slip: serviceSlip(SITE, person, view), columns: 48 },
  { name: 'certificate-58mm', slip: serviceSlip(SITE, person, view), columns: 32 },
  { name: 'certificate-en-80mm', slip: serviceSlip(english, person, view), columns: 48 },
] as const;

/** Slips beside it that prove nothing: which certificates there are, and how a proof of entitlement stands. */
export const PAPER_SLIPS = [
  { name: 'certificates-choice-58mm', slip: serviceSlip(SITE, person, { ...view, issued: null }), columns: 32 },
  { name: 'proof-80mm', slip: serviceSlip(SITE, person, pensionToProve), columns: 48 },
  {
    name: 'proof-window-58mm',
    slip: serviceSlip(SITE, person, { ...pensionToProve, state: 'notEnough', atWindow: true }),
    columns: 32,
  },
] as const;
