import type { PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { Holder } from './custody.ts';

export interface PadDeps {
  readonly clock: Clock;
  readonly devices: Pick<Devices, 'verifyPin' | 'cancelPin'>;
  /** The profile has no pad. */
  readonly hasPad: boolean;
  readonly entryMs: number;
  /** A resident's session or a member of the staff has reader and pad. */
  readonly inUse: () => boolean;
}

/** The one PIN pad for all who bill: one entry at a time, ended by none but who began it. */
export interface Pad {
  /** An entry for the card of this generation. A PIN is never sent again by itself. */
  enter(generation: number, holder: Holder): Promise<Result<PinVerifyResult, 'TERMINAL_IN_USE' | 'PAD_GONE'>>;
  cancel(holder: Holder): void;
  /** Who has an entry under way; null: none of those who bill. */
  enteredBy(): Holder | null;
}

/** A pad that still ends an earlier entry says "busy"; nothing was sent, so asking again is safe. */
const BUSY_TRIES = 10;
const BUSY_WAIT_MS = 200;

export function createPad({ clock, devices, hasPad, entryMs, inUse }: PadDeps): Pad {
  let entering: Holder | null = null;
  return {
    async enter(generation, holder) {
      if (!hasPad) return err('PAD_GONE');
      if (entering !== null || inUse()) return err('TERMINAL_IN_USE');
      entering = holder;
      try {
        let result = await devices.verifyPin(generation, entryMs);
        for (let tries = 1; result.kind === 'busy' && tries < BUSY_TRIES; tries++) {
          await sleep(clock, BUSY_WAIT_MS);
          result = await devices.verifyPin(generation, entryMs);
        }
        return ok(result);
      } finally {
        entering = null;
      }
    },
    cancel(holder) {
      if (entering === holder) devices.cancelPin();
    },
    enteredBy: () => entering,
  };
}
