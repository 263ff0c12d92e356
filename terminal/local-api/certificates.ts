import type { CertificateIndexRow, certificateVerbs } from '../../common/contracts/cli/certificate-verbs.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { CheckCertificate } from '../certificates/check.ts';
import { shownDigest } from '../certificates/page/sheets.ts';
import type { CertificateRow, CertificateRows } from '../store/certificates.ts';

export interface CertificateApiDeps {
  /** Null while the terminal is not open for anything. */
  readonly check: () => CheckCertificate | null;
  /** The archive's index; null while the store is not open. */
  readonly index: () => Pick<CertificateRows, 'list'> | null;
  readonly fault: () => FailureCode | null;
}

function listed({ id, createdAt, kind, state, issuedBy, issued, page }: CertificateRow): CertificateIndexRow {
  return {
    ...{ id, at: formatDateTime(createdAt), kind, state, by: issuedBy },
    digest: issued === null ? null : shownDigest(issued.digest),
    issuedOn: issued?.issuedOn ?? null,
    expiresOn: issued?.expiresOn ?? null,
    page: page?.outcome ?? null,
  };
}

/** Check codes of certificates, for whoever holds the paper. */
export function certificateHandlers({
  check,
  index,
  fault,
}: CertificateApiDeps): Pick<Handlers<typeof controlLink>, keyof typeof certificateVerbs> {
  return {
    async certificateVerify({ code }) {
      const ask = check();
      if (ask === null) return { ok: false, code: fault() ?? 'STORE_LOCKED' };
      const checked = await ask(code);
      return checked.ok ? { ok: true, certificate: checked.value } : { ok: false, code: checked.error };
    },
    certificateList({ limit }) {
      const rows = index()?.list(limit);
      return rows === undefined ? { ok: false, code: fault() ?? 'STORE_LOCKED' } : { ok: true, rows: rows.map(listed) };
    },
  };
}
