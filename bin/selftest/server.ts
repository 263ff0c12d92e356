import { request } from 'node:https';
import { checkServerIdentity as hostError, type PeerCertificate, type TLSSocket } from 'node:tls';

/** How a server of the profile was found. Days are whole and may be negative. */
export type Probe =
  | {
      readonly kind: 'up';
      readonly status: number;
      /** The other side's clock (`Date`, whole seconds) against ours in the middle of the exchange; null: none was told. */
      readonly skewMs: number | null;
      readonly daysLeft: number;
    }
  | { readonly kind: 'expired'; readonly daysLeft: number }
  /** Not from the authority of the profile, or of another name. */
  | { readonly kind: 'stranger'; readonly detail: string }
  | { readonly kind: 'down'; readonly detail: string };

const DAY_MS = 86_400_000;
const EXPIRED: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
/** What OpenSSL says of a chain that does not end at the authority that is believed. */
const UNTRUSTED =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|ERR_TLS_CERT_ALTNAME|INVALID_CA)/;

/** Days until the certificate's last day, from `now` (ms). */
export function daysUntil(validTo: string, now: number): number {
  return Math.floor((Date.parse(validTo) - now) / DAY_MS);
}

/**
 * Asks a server for nothing in particular, to see who it is and what time it has. `ca`: PEM of the only authority that is
 * believed. Nothing of this site goes out, no token either.
 */
export function probeServer(url: string, ca: string, timeoutMs: number): Promise<Probe> {
  return new Promise((resolve) => {
    const begun = Date.now();
    let certificate: PeerCertificate | null = null;
    const asked = request(
      url,
      { method: 'HEAD', ca, agent: false, minVersion: 'TLSv1.2', checkServerIdentity, timeout: timeoutMs },
      (answer) => {
        answer.resume();
        const date = Date.parse(answer.headers.date ?? '');
        const middle = (begun + Date.now()) / 2;
        const own = certificate ?? (answer.socket as TLSSocket).getPeerCertificate();
        resolve({
          kind: 'up',
          status: answer.statusCode ?? 0,
          // The second that was told has gone on for half of one on average.
          skewMs: Number.isNaN(date) ? null : middle - (date + 500),
          daysLeft: daysUntil(own.valid_to, begun),
        });
      },
    );
    function checkServerIdentity(host: string, peer: PeerCertificate): Error | undefined {
      certificate = peer;
      return hostError(host, peer);
    }
    asked.on('timeout', () => asked.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      if (EXPIRED.includes(code)) {
        resolve({ kind: 'expired', daysLeft: certificate === null ? -1 : daysUntil(certificate.valid_to, begun) });
      } else if (UNTRUSTED.test(code)) resolve({ kind: 'stranger', detail: code });
      else resolve({ kind: 'down', detail: code === '' ? error.message : code });
    });
    asked.end();
  });
}
