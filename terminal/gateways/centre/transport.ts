import type { Infno } from '../../../common/contracts/centre/transactions.ts';
import type { Clock, Random } from '../../../common/kernel/ports.ts';
import type { Result } from '../../../common/kernel/result.ts';

/**
 * How messages travel to one family of centres. There is no national address or signature (domain-facts B5.4), so the
 * message layer knows nothing of either, and a province is a profile.
 */
export interface TransportProfile {
  /** Path below the centre's base URL. */
  path(infno: Infno): string;
  /** The message as it goes out: encrypted where the family does so. Same text, same bytes. */
  encode(text: string): Uint8Array;
  /** Made anew at each send (timestamp, nonce, signature); no part of the stored message. */
  headers(body: Uint8Array, clock: Clock, random: Random): Readonly<Record<string, string>>;
  /** The text of an answer's body. */
  decode(body: Uint8Array): Result<string, 'unparsable'>;
}
