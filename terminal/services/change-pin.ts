import { type Clock, sleep } from '../../common/kernel/ports.ts';
import type { Devices } from '../devices/devices.ts';
import type { Effect, SessionEvent } from '../session/events.ts';

/** A pad that still ends an earlier entry says "busy"; nothing was sent, so asking again is safe. */
const BUSY_TRIES = 10;
const BUSY_WAIT_MS = 200;

/** Changes the PIN at pad and card; ends in exactly one event of the effect's number. */
export async function performPinChange(
  {
    clock,
    devices,
    pinEntryMs,
    dispatch,
  }: {
    readonly clock: Clock;
    readonly devices: Pick<Devices, 'changePin'>;
    readonly pinEntryMs: number;
    readonly dispatch: (event: SessionEvent) => void;
  },
  { op, generation }: Extract<Effect, { kind: 'changePin' }>,
): Promise<void> {
  let result = await devices.changePin(op, generation, pinEntryMs);
  for (let tries = 1; result.kind === 'busy' && tries < BUSY_TRIES; tries++) {
    await sleep(clock, BUSY_WAIT_MS);
    result = await devices.changePin(op, generation, pinEntryMs);
  }
  dispatch({ kind: 'pinChangeEnded', op, result });
}
