import type { FailureCode } from '../../common/contracts/failures.ts';
import type { CheckFailure, Told } from '../../common/contracts/session/check.ts';
import type { CheckCertificate } from '../certificates/check.ts';
import { shownDigest } from '../certificates/page/sheets.ts';
import { yuan } from '../session/visit-view.ts';

/** Nobody could be asked. */
export const NOT_ASKED: Told = { found: null, failure: 'unreachable' };

const FAILURES: Readonly<Partial<Record<FailureCode, CheckFailure>>> = {
  CERTIFICATE_NONE: 'none',
  CERTIFICATE_TOO_MANY: 'tooMany',
};

/** Looks a code up and answers what a screen may show: what the paper says, and nothing more. */
export async function checkCode(check: CheckCertificate, code: string): Promise<Told> {
  const checked = await check(code);
  if (!checked.ok) return { found: null, failure: FAILURES[checked.error] ?? 'unreachable' };
  const { kind, state, maskedName, total, issuedOn, expiresOn, digest, lab } = checked.value;
  const found = { kind, state, maskedName, total: yuan(total), issuedOn, expiresOn, digest: shownDigest(digest), lab };
  return { found, failure: null };
}
