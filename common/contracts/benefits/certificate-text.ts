import { canonical } from '../../kernel/canonical.ts';
import type { CertificateContent } from './certificates.ts';

/** Names this encoding in every digest: another encoding gets another name. */
const VERSION = 'minka-certificate-1';

/** The text whose SHA-256 a certificate's digest is; both sides make it from the content, neither trusts the other's. */
export function certificateText(content: CertificateContent): string {
  return `${VERSION}\n${canonical(content)}`;
}
