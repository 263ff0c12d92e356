export type NotSentReason = 'dns' | 'refused' | 'unreachable' | 'connectTimeout' | 'certificate' | 'tls' | 'closed';
