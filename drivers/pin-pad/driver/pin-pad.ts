import type { PinPadStatus } from '../../../common/contracts/devices/pin-pad.ts';

/** How an entry ended. `entered` hands over the digits (ASCII): whoever gets them wipes them. */
export type PinEntry =
  | { readonly kind: 'entered'; readonly digits: Uint8Array }
  | { readonly kind: 'cancelled' | 'timeout' | 'padGone' | 'busy' };

/** A PIN pad as the device host sees it. The digits leave it only in an `entered`, never in a status. */
export interface PinPad {
  status(): PinPadStatus;
  onStatus(listener: (status: PinPadStatus) => void): () => void;
  /** One entry of 4 to 16 digits; ends by itself after `timeoutMs`. A second one meanwhile is `busy`. */
  enter(timeoutMs: number): Promise<PinEntry>;
  /** Ends the running entry as `cancelled`; nothing where none runs. */
  cancel(): void;
  close(): Promise<void>;
}
