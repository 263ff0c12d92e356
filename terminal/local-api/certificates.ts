import type { certificateVerbs } from '../../common/contracts/cli/certificate-verbs.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { CheckCertificate } from '../certificates/check.ts';

export interface CertificateApiDeps {
  /** Null while the terminal is not open for anything. */
  readonly check: () => CheckCertificate | null;
  readonly fault: () => FailureCode | null;
}

/** Check codes of certificates, for whoever holds the paper. */
export function certificateHandlers({
  check,
  fault,
}: CertificateApiDeps): Pick<Handlers<typeof controlLink>, keyof typeof certificateVerbs> {
  return {
    async certificateVerify({ code }) {
      const ask = check();
      if (ask === null) return { ok: false, code: fault() ?? 'STORE_LOCKED' };
      const checked = await ask(code);
      return checked.ok ? { ok: true, certificate: checked.value } : { ok: false, code: checked.error };
    },
  };
}
