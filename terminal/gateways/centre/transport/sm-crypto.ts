import { sm2, sm3, sm4 } from 'sm-crypto-v2';

/**
 * The three national algorithms as the envelope uses them. In JavaScript all through: the TLS library of the shipped
 * shell has none of them. Checked against the standards' own vectors in the test beside this file.
 */

/** SM4 (GB/T 32907), ECB with PKCS#7 padding, as the centres that encrypt at all want it. `key`: 16 bytes, hex. */
export function sm4Encrypt(bytes: Uint8Array, key: string): Uint8Array {
  return sm4.encrypt(bytes, key, { output: 'array' });
}

/** The reverse; null where the bytes are no whole blocks or their padding is none. */
export function sm4Decrypt(bytes: Uint8Array, key: string): Uint8Array | null {
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const padded = sm4.decrypt(bytes, key, { output: 'array', padding: 'none' });
  const length = padded.at(-1) ?? 0;
  if (length < 1 || length > 16 || padded.subarray(-length).some((byte) => byte !== length)) return null;
  return padded.subarray(0, -length);
}

/** SM3 (GB/T 32905) as hex. */
export function sm3Hash(bytes: Uint8Array): string {
  return sm3(bytes);
}

/** HMAC over SM3 as hex: who knows the secret made it. */
export function sm3Mac(bytes: Uint8Array, secret: Uint8Array): string {
  return sm3(bytes, { key: secret });
}

/** SM2 signature (GB/T 32918.2) over SM3 with the usual user id of GB/T 35276: r and s as 128 hex digits. */
export function sm2Sign(bytes: Uint8Array, privateKey: string): string {
  return sm2.doSignature(bytes, privateKey, { hash: true, publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) });
}

/** Whether the owner of `publicKey` (04 + 128 hex digits) signed these bytes. Never throws, whatever came in. */
export function sm2Verify(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false;
  try {
    return sm2.doVerifySignature(bytes, signature, publicKey, { hash: true });
  } catch {
    return false;
  }
}
