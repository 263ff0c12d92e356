import { timingSafeEqual } from 'node:crypto';
import { sm2Sign, sm2Verify, sm3Mac } from './sm-crypto.ts';

/** How a message is proved: by our SM2 key, or by a secret that both sides know (HMAC over SM3). */
export type SmProof =
  | {
      readonly type: 'SM2';
      /** 32 bytes, hex: this institution's own. */
      readonly privateKey: string;
      /** 04 + 64 bytes, hex: the centre's. */
      readonly centreKey: string;
    }
  | { readonly type: 'SM3'; readonly secret: Uint8Array };

/** Keys and habits of a centre that encrypts. */
export interface SmEnvelope {
  /** 16 bytes, hex: the SM4 key that both sides know. */
  readonly key: string;
  readonly proof: SmProof;
  /**
   * `envelope`: `input` and `output` are encrypted, the signature stands in `cainfo`, its kind in `signtype` (B5.1).
   * `header`: the whole body is encrypted, signature and kind are headers.
   */
  readonly place: 'envelope' | 'header';
}

/** The proof of these bytes, as text for its field or header. */
export function prove(proof: SmProof, bytes: Uint8Array): string {
  return proof.type === 'SM2' ? sm2Sign(bytes, proof.privateKey) : sm3Mac(bytes, proof.secret);
}

/** Whether the other side proved these bytes. */
export function isProved(proof: SmProof, bytes: Uint8Array, given: string): boolean {
  if (proof.type === 'SM2') return sm2Verify(bytes, given, proof.centreKey);
  const [left, right] = [Buffer.from(sm3Mac(bytes, proof.secret)), Buffer.from(given.toLowerCase())];
  return left.length === right.length && timingSafeEqual(left, right);
}
