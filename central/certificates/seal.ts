import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { CertificateSeal } from '../../common/contracts/benefits/certificates.ts';

/**
 * 电子印章: whoever can seal for the authority. A real one is an SM2 seal server of the authority (GB/T 38540); no program
 * of ours holds its key, and no drawing of ours looks like its seal.
 */
export interface ElectronicSeal {
  /** Seals the digest of a content (hex); null where no seal is to be had now, and the certificate bears none. */
  seal(digest: string): CertificateSeal | null;
}

/** What the lab's signer signs: never a bare digest, which might mean something elsewhere. */
export function labSealed(digest: string): Buffer {
  return Buffer.from(`minka-lab-seal-1\n${digest}`);
}

/** A signer for the lab, by an Ed25519 key: each of its seals says `lab`, and that it counts for nothing. */
export function createLabSeal(privateKey: KeyObject): ElectronicSeal {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const keyId = createHash('sha256').update(raw).digest('hex').slice(0, 16);
  return {
    seal: (digest) => ({
      signer: '演示印章（无效）',
      algorithm: 'Ed25519',
      keyId,
      value: sign(null, labSealed(digest), privateKey).toString('hex'),
      lab: true,
    }),
  };
}
