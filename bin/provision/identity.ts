import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type EnrolmentRequest, enrolmentText } from '../../common/contracts/operator/enrolment.ts';

/** A new private key, PEM. P-256: what every TLS library can do. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** SHA-256 of the public half, hex: by this the operator knows whose slot it is. */
export function fingerprintOfKey(key: KeyObject): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}

/** The same of a key in a file; null where there is none to read. */
export function fingerprintOfFile(file: string): string | null {
  try {
    return fingerprintOfKey(createPrivateKey(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** What is told to the operator, with the proof that we have the key. */
export function enrolmentRequest(
  keyPem: string,
  about: Omit<EnrolmentRequest, 'publicKey' | 'proof'>,
): EnrolmentRequest {
  const key = createPrivateKey(keyPem);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const text = enrolmentText({ ...about, publicKey });
  return { ...about, publicKey, proof: sign('sha256', Buffer.from(text, 'utf8'), key).toString('base64') };
}
