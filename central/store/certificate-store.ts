import { z } from 'zod';
import { certificateContentSchema, certificateKindSchema } from '../../common/contracts/benefits/certificates.ts';
import { atomicallyIn, cached, insert, openSqlite } from './open.ts';

/** certificates.db: everything that was certified, under its check code. Nothing is ever changed or deleted in it. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS certificates (
  code TEXT PRIMARY KEY, nonce TEXT NOT NULL, digest TEXT NOT NULL, content TEXT NOT NULL, seal TEXT,
  request TEXT NOT NULL, identity_number TEXT NOT NULL, kind TEXT NOT NULL, terminal TEXT NOT NULL,
  issued_on TEXT NOT NULL, expires_on TEXT NOT NULL, UNIQUE (request, identity_number, kind)
) STRICT;
`;

const json = z.string().transform((text): unknown => JSON.parse(text));
const sealRow = z.object({
  signer: z.string(),
  algorithm: z.string(),
  keyId: z.string(),
  value: z.string(),
  lab: z.boolean(),
});
const row = z
  .object({
    code: z.string(),
    nonce: z.string(),
    digest: z.string(),
    content: json.pipe(certificateContentSchema),
    seal: json.pipe(sealRow).nullable(),
    request: z.string(),
    identity_number: z.string(),
    kind: certificateKindSchema,
    terminal: z.string(),
    issued_on: z.string(),
    expires_on: z.string(),
  })
  .transform(({ identity_number, issued_on, expires_on, ...rest }) => ({
    ...rest,
    identityNumber: identity_number,
    issuedOn: issued_on,
    expiresOn: expires_on,
  }));
/** One certificate. `nonce`: what, with the digest, the code was made of; it is never told. */
export type CertificateRow = z.output<typeof row>;

export interface CertificateStore {
  atomically<T>(work: () => T): T;
  add(certificate: CertificateRow): void;
  byCode(code: string): CertificateRow | null;
  /** What the same request was answered with before. */
  byRequest(ask: Pick<CertificateRow, 'request' | 'identityNumber' | 'kind'>): CertificateRow | null;
  close(): void;
}

/** Opens certificates.db, or ":memory:". */
export function openCertificateStore(place: string): CertificateStore {
  const db = openSqlite(place, SCHEMA);
  const one = (found: unknown): CertificateRow | null => (found === undefined ? null : row.parse(found));
  return {
    atomically: atomicallyIn(db),
    add({ identityNumber, issuedOn, expiresOn, content, seal, ...rest }) {
      insert(db, 'certificates', {
        ...rest,
        content: JSON.stringify(content),
        seal: seal === null ? null : JSON.stringify(seal),
        identity_number: identityNumber,
        issued_on: issuedOn,
        expires_on: expiresOn,
      });
    },
    byCode: (code) => one(cached(db, 'SELECT * FROM certificates WHERE code = ?').get(code)),
    byRequest: ({ request, identityNumber, kind }) =>
      one(
        cached(db, 'SELECT * FROM certificates WHERE request = ? AND identity_number = ? AND kind = ?').get(
          request,
          identityNumber,
          kind,
        ),
      ),
    close: () => void db.close(),
  };
}
