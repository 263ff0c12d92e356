/** Why not one byte of a request was written. */
export type NotSentReason = 'dns' | 'refused' | 'unreachable' | 'connectTimeout' | 'certificate' | 'tls' | 'closed';

/** Why no complete answer came back after the first request byte. */
export type BrokenReason = 'timeout' | 'reset' | 'tooBig' | 'protocol';

/** TCP or TLS did not stand within the connect limit. */
export class ConnectTimeout extends Error {
  readonly code = 'CONNECT_TIMEOUT';
  override readonly name = 'ConnectTimeout';
}

const REASONS: Readonly<Record<string, NotSentReason>> = {
  CONNECT_TIMEOUT: 'connectTimeout',
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
};

/** OpenSSL's X.509 verdicts as Node names them, and Node's own about the name in the certificate. */
const CERTIFICATE =
  /^(UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_CERT_ALTNAME_INVALID)/;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Names an error that came before the connection stood. */
export function notSentReason(error: Error): NotSentReason {
  const code = codeOf(error);
  return REASONS[code] ?? (CERTIFICATE.test(code) ? 'certificate' : 'tls');
}

/** Names an error that came after the request was handed to the connection. */
export function brokenReason(error: Error): BrokenReason {
  return codeOf(error).startsWith('HPE_') ? 'protocol' : 'reset';
}
