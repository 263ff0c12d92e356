import type { CertificateVerified } from '../../common/contracts/benefits/certificates.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { pii } from '../../common/kernel/pii.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { Audit } from '../ports.ts';
import { queryOf } from '../services/query.ts';

export interface CheckParts {
  /** Null where the profile has none. */
  readonly benefits: Pick<Benefits, 'certificateVerify'> | null;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly timing: Parameters<typeof queryOf>[0];
  /** Institution and terminal, as the centre keeps them. */
  readonly terminal: string;
}

/** What a certificate says whose code was looked up. */
export type Checked = NonNullable<CertificateVerified['certificate']> & { readonly asOf: string };

/**
 * Looks a check code up at the centre, which need not be this terminal's own. CERTIFICATE_NONE where no certificate has
 * it, CERTIFICATE_TOO_MANY where codes are looked up too often here, and the failures of a question to the centre.
 */
export type CheckCertificate = (code: string) => Promise<Result<Checked, FailureCode>>;

/** Below what the centre allows one terminal, so that this one says so first, and in its own words. */
const PER_MINUTE = 10;
const MINUTE_MS = 60_000;

export function createCheck({ benefits, clock, audit, timing, terminal }: CheckParts): CheckCertificate {
  const query = queryOf(timing, 'benefits.check');
  let asked: readonly number[] = [];
  const mayAsk = (): boolean => {
    const now = clock.monotonic();
    asked = asked.filter((at) => at > now - MINUTE_MS);
    if (asked.length >= PER_MINUTE) return false;
    asked = [...asked, now];
    return true;
  };
  return async (code) => {
    if (benefits === null) return err('BENEFITS_UNREACHABLE');
    if (!mayAsk()) {
      audit('certificate.checked', { found: false, state: 'tooMany' });
      return err('CERTIFICATE_TOO_MANY');
    }
    const answer = await query(benefits.certificateVerify(pii({ code, terminal })), (reply) => reply);
    if (!answer.ok) return err(answer.error.code);
    const { certificate, asOf } = answer.value;
    audit('certificate.checked', { found: certificate !== null, state: certificate?.state ?? null });
    return certificate === null ? err('CERTIFICATE_NONE') : ok({ ...certificate, asOf });
  };
}
