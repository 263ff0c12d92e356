import type { CardError } from '../../../common/contracts/devices/card.ts';
import type { Result } from '../../../common/kernel/result.ts';

/**
 * All that the card logic needs of a reader: one APDU out, one reply back. Never throws; the error says what
 * became of the card or the reader. One call at a time.
 */
export interface CardPort {
  transmit(apdu: Uint8Array): Promise<Result<Uint8Array, CardError>>;
}
