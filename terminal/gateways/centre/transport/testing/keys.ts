import type { SmEnvelope } from '../sm-keys.ts';

/** For tests only: the example keys that GB/T 32918.5 and GB/T 32907 print, and a second pair made from them. */

export const STANDARD_PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
export const STANDARD_PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
export const STANDARD_SM4 = '0123456789abcdeffedcba9876543210';

/** A side that proves to itself: what it sends, it would also take. */
export const sm2ToSelf = (place: SmEnvelope['place']): SmEnvelope => ({
  place,
  key: STANDARD_SM4,
  proof: { type: 'SM2', privateKey: STANDARD_PRIVATE, centreKey: STANDARD_PUBLIC },
});

export const sm3Shared = (place: SmEnvelope['place']): SmEnvelope => ({
  place,
  key: STANDARD_SM4,
  proof: { type: 'SM3', secret: Buffer.from('a secret of both sides') },
});
